"""Contributions are found beside the notes, by text, title and delegation, as the session stands."""

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import ContributionId, DelegationId
from ipu_session.service.notes_projection import NotesProjection
from ipu_session.store.text_index import SqliteTextIndex
from tests.builders import a_session


class Sent:
    def __init__(self) -> None:
        self.service = a_session("KE")
        self.notebook = self.service.notes_projection

    def register(
        self, code: str, title: str, text: str = "", contribution: ContributionId | None = None
    ) -> ContributionId:
        entry = c.RegisterContribution(
            DelegationId(code), "2022-03-15", 2, title=title, text=text, contribution=contribution
        )
        self.service.execute(entry)
        return max(self.service.session.contributions)

    def titles(self, typed: str) -> list[str]:
        known = self.service.session.contributions
        return [known[each].title for each in self.notebook.find(typed).contributions]


@pytest.fixture
def sent() -> Sent:
    made = Sent()
    made.register("KE", "Views of Kenya", "A common register of cases")
    made.register("PE", "Vues", "L’éducation des filles")
    return made


def test_by_text_title_and_delegation_in_any_language(sent: Sent) -> None:
    assert sent.titles("regist COMMON") == ["Views of Kenya"]
    assert sent.titles("educ fille") == ["Vues"]
    assert sent.titles("Pérou") == ["Vues"]
    assert sent.titles("vu") == ["Vues"]
    assert sent.titles("peru girls") == []
    assert sent.titles("’") == ["Vues"]


def test_notes_and_contributions_with_the_same_words_are_told_apart(sent: Sent) -> None:
    sent.service.execute(c.TakeNote("a common register"))
    found = sent.notebook.find("register")
    assert len(found.notes) == len(found.contributions) == 1


def test_what_is_corrected_removed_and_undone_is_found_as_it_stands(sent: Sent) -> None:
    number = max(sent.service.session.contributions)
    sent.register("PE", "Vues", "Les garçons", contribution=number)
    assert (sent.titles("filles"), sent.titles("garcon")) == ([], ["Vues"])
    sent.service.execute(c.RemoveContribution(number))
    assert sent.titles("garcon") == []
    sent.service.undo()
    sent.service.undo()
    assert sent.titles("filles") == ["Vues"]


def test_many_are_fed_piece_by_piece(sent: Sent) -> None:
    for _ in range(4):
        sent.register("KE", "Later")
    again = NotesProjection(sent.service.session, SqliteTextIndex(), SqliteTextIndex())
    assert again.find("register").contributions == ()
    while again.index_more(100):
        pass
    assert len(again.find("register").contributions) == 1
