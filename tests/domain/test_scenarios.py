"""The rules as tables that a clerk can read."""

import pytest

from tests.scenario import play

SCENARIOS = {
    "a speaker runs over and the next one waits": """
        10:00:00 list Kenya Peru     -> free; waiting Kenya Peru
        10:00:05 next                -> Kenya 3:00; waiting Peru
        10:02:55 look                -> Kenya 0:10; waiting Peru
        10:03:00 floor Peru          -> refused: floor-taken
        10:03:15 look                -> Kenya -0:10; waiting Peru
        10:03:20 end                 -> free; waiting Peru
        10:03:40 next                -> Peru 3:00
    """,
    "next ends one speech and begins the other in one act": """
        10:00:00 list Kenya Peru
        10:00:00 next                -> Kenya 3:00; waiting Peru
        10:02:00 next                -> Peru 3:00
        10:04:00 next                -> free
        10:04:01 next                -> refused: list-empty
    """,
    "undo of an accidental next gives the clock back as though it had never stopped": """
        10:00:00 list Kenya Peru
        10:00:00 next                -> Kenya 3:00; waiting Peru
        10:01:00 next                -> Peru 3:00
        10:01:20 undo                -> Kenya 1:40; waiting Peru
        10:01:30 redo                -> Peru 2:30
        10:01:40 undo                -> Kenya 1:20; waiting Peru
    """,
    "a pause stops the clock and nothing else": """
        10:00:00 floor Kenya         -> Kenya 3:00
        10:01:00 pause               -> Kenya 2:00 paused
        10:05:00 look                -> Kenya 2:00 paused
        10:05:00 pause               -> refused: not-running
        10:05:00 resume              -> Kenya 2:00
        10:06:00 resume              -> refused: not-paused
        10:06:00 look                -> Kenya 1:00
    """,
    "time is granted and taken back, never below nothing": """
        10:00:00 floor Kenya         -> Kenya 3:00
        10:02:50 grant 30            -> Kenya 0:40
        10:02:50 grant -30           -> Kenya 0:10
        10:02:50 grant -600          -> refused: out-of-range
    """,
    "a point of order stops the clock and gives it back": """
        10:00:00 floor Kenya         -> Kenya 3:00
        10:01:00 order Peru          -> Peru 1:00; Kenya held at 2:00
        10:01:20 rule dismissed      -> Kenya 2:00
        10:01:30 look                -> Kenya 1:50
    """,
    "a point of order stops the clock at once, whoever raised it": """
        10:00:00 floor Kenya
        10:01:00 order               -> somebody 1:00; Kenya held at 2:00
        10:01:30 rule upheld         -> Kenya 2:00
    """,
    "a paused speech is paused again after a point of order": """
        10:00:00 floor Kenya
        10:01:00 pause
        10:01:10 order Peru          -> Peru 1:00; Kenya held at 2:00
        10:01:40 rule noted          -> Kenya 2:00 paused
    """,
    "a point of order may come while nobody speaks": """
        10:00:00 open                -> free
        10:01:00 order Peru          -> Peru 1:00
        10:01:10 rule noted          -> free
    """,
    "a point of order is ended by its ruling, not by next": """
        10:00:00 list Kenya Samoa
        10:00:00 next
        10:01:00 order Peru
        10:01:10 next                -> refused: point-of-order-pending
        10:01:10 end                 -> refused: point-of-order-pending
        10:01:10 order Samoa         -> refused: point-of-order-pending
        10:01:10 rule noted          -> Kenya 2:00; waiting Samoa
        10:01:10 rule noted          -> refused: no-point-of-order
    """,
    "an observer has no point of order": """
        10:00:00 floor Kenya
        10:01:00 order IOM           -> refused: observer-has-no-point-of-order
        10:01:00 look                -> Kenya 2:00
    """,
    "undo of a point of order lets the speech run as though never stopped": """
        10:00:00 floor Kenya
        10:01:00 order Peru          -> Peru 1:00; Kenya held at 2:00
        10:01:30 undo                -> Kenya 1:30
    """,
    "a suspension freezes the speaker's clock": """
        10:00:00 floor Kenya
        10:01:00 suspend fire alarm  -> suspended; Kenya held at 2:00
        10:01:10 suspend             -> refused: sitting-suspended
        10:01:10 next                -> refused: sitting-suspended
        10:20:00 reopen              -> Kenya 2:00
        10:21:00 look                -> Kenya 1:00
    """,
    "a suspension in a point of order freezes both": """
        10:00:00 floor Kenya
        10:01:00 order Peru
        10:01:20 suspend             -> suspended; Kenya held at 2:00; Peru held at 0:40
        10:05:00 reopen              -> Peru 0:40; Kenya held at 2:00
        10:05:10 rule noted          -> Kenya 2:00
    """,
    "nobody gets the floor while the sitting is suspended": """
        10:00:00 open
        10:00:00 list Kenya
        10:00:10 suspend             -> suspended; waiting Kenya
        10:00:20 next                -> refused: sitting-suspended
        10:00:30 reopen              -> free; waiting Kenya
        10:00:40 next                -> Kenya 3:00
    """,
    "closing the sitting ends the speech and keeps the list": """
        10:00:00 list Kenya Peru
        10:00:00 next
        10:01:00 close               -> free; waiting Peru
        10:01:10 close               -> refused: no-sitting
    """,
    "closing the sitting in a point of order ends the held speech too": """
        10:00:00 floor Kenya
        10:01:00 order Peru
        10:01:10 close               -> free
    """,
    "giving the floor opens the sitting": """
        10:00:00 suspend             -> refused: no-sitting
        10:00:00 floor Kenya         -> Kenya 3:00
        10:00:01 open                -> refused: sitting-open
    """,
    "editing the list never touches a running clock": """
        10:00:00 floor Kenya
        10:00:30 list Peru Samoa     -> Kenya 2:30; waiting Peru Samoa
        10:00:40 move Samoa 1        -> Kenya 2:20; waiting Samoa Peru
        10:00:50 withdraw Peru       -> Kenya 2:10; waiting Samoa
        10:01:00 absent Samoa        -> Kenya 2:00; waiting Samoa
        10:01:10 absent Samoa        -> Kenya 1:50
        10:01:20 restore Peru        -> Kenya 1:40; waiting Peru
    """,
    "absent when called: to the end once, then absent": """
        10:00:00 list Kenya Peru
        10:00:10 absent Kenya        -> free; waiting Peru Kenya
        10:00:20 absent Kenya        -> free; waiting Peru
        10:00:30 absent Kenya        -> refused: not-waiting
        10:00:40 restore Kenya       -> free; waiting Peru Kenya
    """,
    "a changed limit applies to those still to speak": """
        10:00:00 list Kenya Peru
        10:00:00 next                -> Kenya 3:00; waiting Peru
        10:01:00 limit 120           -> Kenya 2:00; waiting Peru
        10:02:00 next                -> Peru 2:00
    """,
    "a closed list takes replies but no speeches": """
        10:00:00 list Kenya
        10:00:10 close-list          -> free; waiting Kenya
        10:00:11 close-list          -> refused: list-closed
        10:00:20 list Peru           -> refused: list-closed
        10:00:30 reply Peru          -> free; waiting Kenya Peru
        10:00:40 reopen-list
        10:00:50 list Samoa          -> free; waiting Kenya Peru Samoa
        10:00:51 reopen-list         -> refused: list-open
    """,
    "the first on the list may be passed over by hand": """
        10:00:00 list Kenya Peru Samoa
        10:00:10 floor Samoa         -> Samoa 3:00; waiting Kenya Peru
    """,
    "renaming a delegate changes no clock": """
        10:00:00 list Kenya Peru
        10:00:00 next
        10:01:00 rename Kenya Achieng -> Kenya 2:00; waiting Peru
    """,
    "undo and redo walk through everything": """
        10:00:00 list Kenya          -> free; waiting Kenya
        10:00:10 next                -> Kenya 3:00
        10:00:20 pause               -> Kenya 2:50 paused
        10:00:30 undo                -> Kenya 2:40
        10:00:30 undo                -> free; waiting Kenya
        10:00:30 undo                -> free
        10:00:30 undo                -> refused: nothing-to-undo
        10:00:40 redo                -> free; waiting Kenya
        10:00:40 redo                -> Kenya 2:30
        10:00:40 redo                -> Kenya 2:50 paused
        10:00:40 redo                -> refused: nothing-to-redo
    """,
    "a new act after undo forgets what could be redone": """
        10:00:00 list Kenya Peru
        10:00:10 next
        10:00:20 undo                -> free; waiting Kenya Peru
        10:00:30 withdraw Kenya      -> free; waiting Peru
        10:00:40 redo                -> refused: nothing-to-redo
        10:00:50 undo                -> free; waiting Kenya Peru
    """,
}


@pytest.mark.parametrize("script", SCENARIOS.values(), ids=SCENARIOS)
def test_scenario(script):
    play(script)


def test_every_recorded_millisecond_is_spoken_paused_or_held():
    scene = play("""
        10:00:00 floor Kenya
        10:01:00 pause
        10:01:30 resume
        10:02:00 order Peru
        10:02:45 rule dismissed
        10:03:00 end                 -> free
    """)
    for intervention in scene.session.interventions.values():
        watch = intervention.watch
        length = intervention.ended_ms - intervention.started_ms
        assert watch.running_ms + watch.paused_ms + watch.held_ms == length
    kenya, peru = scene.session.interventions.values()
    if kenya.id > peru.id:
        kenya, peru = peru, kenya
    assert (kenya.watch.running_ms, kenya.watch.paused_ms, kenya.watch.held_ms) == (105_000, 30_000, 45_000)
    assert peru.watch.running_ms == 45_000
    assert peru.interrupts == kenya.id
