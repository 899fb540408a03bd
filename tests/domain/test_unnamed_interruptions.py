"""Interruptions whose speaker is not recorded yet, in the order in which they were raised."""

from ipu_session.domain import commands as c
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.queries.unnamed_interruptions import unnamed_interruptions
from tests.builders import FakeClock, a_session


def test_the_latest_is_the_last_whatever_the_order_of_the_map() -> None:
    clock = FakeClock()
    service = a_session(clock=clock)
    service.execute(c.OpenSitting())
    for number in range(12):
        service.execute(c.RaisePointOfOrder())
        service.execute(c.RulePointOfOrder(Ruling.NOTED))
        clock.advance(1_000)
        for note in range(number):
            service.execute(c.TakeNote(f"note {note}"))
    raised = [each.id for each in unnamed_interruptions(service.session)]
    assert len(raised) == 12
    assert raised == sorted(raised)
    assert [each.id for each in service.session.interventions.values()] != raised
