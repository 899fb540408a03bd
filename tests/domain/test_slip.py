"""What a paper slip says beside delegation and name, typed behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Gender, Person
from ipu_session.domain.text.speaker_syntax import Slip, read_slip, words_of


@pytest.mark.parametrize(
    ("line", "text", "slip"),
    [
        ("ken", "ken", Slip()),
        ("ken, Ms. S. Kihika /y #2", "ken, Ms. S. Kihika", Slip(young=True, themes=(2,))),
        ("ken /f", "ken", Slip(gender=Gender.WOMAN)),
        ("ken /h /n", "ken", Slip(gender=Gender.MAN, young=False)),
        ("ken, A. Achieng /RAP", "ken, A. Achieng", Slip(category=Category.CO_RAPPORTEUR)),
        ("Dr. X, IOM/UN /exp #1 #12", "Dr. X, IOM/UN", Slip(category=Category.EXPERT, themes=(1, 12))),
        ("/f", "/f", Slip()),
        ("ken /foo #x", "ken /foo #x", Slip()),
        ("ken /f/m", "ken /f/m", Slip()),
        ("ken /f , B. Otieno", "ken , B. Otieno", Slip(gender=Gender.WOMAN)),
        ("", "", Slip()),
    ],
)
def test_a_slip_is_read(line, text, slip):
    assert read_slip(line) == (text, slip)


@given(st.text())
def test_any_line_is_read(line):
    text, slip = read_slip(line)
    assert len(text) <= len(line)
    assert isinstance(slip, Slip)


@given(
    st.sampled_from(Gender), st.sampled_from([True, False, None]), st.sampled_from(Category), st.booleans()
)
def test_what_is_written_of_a_person_is_read_again(gender, young, category, titled):
    person = Person(name="A. Achieng", gender=gender, young=young, category=category)
    text, slip = read_slip(f"ken, A. Achieng {words_of(person, titled=titled)}")
    assert text == "ken, A. Achieng"
    known = Person(name="A. Achieng", gender=gender if titled else Gender.NOT_STATED)
    assert slip.put_on(known) == person
