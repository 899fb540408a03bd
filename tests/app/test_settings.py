"""Preferences from one run to the next; nothing read is trusted."""

import json
from pathlib import Path

import pytest

from ipu_session.app.gui.settings import RecentSession, Settings, load, save
from ipu_session.ui.core.preferences import Preferences


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "settings.json"
    settings = Settings(Preferences("fr", "dark", 150)).with_recent(
        RecentSession(Path("/a é/b.ipusession"), "Débat", "2022-03-22")
    )
    save(path, settings)
    assert load(path) == settings


def test_the_session_opened_last_comes_first_and_stands_once() -> None:
    settings = Settings()
    for name in "abcabdefghijklmnop":
        settings = settings.with_recent(RecentSession(Path(name), name, ""))
    assert [recent.title for recent in settings.recent] == list("ponmlkjihgfe")
    assert settings.with_recent(RecentSession(Path("g"), "g", "")).recent[0].title == "g"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"preferences": 3, "recent": 4}',
        '{"recent": [1, {}, {"path": 3, "title": "", "day": ""}]}',
    ],
)
def test_whatever_stands_in_the_file_there_are_settings(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, "utf-8")
    assert load(path) == Settings()


def test_values_that_are_not_allowed_take_their_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"preferences": {"language": "xx", "look": "dark", "scale": 9999}}), "utf-8")
    assert load(path).preferences == Preferences("en", "dark", 100)


def test_no_file_is_no_trouble(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == Settings()
