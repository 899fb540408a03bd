"""Tags typed after a speaker's name: gender, young, category and themes (docs/rules.md#row-2).

``ken, Ms. S. Kihika /y #2`` is a young delegate of Kenya on theme 2; ``/rap`` is a co-Rapporteur.
"""

import re

from msgspec.structs import replace

from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Gender, Person
from ipu_session.domain.model.value import Value
from ipu_session.domain.text.text_folding import fold

_GENDERS = {"f": Gender.WOMAN, "w": Gender.WOMAN, "m": Gender.MAN, "h": Gender.MAN}
_YOUNG = {"y": True, "j": True, "n": False}
_CATEGORIES = {
    "mem": Category.MEMBER,
    "ass": Category.ASSOCIATE,
    "obs": Category.OBSERVER,
    "exp": Category.EXPERT,
    "rap": Category.CO_RAPPORTEUR,
    "chair": Category.CHAIR,
    "pres": Category.CHAIR,
}
_TAG = re.compile(r"(?<=\s)(?:/([a-z]+)|#(\d{1,2}))(?=\s|$)", re.IGNORECASE)


class SpeakerTags(Value, frozen=True):
    """The values of the tags in a line, None or () if there is no such tag; ``themes`` are theme numbers."""

    gender: Gender | None = None
    young: bool | None = None
    category: Category | None = None
    themes: tuple[int, ...] = ()

    def apply_to(self, person: Person) -> Person:
        """Return the person with the gender, ``young`` and category of the tags, where they are not None."""
        return replace(
            person,
            gender=person.gender if self.gender is None else self.gender,
            young=person.young if self.young is None else self.young,
            category=person.category if self.category is None else self.category,
        )


def parse_speaker_tags(line: str) -> tuple[str, SpeakerTags]:
    """Return the line without its tags, and the tags; unknown tags stay in the line."""
    tags = SpeakerTags()
    pieces, position = [], 0
    for match in _TAG.finditer(line):
        extended = _with_tag(tags, match)
        if extended is None:
            continue
        tags = extended
        pieces.append(line[position : match.start()])
        position = match.end()
    pieces.append(line[position:])
    return " ".join("".join(pieces).split()), tags


def format_tags(person: Person, *, titled: bool, default: Category | None = None) -> str:
    """Return the tags for a person, as they would be typed.

    The gender is left out if the name is ``titled``, and the category if it is the ``default`` one of the delegation.
    """
    words = []
    if person.gender is not Gender.NOT_STATED and not titled:
        words.append("/f" if person.gender is Gender.WOMAN else "/m")
    if person.young is not None:
        words.append("/y" if person.young else "/n")
    if person.category is not default:
        words += [f"/{word}" for word, category in _CATEGORIES.items() if category is person.category][:1]
    return " ".join(words)


def _with_tag(tags: SpeakerTags, match: re.Match[str]) -> SpeakerTags | None:
    word, number = fold(match[1] or ""), match[2]
    if number:
        return replace(tags, themes=(*tags.themes, int(number)))
    if word in _GENDERS:
        return replace(tags, gender=_GENDERS[word])
    if word in _YOUNG:
        return replace(tags, young=_YOUNG[word])
    if word in _CATEGORIES:
        return replace(tags, category=_CATEGORIES[word])
    return None
