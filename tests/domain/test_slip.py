"""What a paper slip says beside delegation and name, typed behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Gender, Person
from ipu_session.domain.text.speaker_syntax import SpeakerTags, format_tags, parse_speaker_tags


@pytest.mark.parametrize(
    ("line", "text", "slip"),
    [
        ("ken", "ken", SpeakerTags()),
        ("ken, Ms. S. Kihika /y #2", "ken, Ms. S. Kihika", SpeakerTags(young=True, themes=(2,))),
        ("ken /f", "ken", SpeakerTags(gender=Gender.WOMAN)),
        ("ken /h /n", "ken", SpeakerTags(gender=Gender.MAN, young=False)),
        ("ken, A. Achieng /RAP", "ken, A. Achieng", SpeakerTags(category=Category.CO_RAPPORTEUR)),
        ("Dr. X, IOM/UN /exp #1 #12", "Dr. X, IOM/UN", SpeakerTags(category=Category.EXPERT, themes=(1, 12))),
        ("/f", "/f", SpeakerTags()),
        ("ken /foo #x", "ken /foo #x", SpeakerTags()),
        ("ken /f/m", "ken /f/m", SpeakerTags()),
        ("ken /f , B. Otieno", "ken , B. Otieno", SpeakerTags(gender=Gender.WOMAN)),
        ("", "", SpeakerTags()),
    ],
)
def test_a_slip_is_read(line: str, text: str, slip: SpeakerTags) -> None:
    assert parse_speaker_tags(line) == (text, slip)


@given(st.text())
def test_any_line_is_read(line: str) -> None:
    text, slip = parse_speaker_tags(line)
    assert len(text) <= len(line)
    assert isinstance(slip, SpeakerTags)


@given(st.sampled_from(Gender), st.sampled_from([True, False, None]), st.sampled_from(Category), st.booleans())
def test_what_is_written_of_a_person_is_read_again(
    gender: Gender, young: bool | None, category: Category, titled: bool
) -> None:
    person = Person(name="A. Achieng", gender=gender, young=young, category=category)
    text, slip = parse_speaker_tags(f"ken, A. Achieng {format_tags(person, titled=titled)}")
    assert text == "ken, A. Achieng"
    known = Person(name="A. Achieng", gender=gender if titled else Gender.NOT_STATED)
    assert slip.apply_to(known) == person
