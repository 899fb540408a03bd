"""One fold: spellings of one name compare equal wherever names are compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ipu_session.domain.commands import AddRequest, ImportConceptNote, ImportSpeakers
from ipu_session.domain.exchange.import_results import ConceptNote, ExtractedField, ImportedSpeaker
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.queries.parties import party_of
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.text.honorifics import split_title
from ipu_session.domain.text.person_identity import identity_of
from ipu_session.domain.text.speaker_syntax import parse_speaker_tags
from ipu_session.domain.text.text_folding import fold
from ipu_session.store.text_index import SqliteTextIndex
from ipu_session.ui.debate.speakers.speaker_labels import is_already_waiting
from tests.builders import a_session, person

SAME = [
    ("Aïcha", "Ai\u0308cha"),
    ("Núñez Ávila", "NUN\u0303EZ AVILA"),
    ("N'Diaye", "N\u2019Diaye"),
    ("N'Diaye", "N\u02bcDiaye"),
    ("N'Diaye", "N\uff07DIAYE"),
    ("Ka`u", "Ka\u02bbu"),
    ("Anne-Marie", "Anne\u2011Marie"),
    ("Anne-Marie", "Anne\u2013Marie"),
    ("Anne Marie", "Anne\u00a0Marie"),
    ("Anne Marie", "Anne\u202fMarie"),
    ("Kihika", "Ki\u00adhi\u200bka"),
    ("Kihika", "\u200e\u2068Kihika\u2069\ufe0f"),
    ("Kihika", "Ｋｉｈｉｋａ"),
    ("Fiona", "ﬁona"),
    ("Straße", "STRASSE"),
    ("Łukasz Ørsted", "lukasz orsted"),
    ("Ɗanjuma", "Danjuma"),
    ("أحمد", "احمد"),
    ("إبراهيم", "ابراهيم"),
    ("فاطمة", "فاطمه"),
    ("مُحَمَّد", "محمد"),
    ("محـــمد", "محمد"),
    ("على", "علي"),
    ("Room ٣", "room 3"),
]
DIFFERENT = [("Flores", "Florez"), ("Ana", "Anna"), ("नेपाल", "नपल"), ("字", "語")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_again_or_from_another_normal_form_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, text)) == folded


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_person_is_known_and_waits_already(one: str, other: str) -> None:
    service = a_session("KE")
    service.execute(AddRequest(person("KE", one)))
    again = person("KE", other)
    assert identity_of(again) == identity_of(person("KE", one))
    assert is_already_waiting(service.session, again, "speech")
    with pytest.raises(RejectedError) as refused:
        service.execute(AddRequest(again))
    assert refused.value.reason is Reason.ALREADY_WAITING
    service.execute(ImportSpeakers((ImportedSpeaker(2, again), ImportedSpeaker(3, person("KE", "Else")))))
    assert [service.session.person(each.delegate).name for each in service.session.requests.values()] == [
        "", one, "Else",
    ]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_organization_is_one_party_and_one_theme_is_one_theme(one: str, other: str) -> None:
    first = replace(person("KE", "A"), delegation=DelegationId(""), organization=one)
    assert party_of(first) == party_of(replace(first, organization=other))
    service = a_session("KE")
    note = ConceptNote((ExtractedField("theme", one, one),), one)
    service.execute(ImportConceptNote(note))
    again = replace(note, findings=(ExtractedField("theme", other, other), ExtractedField("theme", "Else", "")))
    service.execute(ImportConceptNote(again))
    assert [theme.title for theme in service.session.themes][-2:] == [one, "Else"]


def test_a_note_is_found_by_any_spelling() -> None:
    for one, other in SAME:
        index = SqliteTextIndex()
        index.add([(1, one, "")])
        assert index.find([(word, ()) for word in fold(other).split()], 5) == [1], (one, other)


def test_titles_and_slips_are_read_in_full_width_and_nfd_as_well() -> None:
    assert split_title("Ｍｓ． Kihika")[1] == "Kihika"
    assert parse_speaker_tags("ken, Kihika /F")[1].gender is not None
