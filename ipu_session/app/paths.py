"""Where things are kept on this machine; the only place that asks appdirs."""

from pathlib import Path

import appdirs

_NAME = "ipu-session"


def resources() -> Path:
    """Return the folder of words, templates and examples, in the wheel as in the source tree."""
    package = Path(__file__).parents[1]
    packed = package / "_resources"
    return packed if packed.is_dir() else package.parent / "resources"


def config_dir() -> Path:
    """Return the folder of this user's settings; it need not exist yet."""
    # Without appauthor=False Windows would double the folder (appdirs 1.4.4).
    return Path(appdirs.user_config_dir(_NAME, appauthor=False))


def data_dir() -> Path:
    """Return the folder of this user's data; it need not exist yet."""
    return Path(appdirs.user_data_dir(_NAME, appauthor=False))


def log_dir() -> Path:
    """Return the folder of the log; it need not exist yet."""
    return Path(appdirs.user_log_dir(_NAME, appauthor=False))
