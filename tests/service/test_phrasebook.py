"""What a half-typed word is likely to become."""

import pytest

from ipu_session.service.completer import Completion, PhraseCompleter
from tests.builders import a_session, person


@pytest.fixture
def book() -> PhraseCompleter:
    made = PhraseCompleter()
    made.add_names(a_session("KE", "CI").session)
    return made


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("with cot", Completion(3, "Côte d'Ivoire")),
        ("الى كين", None),
        ("Internat", Completion(8, "International Organization for Migration")),
        ("we", None),
        ("Algeria", None),
        ("Algeri", None),
        ("alg ", None),
        ("", None),
    ],
)
def test_names_of_delegations_are_offered_from_three_letters_on(
    book: PhraseCompleter, typed: str, offered: Completion | None
) -> None:
    assert book.complete(typed) == offered


def test_a_word_used_is_offered_and_what_saves_little_is_not(book: PhraseCompleter) -> None:
    book.add("preventing instrumentalization, always")
    assert book.complete("(inst") == Completion(4, "instrumentalization")
    assert book.complete("no Inst") == Completion(4, "Instrumentalization")
    assert book.complete("alwa") is None


def test_a_phrase_used_twice_is_offered_whole(book: PhraseCompleter) -> None:
    book.add("a common register of cases. More")
    book.add("the common register of cases")
    book.add("common ground")
    assert book.complete("one comm") == Completion(4, "common register of cases")


def test_what_a_sign_parts_is_no_phrase(book: PhraseCompleter) -> None:
    for _ in range(3):
        book.add("protection. Borders")
    assert book.complete("prot") == Completion(4, "protection")


def test_accents_and_case_are_ignored_arabic_included(book: PhraseCompleter) -> None:
    book.add("État التنمية")
    book.add("État membre")
    book.add("État membre")
    assert book.complete("eta") == Completion(3, "État membre")
    assert book.complete("التن") == Completion(4, "التنمية")


def test_a_delegate_who_joins_is_known_by_name() -> None:
    service = a_session()
    book = PhraseCompleter()
    assert book.complete("kihi") is None
    from ipu_session.domain import commands as c

    service.execute(c.AddRequest(person("KE", "Kihikambura")))
    book.add_names(service.session)
    assert book.complete("kihi") == Completion(4, "Kihikambura")


def test_a_pasted_book_is_not_learnt_whole(book: PhraseCompleter) -> None:
    book.add("word " * 400 + "extraordinary")
    assert book.complete("extra") is None
