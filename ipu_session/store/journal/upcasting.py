"""What the first release of the format did not know (docs/file-format.md).

A field that came later is left out of a payload while it stands at its default, and is read as the default
where it is missing: a record of the first release comes back letter by letter.
"""

from collections.abc import Mapping

from ipu_session.domain.events import NoteTaken, TimeGranted
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Contribution, Details

LATER_FIELDS: Mapping[type, frozenset[str]] = {
    Rules: frozenset(
        {
            "young_extra_ms",
            "motion_ms",
            "grace_ms",
            "announcement_ms",
            "lots_cap",
            "consecutive",
            "shared_by_delegation",
            "change_goes_to_the_end",
        }
    ),
    Details: frozenset({"earlier_resolutions"}),
    TimeGranted: frozenset({"reason"}),
    NoteTaken: frozenset({"contribution"}),
    Contribution: frozenset({"words", "file", "digest", "text"}),
}
"""By class; each of these fields has a default."""
