"""What a half-typed word is likely to become."""

import pytest

from ipu_session.service.completer import Offer, Phrasebook
from tests.builders import a_session, person


@pytest.fixture
def book():
    made = Phrasebook()
    made.name(a_session("KE", "CI").session)
    return made


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("with cot", Offer(3, "Côte d'Ivoire")),
        ("الى كين", None),
        ("Internat", Offer(8, "International Organization for Migration")),
        ("we", None),
        ("Algeria", None),
        ("Algeri", None),
        ("alg ", None),
        ("", None),
    ],
)
def test_names_of_delegations_are_offered_from_three_letters_on(book, typed, offered):
    assert book.offer(typed) == offered


def test_a_word_used_is_offered_and_what_saves_little_is_not(book):
    book.learn("preventing instrumentalization, always")
    assert book.offer("(inst") == Offer(4, "instrumentalization")
    assert book.offer("no Inst") == Offer(4, "Instrumentalization")
    assert book.offer("alwa") is None


def test_a_phrase_used_twice_is_offered_whole(book):
    book.learn("a common register of cases. More")
    book.learn("the common register of cases")
    book.learn("common ground")
    assert book.offer("one comm") == Offer(4, "common register of cases")


def test_what_a_sign_parts_is_no_phrase(book):
    for _ in range(3):
        book.learn("protection. Borders")
    assert book.offer("prot") == Offer(4, "protection")


def test_accents_and_case_are_ignored_arabic_included(book):
    book.learn("État التنمية")
    book.learn("État membre")
    book.learn("État membre")
    assert book.offer("eta") == Offer(3, "État membre")
    assert book.offer("التن") == Offer(4, "التنمية")


def test_a_delegate_who_joins_is_known_by_name():
    service = a_session()
    book = Phrasebook()
    assert book.offer("kihi") is None
    from ipu_session.domain import commands as c

    service.execute(c.AddRequest(person("KE", "Kihikambura")))
    book.name(service.session)
    assert book.offer("kihi") == Offer(4, "Kihikambura")


def test_a_pasted_book_is_not_learnt_whole(book):
    book.learn("word " * 400 + "extraordinary")
    assert book.offer("extra") is None
