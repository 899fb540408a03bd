"""User settings: preferences and recent sessions, in one JSON file.

Every value read is validated; an unreadable file is treated as missing.
"""

import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from ipu_session.atomic_write import write_file
from ipu_session.domain.model.ids import Timestamp
from ipu_session.ui.core.preferences import Preferences, parse_preferences

_LOG = logging.getLogger(__name__)
_MAX_RECENT = 12


class RecentSession(Struct, frozen=True):
    """A recently opened session: its file, its title, and the date (ISO 8601) when it was last opened."""

    path: Path
    title: str
    day: str


class Settings(Struct, frozen=True):
    """All persistent settings of a user."""

    preferences: Preferences = field(default_factory=Preferences)
    recent: tuple[RecentSession, ...] = ()
    template: str = ""
    """Path of the house template for reports; "" for the built-in one."""

    def with_recent(self, recent: RecentSession) -> "Settings":
        """Return the settings with ``recent`` first in the list of recent sessions, which is cut to its maximum."""
        others = tuple(other for other in self.recent if other.path != recent.path)
        return replace(self, recent=(recent, *others)[:_MAX_RECENT])


def local_date(now: Timestamp) -> str:
    """Return the date (ISO 8601) of a time, in the time zone of its offset."""
    local = datetime.fromtimestamp(now.utc_ms / 1000, UTC) + timedelta(minutes=now.offset_min)
    return local.date().isoformat()


def load(path: Path) -> Settings:
    """Return the settings; defaults for values that are missing or invalid."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    chosen = stored.get("preferences")
    chosen = chosen if isinstance(chosen, dict) else {}
    entries, template = stored.get("recent"), stored.get("template")
    return Settings(
        parse_preferences(chosen),
        tuple(_parse_recent_session(entry) for entry in entries if _is_recent_session(entry))
        if isinstance(entries, list)
        else (),
        template if isinstance(template, str) and "\0" not in template else "",
    )


def save(path: Path, settings: Settings) -> None:
    """Write the settings; OSError if that fails, and then the old file is unchanged."""
    stored = {
        "preferences": asdict(settings.preferences),
        "recent": [{"path": str(r.path), "title": r.title, "day": r.day} for r in settings.recent],
        "template": settings.template,
    }
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # ASCII with escapes: a title or a file name may contain a lone surrogate.
    write_file(path, json.dumps(stored, indent=1).encode("ascii"))


def save_if_possible(path: Path, settings: Settings) -> None:
    """Write the settings; a failure is only logged, since a lost preference must not interrupt a debate."""
    try:
        save(path, settings)
    except OSError as error:
        _LOG.info("settings not kept: %s", error)


def _is_recent_session(entry: object) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in ("path", "title", "day"))


def _parse_recent_session(entry: dict[str, str]) -> RecentSession:
    return RecentSession(Path(entry["path"]), entry["title"], entry["day"])


class SettingsStore:
    """The settings in memory; each change is written to their file at once, if possible."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.current = load(path)

    def set_preferences(self, preferences: Preferences) -> None:
        """Replace the preferences and save the settings."""
        self._save(replace(self.current, preferences=preferences))

    def add_recent(self, session: Path, title: str, now: Timestamp) -> None:
        """Save a session as the most recent one."""
        self._save(self.current.with_recent(RecentSession(session, title, local_date(now))))

    def load_template(self) -> str:
        """Return the path of the house template; "" for the built-in one."""
        return self.current.template

    def save_template(self, path: str) -> None:
        """Save the path of the house template."""
        self._save(replace(self.current, template=path))

    def _save(self, settings: Settings) -> None:
        self.current = settings
        save_if_possible(self._path, settings)
