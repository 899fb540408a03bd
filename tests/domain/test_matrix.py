"""The matrix of themes by delegations: counts, kinds and time, none of it twice."""

import pytest

from ipu_session.domain.model.ids import DelegationId, InterventionId, ThemeId
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.domain.queries.parties import Party
from ipu_session.domain.queries.tallies import spoken_seconds
from ipu_session.domain.queries.theme_matrix import (
    CellCount,
    ThemeMatrix,
    build_matrix,
    build_report_matrix,
    count_notes,
    rows_by_group,
    untouched_themes,
)
from tests.report.sessions import made_session, with_note

FIRST = InterventionId(3_001)
EGYPT, KENYA = Party(DelegationId("EG")), Party(DelegationId("KE"))


def of(session: Session) -> ThemeMatrix:
    return build_matrix(session, 0, count_notes(session.notes.values()))


def test_it_counts_notes_by_kind_and_the_interventions_that_touched() -> None:
    session = made_session(2, notes=False)
    session = with_note(session, 1, "a", intervention=FIRST, themes=(ThemeId(2),))
    both = (ThemeId(2), ThemeId(3))
    session = with_note(session, 2, "b", intervention=FIRST, themes=both, kind=NoteKind.PROPOSAL)
    rows = dict(of(session).rows)
    points, proposals = (1, 0, 0, 0, 0), (0, 1, 0, 0, 0)
    assert [(touch.kinds, touch.interventions) for touch in rows[EGYPT][1:3]] == [((1, 1, 0, 0, 0), 1), (proposals, 1)]
    assert rows[EGYPT][0] == CellCount() != rows[KENYA][0]
    assert (rows[KENYA][0].notes, rows[KENYA][0].interventions) == (0, 1)
    assert of(session).column_totals[1].kinds == tuple(a + b for a, b in zip(points, proposals, strict=True))
    assert [t.number for t in untouched_themes(session)] == [4, 5]


@pytest.mark.parametrize("interventions", [1, 20])
def test_no_second_counts_twice(interventions: int) -> None:
    session = made_session(interventions)
    touching = {note.intervention for note in session.notes.values() if note.themes}
    touching |= {i.id for i in session.interventions.values() if i.request and session.requests[i.request].themes}
    spoken = sum(spoken_seconds(i, 0) for i in session.interventions.values() if i.id in touching)
    assert sum(touch.seconds for touch in of(session).column_totals) == spoken > 0


def test_seconds_that_cannot_be_shared_go_to_the_first_themes() -> None:
    session = made_session(2, notes=False)
    session = with_note(session, 1, "a", intervention=FIRST, themes=tuple(map(ThemeId, (1, 3, 4, 5))))
    shares = [touch.seconds for touch in dict(of(session).rows)[EGYPT] if touch.seconds]
    assert sum(shares) == spoken_seconds(session.interventions[FIRST], 0)
    assert max(shares) - min(shares) <= 1
    assert shares == sorted(shares, reverse=True)


def test_a_delegation_in_two_groups_counts_in_each() -> None:
    session = made_session(2)
    found = of(session)
    rows = dict(rows_by_group(found, session))
    egypt = dict(found.rows)[EGYPT]
    assert "EG" in session.delegations
    assert all(rows["Arab"][n].notes >= cell.notes <= rows["African"][n].notes for n, cell in enumerate(egypt))
    assert rows["Eurasia"] == (CellCount(),) * len(session.themes)


def test_who_is_in_no_group_stands_apart() -> None:
    session = with_note(made_session(0), 1, "nobody knows who", themes=(ThemeId(4),))
    assert rows_by_group(of(session), session)[-1] == (
        "",
        (*[CellCount()] * 3, CellCount((1, 0, 0, 0, 0)), CellCount()),
    )


def test_notes_not_for_the_report_are_not_in_its_matrix() -> None:
    session = with_note(made_session(0), 1, "a", themes=(ThemeId(4),), restricted=True)
    assert of(session).rows == ((Party(), (*[CellCount()] * 3, CellCount((1, 0, 0, 0, 0)), CellCount())),)
    assert build_report_matrix(session, 0).rows == ()
    assert len(untouched_themes(session, restricted=False)) == 5
