"""What the code of this house does not do: a guard returns the places in a file where it is done."""

import ast
import re
from collections.abc import Collection
from pathlib import Path

from tests.architecture.source import comments, functions, nodes, place

_TOO_BROAD = {"Exception", "BaseException"}
_SILENCED = re.compile(r"#\s*(noqa|type:\s*ignore)")
# For example `# type: ignore[import-untyped]  # XlsxWriter 3.3 ships no types`.
_REASON = re.compile(r"#\s*(noqa: \w+|type: ignore\[[\w-]+\])\s*#\s*[\w-]+ \d+\.\d+\S* \S+")
_UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
_TRANSLATES = {"tr", "translate", "QT_TRANSLATE_NOOP"}
_IDLE = {"skip", "skipif", "importorskip", "xfail", "sleep"}
_CHECKS = re.compile(r"Assert\(|raises|warns|assert_|fail|play|check|expect|wait")


def _name(node: object) -> str:
    """The last part of a name: ``Exception`` of ``builtins.Exception``."""
    return getattr(node, "id", getattr(node, "attr", ""))


def _modules_named(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The modules that an import names."""
    return [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]


def _calls(path: Path, names: Collection[str]) -> list[ast.Call]:
    return [node for node in nodes(path, ast.Call) if _name(node.func) in names]


def _caught(handler: ast.ExceptHandler) -> set[str]:
    """The names an ``except`` catches; a bare one catches everything."""
    if handler.type is None:
        return {"BaseException"}
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {_name(kind) for kind in kinds}


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Whether it only tidies up: what was caught goes on its way."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _pieced_together(argument: ast.expr) -> bool:
    """Whether the text is made while running, so that no translation of it can be found."""
    return isinstance(argument, ast.JoinedStr | ast.BinOp) or (
        isinstance(argument, ast.Call) and _name(argument.func) in {"format", "join"}
    )


def gives_a_tip_of_its_own(path: Path) -> list[str]:
    """Tooltips are guessed to be HTML: `ui.widgets.plain_text` alone sets them."""
    calls = {"setToolTip", "setTabToolTip", "setHtml", "insertHtml", "QMessageBox"}
    return [place(path, call) for call in _calls(path, calls)]


def writes_what_others_can_read(path: Path) -> list[str]:
    """Files are made by `atomic_write`, `app.private_log_files` and the store, which see to their rights."""
    modes = [
        call
        for call in _calls(path, {"open"})
        # `Path.open` has its mode first, `open` second; `ZipFile.open` names a part before it.
        for argument in (
            *(call.args[1:2] if isinstance(call.func, ast.Name) else call.args[:1]),
            *(word.value for word in call.keywords if word.arg == "mode"),
        )
        if isinstance(argument, ast.Constant) and set(str(argument.value)) & set("wax")
    ]
    plain = _calls(path, {"write_text", "write_bytes", "FileHandler", "touch"})
    return [place(path, call) for call in (*plain, *modes)]


def gives_a_file_its_name(path: Path) -> list[str]:
    """A temporary file beside the target, and its rename, are the matter of `atomic_write` alone."""
    calls = _calls(path, {"link", "rename", "hardlink_to", "mkstemp", "NamedTemporaryFile"})
    # `Path.replace` has one argument, `str.replace` two, `dataclasses.replace` keywords.
    calls += [call for call in _calls(path, {"replace"}) if len(call.args) == 1 and not call.keywords]
    return [place(path, call) for call in calls]


def catches_everything(path: Path) -> list[str]:
    handlers = nodes(path, ast.ExceptHandler)
    broad = [place(path, h) for h in handlers if _caught(h) & _TOO_BROAD and not _passes_on(h)]
    suppressed = [
        place(path, call)
        for call in _calls(path, {"suppress"})
        if {_name(argument) for argument in call.args} & _TOO_BROAD
    ]
    return broad + suppressed


def silences_a_check(path: Path) -> list[str]:
    """But for a fault of a named library at a named version."""
    return [
        f"{place(path, line)} {text}"
        for line, text in comments(path)
        if _SILENCED.search(text) and not _REASON.search(text)
    ]


def leaves_something_to_be_done(path: Path) -> list[str]:
    marks = [f"{place(path, line)} {text}" for line, text in comments(path) if _UNFINISHED.search(text)]
    stubs = [
        place(path, node)
        for node in nodes(path, ast.Raise)
        if _name(getattr(node.exc, "func", node.exc)) == "NotImplementedError"
    ]
    return marks + stubs


def translates_a_text_made_of_pieces(path: Path) -> list[str]:
    return [
        place(path, call)
        for call in _calls(path, _TRANSLATES)
        if any(_pieced_together(argument) for argument in call.args)
    ]


def binds_a_signal_to_what_holds_its_widget(path: Path) -> list[str]:
    """50 of 50 widgets so connected were never freed (PySide6 6.11)."""
    return [
        place(path, call)
        for call in _calls(path, {"connect"})
        for argument in call.args
        if isinstance(argument, ast.Lambda) or _name(getattr(argument, "func", None)) == "partial"
        if any(_name(node) == "self" for node in ast.walk(argument))
    ]


def makes_an_action_without_a_row(path: Path) -> list[str]:
    """Actions and keys are rows of the tables in `ui/actions`, which alone makes them."""
    made = _calls(path, {"QAction", "QShortcut", "setShortcut", "setShortcuts"})
    keys = [
        call
        for call in _calls(path, {"QKeySequence"})
        if any(isinstance(argument, ast.Constant | ast.JoinedStr) for argument in call.args)
    ]
    entries = [
        call
        for call in _calls(path, {"addAction"})
        if len(call.args) > 1 or any(isinstance(argument, ast.Constant | ast.Call) for argument in call.args)
    ]
    return [place(path, call) for call in (*made, *keys, *entries)]


def imports_our_own_inside_a_function(path: Path) -> list[str]:
    inside = [
        node
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    return [
        place(path, node) for node in inside if any(name.startswith("ipu_session") for name in _modules_named(node))
    ]


def imports_by_a_relative_name(path: Path) -> list[str]:
    return [place(path, node) for node in nodes(path, ast.ImportFrom) if node.level]


def waits_for_a_dialog(path: Path) -> list[str]:
    return [place(path, call) for call in _calls(path, {"exec"})]


def runs_an_event_loop(path: Path) -> list[str]:
    """In a nested event loop the window may be closed, or the session, while a function runs (decision 0054)."""
    named = [*nodes(path, ast.Attribute), *nodes(path, ast.Name), *nodes(path, ast.alias)]
    loops = [node for node in named if getattr(node, "name", _name(node)) in {"QEventLoop", "processEvents"}]
    return [place(path, node) for node in (*loops, *_calls(path, {"exec", "exec_"}))]


def skips_or_sleeps(path: Path) -> list[str]:
    return [
        place(path, node)
        for node in nodes(path, ast.Attribute)
        if node.attr in _IDLE and _name(node.value) in {"pytest", "mark", "time"}
    ]


def asserts_nothing(path: Path) -> list[str]:
    return [
        place(path, function)
        for function in functions(path)
        if function.name.startswith("test_") and not _CHECKS.search(ast.dump(function))
    ]


def mocks(path: Path) -> list[str]:
    imports: list[ast.Import | ast.ImportFrom] = [*nodes(path, ast.Import), *nodes(path, ast.ImportFrom)]
    return [place(path, node) for node in imports if any("mock" in name for name in _modules_named(node))]


def folds_by_itself(path: Path) -> list[str]:
    """Where case or accents are folded otherwise than by the one fold of the program."""
    normal = [c for c in _calls(path, {"normalize"}) if c.args and getattr(c.args[0], "value", "") == "NFKD"]
    return [place(path, call) for call in (*_calls(path, {"casefold"}), *normal)]
