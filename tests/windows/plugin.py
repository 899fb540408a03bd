"""A pytest plugin of `make test-windows`: what cannot run there is named in `exceptions.toml`.

`qt`, `windows`, `linux` and `slow` tests are left out, each by its name. A `wine` test is run and has to
fail: one that passes fails the run, so that its line goes. A line that fits no test fails the run as well.
The list is printed with its reasons at the end.
"""

import tomllib
from collections.abc import Generator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

_LIST = Path(__file__).with_name("exceptions.toml")
LEFT_OUT = ("qt", "windows", "linux", "slow")
EXPECTED_TO_FAIL = "wine"

_LINES = pytest.StashKey[list[tuple[str, str, str]]]()
_FOUND = pytest.StashKey[set[str]]()
_REASON = pytest.StashKey[str]()


def read_exceptions() -> list[tuple[str, str, str]]:
    """Return kind, name and reason of each test that cannot run on Windows, or not under Wine."""
    said = tomllib.loads(_LIST.read_text("utf-8"))
    return [
        (kind, name, group["reason"])
        for kind in (*LEFT_OUT, EXPECTED_TO_FAIL)
        for group in said.get(kind, ())
        for name in group["tests"]
    ]


def pytest_configure(config: pytest.Config) -> None:
    """Read the list; a module that is not there fails every run, whichever group it is."""
    config.stash[_LINES] = read_exceptions()
    config.stash[_FOUND] = set()
    for _, name, _ in config.stash[_LINES]:
        if not (config.rootpath / name.partition("::")[0]).is_file():
            raise pytest.UsageError(f"exceptions.toml names a module that is not there: {name}")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave a module out that is named as a whole: it cannot even be imported."""
    name = collection_path.relative_to(config.rootpath).as_posix()
    if any(named == name for _, named, _ in config.stash[_LINES]):
        config.stash[_FOUND].add(name)
        return True
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, or expect to fail, each test that is named."""
    out = []
    for item in items:
        for kind, name, reason in config.stash[_LINES]:
            # A bracket stands for itself; a star for any parameters.
            if fnmatchcase(item.nodeid.replace("[", "("), name.replace("[", "(")):
                config.stash[_FOUND].add(name)
                if kind == EXPECTED_TO_FAIL:
                    item.stash[_REASON] = reason
                else:
                    out.append(item)
    config.hook.pytest_deselected(items=out)
    items[:] = [item for item in items if item not in out]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a failure that is expected under Wine round."""
    report = yield
    if _REASON in item.stash and report.when == "call":
        if report.failed:
            report.outcome = "skipped"
            # pytest shows a skipped report with this attribute as an expected failure.
            vars(report)["wasxfail"] = item.stash[_REASON]
        elif report.passed:
            report.outcome, report.longrepr = "failed", "it passes under this Wine: take its line out"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the whole list, so that nobody takes silence for success."""
    terminalreporter.write_sep("=", "what is left out, or expected to fail under Wine, and why")
    for kind, name, reason in config.stash[_LINES]:
        if name in config.stash[_FOUND]:
            terminalreporter.write_line(f"{kind}: {name}: {reason}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a whole run in which a line of the list fits nothing."""
    if session.config.option.keyword or any("::" in said for said in session.config.args):
        return
    folders = [Path(said) for said in session.config.args]
    for _, name, _ in session.config.stash[_LINES]:
        module = Path(name.partition("::")[0])
        asked = any(folder == module or folder in module.parents for folder in folders)
        if asked and name not in session.config.stash[_FOUND]:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
            session.config.get_terminal_writer().line(f"\nexceptions.toml names what is not there: {name}")
