"""The rules as tables that a clerk can read."""

import pytest

from tests.narrowing import not_none
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
        10:00:30 reply Peru          -> free; waiting Kenya; reply Peru
        10:00:40 reopen-list
        10:00:50 list Samoa          -> free; waiting Kenya Samoa; reply Peru
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
    "the next one is called from the list first, then the reserves, then the replies": """
        10:00:00 list Kenya Peru Samoa
        10:00:00 reply Japan
        10:00:00 reserve Kenya       -> free; waiting Kenya? Peru Samoa; reply Japan
        10:00:01 next                -> Peru 3:00; waiting Kenya? Samoa; reply Japan
        10:00:02 next                -> Samoa 3:00; waiting Kenya?; reply Japan
        10:00:03 next                -> Kenya 3:00; reply Japan
        10:00:04 next                -> Japan 3:00
    """,
    "a reserve may be called up": """
        10:00:00 list Kenya Peru
        10:00:00 reserve Kenya       -> free; waiting Kenya? Peru
        10:00:01 reserve Kenya       -> refused: nothing-changes
        10:00:02 call-up Kenya       -> free; waiting Kenya Peru
        10:00:03 next                -> Kenya 3:00; waiting Peru
    """,
    "replies are held to the end, but the chair may give one the floor before": """
        10:00:00 list Kenya Peru
        10:00:00 reply Samoa
        10:00:01 floor Samoa         -> Samoa 3:00; waiting Kenya Peru
        10:00:30 next                -> Kenya 3:00; waiting Peru
    """,
    "a delegation has two replies, the second one shorter": """
        10:00:00 reply Kenya/Achieng
        10:00:00 next                -> Kenya 3:00
        10:01:00 end
        10:02:00 reply Kenya/Otieno
        10:02:00 next                -> Kenya 2:00
        10:03:00 reply Kenya/Mutua   -> refused: no-more-replies
        10:03:00 reply Peru          -> Kenya 1:00; reply Peru
    """,
    "replies that wait count as well": """
        10:00:00 reply Kenya/Achieng
        10:00:00 reply Kenya/Otieno  -> free; reply Kenya Kenya
        10:00:00 reply Kenya/Mutua   -> refused: no-more-replies
        10:00:00 rule-of replies_for_each_delegation 3
        10:00:00 reply Kenya/Mutua   -> free; reply Kenya Kenya Kenya
    """,
    "an observer has no reply": """
        10:00:00 reply IOM           -> refused: observer-has-no-reply
    """,
    "a place is moved within its own list": """
        10:00:00 list Kenya Peru
        10:00:00 reply Samoa
        10:00:00 list Japan
        10:00:00 reply France        -> free; waiting Kenya Peru Japan; reply Samoa France
        10:00:01 move Japan 2        -> free; waiting Kenya Japan Peru; reply Samoa France
        10:00:02 move France 1       -> free; waiting Kenya Japan Peru; reply France Samoa
        10:00:03 move France 1       -> refused: nothing-changes
    """,
    "two exchange their places": """
        10:00:00 list Kenya Peru Samoa
        10:00:01 swap Kenya Samoa    -> free; waiting Samoa Peru Kenya
        10:00:02 swap Kenya Kenya    -> refused: nothing-changes
        10:00:03 undo                -> free; waiting Kenya Peru Samoa
        10:00:04 reply Japan
        10:00:05 swap Kenya Japan    -> refused: other-list
        10:00:06 withdraw Peru
        10:00:07 swap Kenya Peru     -> refused: not-waiting
    """,
    "lots give the same order for the same seed": """
        10:00:00 list Kenya Peru Samoa Japan
        10:00:01 lots 7              -> free; waiting Peru Samoa Kenya Japan
        10:00:02 undo                -> free; waiting Kenya Peru Samoa Japan
        10:00:03 lots 7              -> free; waiting Peru Samoa Kenya Japan
        10:00:04 lots 0              -> refused: out-of-range
    """,
    "lots with a cap make reserves of the rest": """
        10:00:00 rule-of lots_cap 2
        10:00:00 list Kenya Peru Samoa Japan
        10:00:00 reply France
        10:00:01 lots 7              -> free; waiting Peru Samoa Kenya? Japan?; reply France
        10:00:02 lots 2022           -> free; waiting Kenya Japan Samoa? Peru?; reply France
        10:00:03 rule-of lots_cap 0
        10:00:04 lots 7              -> free; waiting Japan Samoa Kenya Peru; reply France
    """,
    "nobody draws lots for one": """
        10:00:00 list Kenya
        10:00:01 lots 5              -> refused: list-empty
    """,
    "a proposed order is one step": """
        10:00:00 list Kenya/m Peru/m Samoa/f Japan/f
        10:00:01 propose alternation -> free; waiting Kenya Samoa Peru Japan
        10:00:02 undo                -> free; waiting Kenya Peru Samoa Japan
    """,
    "women and men in turn begin with the other than spoke last": """
        10:00:00 list Kenya/m Peru/m Samoa/f France Japan/f
        10:00:00 next                -> Kenya 3:00; waiting Peru Samoa France Japan
        10:00:01 propose alternation -> Kenya 2:59; waiting Samoa Peru France Japan
    """,
    "who has not been heard may come first": """
        10:00:00 list Kenya/Achieng
        10:00:00 next
        10:01:00 end
        10:02:00 list Kenya/Achieng Peru Samoa
        10:02:00 propose first-time  -> free; waiting Peru Samoa Kenya
        10:02:01 propose first-time  -> refused: nothing-changes
    """,
    "the young may come first": """
        10:00:00 list Kenya Peru/young Samoa Japan/young
        10:00:01 propose young-first -> free; waiting Peru Japan Kenya Samoa
    """,
    "groups that were not heard may come first": """
        10:00:00 list Kenya
        10:00:00 next
        10:00:10 list Egypt France Algeria Samoa Japan
        10:00:20 propose unheard-groups -> Kenya 2:40; waiting Egypt France Samoa Algeria Japan
    """,
    "a delegation does not come twice in a row while another waits": """
        10:00:00 list Kenya/A Kenya/B Kenya/C Peru
        10:00:01 propose not-twice-in-a-row -> free; waiting Kenya Peru Kenya Kenya
    """,
    "first speakers before second ones": """
        10:00:00 list Kenya/A Kenya/B Peru/C
        10:00:01 propose first-speakers -> free; waiting Kenya Peru Kenya
    """,
    "the closing of the list is announced, and nothing closes it but the chair": """
        10:00:00 list Kenya
        10:00:00 announce
        10:20:00 list Peru           -> free; waiting Kenya Peru
        10:20:00 close-list
        10:20:01 announce            -> refused: list-closed
    """,
    "a new allotment for the one on the floor": """
        10:00:00 floor Kenya
        10:01:00 allot 300           -> Kenya 4:00
        10:01:00 grant 30            -> Kenya 4:30
        10:01:00 allot 300           -> refused: nothing-changes
        10:01:00 allot 0             -> Kenya for 1:00
        10:01:00 grant 30            -> refused: no-limit
        10:01:00 allot -5            -> refused: out-of-range
    """,
    "twice the time for interpretation": """
        10:00:00 floor Kenya
        10:01:00 double interpretation -> Kenya 5:00
    """,
    "somebody young has more time, once for each delegation": """
        10:00:00 preset ipu-general-debate
        10:00:00 rule-of shared_by_delegation 0
        10:00:00 list Kenya/A/young Kenya/B/young Peru/C
        10:00:00 next                -> Kenya 10:00; waiting Kenya Peru
        10:01:00 next                -> Kenya 8:00; waiting Peru
        10:02:00 next                -> Peru 8:00
    """,
    "two speakers of a delegation share its time": """
        10:00:00 preset ipu-general-debate
        10:00:00 list Kenya/A Kenya/B Kenya/C Peru/D
        10:00:00 next                -> Kenya 8:00; waiting Kenya Kenya Peru
        10:05:00 next                -> Kenya 3:00; waiting Kenya Peru
        10:09:00 next                -> Kenya 0:01; waiting Peru
        10:10:00 next                -> Peru 8:00
    """,
    "without limits the clock only counts": """
        10:00:00 preset blank
        10:00:00 floor Kenya         -> Kenya for 0:00
        10:05:00 look                -> Kenya for 5:00
        10:05:00 order Peru          -> Peru for 0:00; Kenya held at -5:00
        10:06:00 rule noted          -> Kenya for 5:00
    """,
    "a question is answered by whom it interrupted, and the speech goes on": """
        10:00:00 list Samoa
        10:00:00 floor Kenya         -> Kenya 3:00; waiting Samoa
        10:01:00 question Peru       -> Peru 0:30; Kenya held at 2:00; waiting Samoa
        10:01:20 next                -> Kenya 0:30; Kenya held at 2:00; waiting Samoa
        10:01:40 next                -> Kenya 2:00; waiting Samoa
    """,
    "a question may stay without a response": """
        10:00:00 floor Kenya
        10:01:00 question            -> somebody 0:30; Kenya held at 2:00
        10:01:20 end                 -> Kenya 2:00
    """,
    "a question after the speech is to the latest speaker": """
        10:00:00 question Peru       -> refused: nobody-to-ask
        10:00:00 floor Kenya
        10:01:00 end
        10:01:10 question Peru       -> Peru 0:30
        10:01:20 next                -> Kenya 0:30
        10:01:30 next                -> free
    """,
    "no question within a point of order": """
        10:00:00 floor Kenya
        10:01:00 order Peru
        10:01:10 question Samoa      -> refused: floor-taken
        10:01:10 chair               -> refused: point-of-order-pending
        10:01:10 motion Samoa        -> refused: floor-taken
    """,
    "the chair's own words hold the speech and have no limit": """
        10:00:00 floor Kenya
        10:01:00 chair               -> the chair for 0:00; Kenya held at 2:00
        10:04:00 chair               -> refused: floor-taken
        10:04:00 end                 -> Kenya 2:00
        10:04:30 next                -> free
        10:05:00 chair               -> the chair for 0:00
        10:06:00 next                -> free
    """,
    "a motion: the mover, one against, the chair, then a decision": """
        10:00:00 floor Kenya
        10:01:00 motion Peru         -> Peru 1:00; Kenya held at 2:00
        10:01:10 moved close-debate
        10:01:20 end                 -> refused: motion-pending
        10:01:30 next                -> somebody 1:00; Kenya held at 2:00
        10:01:40 next                -> the chair 1:00; Kenya held at 2:00
        10:01:50 next                -> refused: motion-pending
        10:02:00 decide rejected     -> Kenya 2:00
        10:02:10 decide carried      -> refused: no-motion
    """,
    "the same is not moved twice": """
        10:00:00 open
        10:00:00 motion Peru
        10:00:10 moved close-list
        10:00:20 decide withdrawn    -> free
        10:01:00 motion Samoa
        10:01:10 moved close-list    -> refused: motion-moved-before
        10:01:10 moved other to eat  -> Samoa 0:50
        10:01:20 moved other to eat  -> refused: nothing-changes
        10:01:30 decide carried      -> free
    """,
    "a point of order within a motion": """
        10:00:00 floor Kenya
        10:01:00 motion Peru
        10:01:10 order Samoa         -> Samoa 1:00; Kenya held at 2:00; Peru held at 0:50
        10:01:20 decide carried      -> refused: point-of-order-pending
        10:01:30 rule upheld         -> Peru 0:50; Kenya held at 2:00
        10:01:40 decide carried      -> Kenya 2:00
    """,
    "a motion that is not decided lapses with the sitting": """
        10:00:00 floor Kenya
        10:01:00 motion Peru
        10:01:10 close               -> free
        10:02:00 motion Samoa        -> Samoa 1:00
    """,
    "an observer moves nothing": """
        10:00:00 open
        10:00:00 motion IOM          -> refused: observer-has-no-point-of-order
        10:00:00 motion
        10:00:10 whose somebody IOM  -> refused: observer-has-no-point-of-order
    """,
    "a suspension has a reason, said later": """
        10:00:00 because tea         -> refused: no-sitting
        10:00:00 open
        10:00:00 because tea         -> refused: not-suspended
        10:00:10 suspend             -> suspended
        10:00:20 because tea         -> suspended
        10:00:30 because tea         -> refused: nothing-changes
        10:10:00 reopen              -> free
    """,
    "a recorded time is corrected": """
        10:00:00 floor Kenya
        10:01:00 correct Kenya spoken 50 -> refused: not-ended
        10:02:00 end
        10:03:00 correct Kenya spoken 90 -> free
        10:03:00 correct Kenya spoken 90 -> refused: nothing-changes
        10:03:00 correct Kenya spoken -1 -> refused: out-of-range
        10:03:00 correct Kenya started 3000000000 -> refused: not-yet
    """,
    "a speech held on paper is entered afterwards": """
        10:00:00 paper Peru 09:59:00 60 -> refused: no-sitting
        10:00:00 list Kenya Peru/Flores
        10:00:00 next
        10:30:00 end
        10:31:00 paper Peru/Flores 10:05:00 150 -> free
        10:31:00 paper Peru/Flores 10:05:00 0 -> refused: out-of-range
        10:31:00 paper Peru/Flores 10:45:00 60 -> refused: not-yet
    """,
    "a speech recorded by mistake is struck out": """
        10:00:00 list Kenya Peru
        10:00:00 next
        10:01:00 strike Kenya        -> refused: not-ended
        10:01:00 end                 -> free; waiting Peru
        10:01:10 strike Kenya        -> free; waiting Peru
        10:01:20 restore Kenya       -> free; waiting Peru Kenya
    """,
    "after a kill the gap counts unless it is said that it does not": """
        10:00:00 floor Kenya
        10:01:00 killed 20           -> Kenya 1:40; killed 20 s
        10:01:30 count               -> Kenya 1:30
        10:01:40 count               -> refused: no-gap
    """,
    "after a kill the gap may be left out": """
        10:00:00 floor Kenya
        10:01:00 killed 20           -> Kenya 1:40; killed 20 s
        10:01:30 leave-out           -> Kenya 1:50
        10:01:40 undo                -> Kenya 1:20; killed 20 s
        10:01:50 leave-out           -> Kenya 1:30
        10:02:00 next                -> free
    """,
    "a gap is no act: undo takes back what was done before it": """
        10:00:00 list Kenya Peru
        10:00:00 next
        10:01:00 next                -> Peru 3:00
        10:01:10 killed 20           -> Peru 2:30; killed 20 s
        10:01:40 undo                -> Kenya 1:20; waiting Peru; killed 20 s
        10:01:50 redo                -> Peru 2:10; killed 20 s
        10:02:00 undo                -> Kenya 1:00; waiting Peru; killed 20 s
        10:02:10 leave-out           -> Kenya 1:10; waiting Peru
        10:02:20 undo                -> Kenya 0:40; waiting Peru; killed 20 s
        10:02:30 redo                -> Kenya 0:50; waiting Peru
    """,
    "a gap in a pause that is undone is asked about: the clock has run on": """
        10:00:00 floor Kenya
        10:01:00 pause
        10:01:00 killed 20           -> Kenya 2:00 paused
        10:01:30 undo                -> Kenya 1:30; killed 20 s
        10:01:40 redo                -> Kenya 2:00 paused
        10:01:50 undo                -> Kenya 1:10; killed 20 s
        10:02:00 leave-out           -> Kenya 1:20
    """,
    "a gap in a point of order that is undone is a gap of who was stopped": """
        10:00:00 floor Kenya
        10:01:00 order Peru
        10:01:10 killed 20           -> Peru 0:30; Kenya held at 2:00; killed 20 s
        10:01:40 undo                -> Kenya 1:20; killed 20 s
        10:01:50 leave-out           -> Kenya 1:30
    """,
    "a gap in a speech that is undone concerns nobody": """
        10:00:00 open
        10:00:00 list Kenya
        10:00:00 next
        10:00:10 killed 100          -> Kenya 1:10; killed 100 s
        10:02:00 undo                -> free; waiting Kenya
        10:02:00 count               -> refused: no-gap
        10:02:10 redo                -> Kenya 0:50; killed 100 s
        10:02:20 leave-out           -> Kenya 2:20
    """,
    "two gaps with a pause between them may both be left out": """
        10:00:00 floor Kenya
        10:00:01 sleeps 5            -> Kenya 2:54; slept 5 s
        10:00:07 pause
        10:00:08 resume
        10:00:09 sleeps 4            -> Kenya 2:48; slept 4 s
        10:00:13 leave-out           -> Kenya 2:52; slept 5 s
        10:00:13 leave-out           -> Kenya 2:57
        10:00:15 look                -> Kenya 2:55
    """,
    "a gap between undo and redo is asked about after both": """
        10:00:00 list Kenya Peru
        10:00:00 next
        10:01:00 next                -> Peru 3:00
        10:01:10 undo                -> Kenya 1:50; waiting Peru
        10:01:20 killed 20           -> Kenya 1:20; waiting Peru; killed 20 s
        10:01:50 redo                -> Peru 2:10; killed 20 s
        10:02:00 leave-out           -> Peru 2:20
    """,
    "a kill while nobody speaks asks nothing": """
        10:00:00 list Kenya
        10:00:00 open
        10:01:00 killed 20           -> free; waiting Kenya
        10:02:00 count               -> refused: no-gap
    """,
    "a kill in a pause asks nothing": """
        10:00:00 floor Kenya
        10:01:00 pause
        10:01:00 killed 20           -> Kenya 2:00 paused
    """,
    "a sleep is asked about": """
        10:00:00 floor Kenya
        10:01:00 sleeps 60           -> Kenya 1:00; slept 60 s
        10:02:00 leave-out           -> Kenya 2:00
        10:02:30 look                -> Kenya 1:30
    """,
    "a gap that does not count is taken off a speech that is over by then": """
        10:00:00 floor Kenya
        10:01:00 sleeps 60           -> Kenya 1:00; slept 60 s
        10:02:30 end                 -> free; slept 60 s
        10:02:40 leave-out           -> free
    """,
    "a clock that is set changes no speaker's time": """
        10:00:00 floor Kenya
        10:01:00 clock-set 3600      -> Kenya 2:00; clock-set 3600 s
        10:01:10 count               -> Kenya 1:50
        10:01:20 look                -> Kenya 1:40
        10:01:30 undo                -> Kenya 1:30; clock-set 3600 s
        10:01:40 leave-out           -> Kenya 1:20
    """,
    "a clock that is set back changes no speaker's time": """
        10:00:00 floor Kenya
        10:01:00 pause
        10:02:00 clock-set -3600     -> Kenya 2:00 paused; clock-set -3600 s
        10:02:10 count               -> Kenya 2:00 paused
        10:02:20 resume              -> Kenya 2:00
        10:02:30 look                -> Kenya 1:50
    """,
    "what each may have for the sitting to end in time": """
        10:00:00 open
        10:00:00 ends 10:10
        10:00:00 list Kenya Peru Samoa Japan
        10:00:00 offer               -> free; waiting Kenya Peru Samoa Japan
        10:00:00 next                -> Kenya 2:10; waiting Peru Samoa Japan
    """,
    "who changes an entry stands at the end where that is the rule": """
        10:00:00 preset pace
        10:00:00 list Kenya/A Peru
        10:00:10 rename Kenya B      -> free; waiting Peru Kenya
    """,
}


@pytest.mark.parametrize("script", SCENARIOS.values(), ids=SCENARIOS)
def test_scenario(script: str) -> None:
    play(script)


def test_every_recorded_millisecond_is_spoken_paused_or_held() -> None:
    scene = play("""
        10:00:00 floor Kenya
        10:01:00 pause
        10:01:30 resume
        10:02:00 order Peru
        10:02:45 rule dismissed
        10:03:00 end                 -> free
    """)
    for intervention in scene.session.interventions.values():
        watch = intervention.stopwatch
        length = not_none(intervention.ended_ms) - intervention.started_ms
        assert watch.running_ms + watch.paused_ms + watch.held_ms == length
    kenya, peru = scene.session.interventions.values()
    if kenya.id > peru.id:
        kenya, peru = peru, kenya
    assert (kenya.stopwatch.running_ms, kenya.stopwatch.paused_ms, kenya.stopwatch.held_ms) == (105_000, 30_000, 45_000)
    assert peru.stopwatch.running_ms == 45_000
    assert peru.interrupts == kenya.id
