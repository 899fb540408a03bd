"""The program is killed while somebody types on without a pause: what was typed before is on disk."""

import threading
import time
from pathlib import Path

from tests.patience import PATIENCE_S
from tests.window.driver import Program, Screen, _drafts

LETTERS = "abcdefghijklmnopqrstuvwxyz" * 8
KEY_MS = 60
"""A tenth of what a draft waits for: a timer that is restarted at each key would never end."""


def test_a_form_is_kept_while_it_is_typed_into(screen: Screen, path: Path, tmp_path: Path) -> None:
    program = Program(screen, path, tmp_path)
    program.keys("ctrl+shift+w", "Insert")
    typing = threading.Thread(target=program.type, args=(LETTERS, KEY_MS))
    typing.start()
    try:
        until = time.monotonic() + PATIENCE_S
        while not any(LETTERS[:10] in draft for draft in _drafts(path)):
            assert typing.is_alive(), "kept only when the typing ended"
            assert time.monotonic() < until
            threading.Event().wait(0.05)
    finally:
        program.kill()
        typing.join()
    again = Program(screen, path, tmp_path)
    assert any(LETTERS[:10] in draft for draft in _drafts(path))
    again.close()
