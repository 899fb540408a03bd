"""Index of the names of speakers and of senders of contributions, searched by prefix while the user types."""

from collections.abc import Iterator
from functools import lru_cache

from ipu_session.domain.exchange.report_options import LANGUAGE_CODES
from ipu_session.domain.model.session import Delegation, Session
from ipu_session.domain.text.text_folding import fold


class AuthorIndex:
    """Folded names of possible authors: the speaker of each intervention, the delegation of each contribution.

    The names are folded once after each change of the people in the session, not at each key press.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names: dict[str, str] | None = None
        """Folded words, each after a space, by source code: ``s`` and intervention id, or ``c`` and contribution id.

        None if they are to be built anew.
        """

    def apply(self, session: Session) -> None:
        """Take over the new state; drop the cached names if interventions, people or contributions changed."""
        old, self._session = self._session, session
        if not (
            old.interventions is session.interventions
            and old.delegates is session.delegates
            and old.delegations is session.delegations
            and old.contributions is session.contributions
        ):
            self._names = None

    def find_by_name_prefix(self, word: str) -> list[str]:
        """Return the source codes of authors whose name has a word starting with ``word`` (already folded).

        One letter matches nothing: it would match nearly everybody.
        """
        if len(word) == 1:
            return []
        if self._names is None:
            self._names = dict(_source_names(self._session))
        begins = f" {word}"
        return [code for code, words in self._names.items() if begins in words]


def _source_names(session: Session) -> Iterator[tuple[str, str]]:
    for speech in session.interventions.values():
        person = session.person(speech.delegate)
        delegation = session.delegations.get(person.delegation)
        belongs = person.organization if delegation is None else _all_names(delegation)
        yield f"s{speech.id}", _prefix_words(person.titled_name) + _prefix_words(belongs)
    for entry in session.contributions.values():
        if (delegation := session.delegations.get(entry.delegation)) is not None:
            yield f"c{entry.id}", _prefix_words(_all_names(delegation))


def _all_names(delegation: Delegation) -> str:
    return " ".join(map(delegation.name, LANGUAGE_CODES))


@lru_cache(maxsize=8192)
def _prefix_words(names: str) -> str:
    return "".join(f" {word}" for word in fold(names).split())
