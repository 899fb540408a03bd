"""The random walk of test_consistency, long."""

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.service.test_consistency import AnySession
from tests.soak_figures import Figures

WALKS = 200


@pytest.mark.soak("U8")
def test_a_long_walk_finds_nothing(figures: Figures) -> None:
    walked = []

    class Counted(AnySession):
        def teardown(self) -> None:
            super().teardown()
            walked.append(self.service.session.version)

    long = settings(max_examples=WALKS, stateful_step_count=60, deadline=None)
    run_state_machine_as_test(Counted, settings=long)
    assert len(walked) >= WALKS
    figures(walks=len(walked), events=sum(walked), differences=0)
