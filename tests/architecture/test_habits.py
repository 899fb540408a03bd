"""What the code of this house does not do."""

import ast
import re

from tests.architecture.source import FILES, MODULES, PACKAGE, comments, functions, nodes, place

_TOO_BROAD = {"Exception", "BaseException"}
_SILENCED = re.compile(r"#\s*(noqa|type:\s*ignore)")
# For example `# type: ignore[import-untyped]  # XlsxWriter 3.3 ships no types`.
_REASON = re.compile(r"#\s*(noqa: \w+|type: ignore\[[\w-]+\])\s*#\s*[\w-]+ \d+\.\d+\S* \S+")
_TRANSLATES = {"tr", "translate", "QT_TRANSLATE_NOOP"}


def name_of(node):
    """The last part of a name: ``Exception`` of ``builtins.Exception``."""
    return getattr(node, "id", getattr(node, "attr", ""))


def caught(handler):
    """The names an ``except`` catches; a bare one catches everything."""
    if handler.type is None:
        return {"BaseException"}
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {name_of(kind) for kind in kinds}


def passes_on(handler):
    """Whether it only tidies up: what was caught goes on its way."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def calls(path, names):
    return [node for node in nodes(path, ast.Call) if name_of(node.func) in names]


def pieced_together(argument):
    """Whether the text is made while running, so that no translation of it can be found."""
    return isinstance(argument, ast.JoinedStr | ast.BinOp) or (
        isinstance(argument, ast.Call) and name_of(argument.func) in {"format", "join"}
    )


def test_everything_is_caught_in_one_place_only():
    broad = [
        place(path, handler)
        for path in FILES
        if path != PACKAGE / "app" / "crash.py"
        for handler in nodes(path, ast.ExceptHandler)
        if caught(handler) & _TOO_BROAD and not passes_on(handler)
    ]
    suppressed = [
        place(path, call)
        for path in FILES
        for call in calls(path, {"suppress"})
        if {name_of(argument) for argument in call.args} & _TOO_BROAD
    ]
    assert broad + suppressed == []


def test_a_check_is_silenced_only_for_a_named_library_at_a_named_version():
    unexplained = [
        f"{place(path, line)} {text}"
        for path in FILES
        for line, text in comments(path)
        if _SILENCED.search(text) and not _REASON.search(text)
    ]
    assert unexplained == []


def test_nothing_is_left_to_be_done():
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    left = [f"{place(p, line)} {text}" for p in FILES for line, text in comments(p) if marks.search(text)]
    stubs = [
        place(path, node)
        for path in MODULES
        for node in nodes(path, ast.Raise)
        if name_of(getattr(node.exc, "func", node.exc)) == "NotImplementedError"
    ]
    assert left + stubs == []


def test_a_text_is_whole_before_it_is_translated():
    pieced = [
        place(path, call)
        for path in MODULES
        for call in calls(path, _TRANSLATES)
        if any(pieced_together(argument) for argument in call.args)
    ]
    assert pieced == []


def test_no_signal_is_bound_to_a_lambda_that_holds_its_widget():
    # 50 of 50 widgets so connected were never freed (PySide6 6.11).
    held = [
        place(path, call)
        for path in MODULES
        for call in calls(path, {"connect"})
        for argument in call.args
        if isinstance(argument, ast.Lambda)
        or (isinstance(argument, ast.Call) and name_of(argument.func) == "partial")
        if any(isinstance(node, ast.Name) and node.id == "self" for node in ast.walk(argument))
    ]
    assert held == []


def test_what_a_dialog_asks_is_never_waited_for_in_a_test():
    waiting = [place(p, call) for p in FILES if "tests" in p.parts for call in calls(p, {"exec"})]
    assert [line for line in waiting if "tests/window/" not in line] == []


def test_no_test_is_skipped_and_none_sleeps():
    names = {"skip", "skipif", "importorskip", "xfail", "sleep"}
    idle = [
        place(path, node)
        for path in FILES
        # The driver of the real window waits for another program.
        if "tests" in path.parts and path.name != "driver.py"
        for node in nodes(path, ast.Attribute)
        if node.attr in names and name_of(node.value) in {"pytest", "mark", "time"}
    ]
    assert idle == []


def test_every_test_asserts_something():
    checks = re.compile(r"Assert\(|raises|warns|assert_|fail|play|check|expect|wait")
    empty = [
        place(path, function)
        for path in FILES
        if path.name.startswith("test_")
        for function in functions(path)
        if function.name.startswith("test_") and not checks.search(ast.dump(function))
    ]
    assert empty == []


def test_fakes_stand_in_for_mocks():
    mocks = [
        place(path, node)
        for path in FILES
        for node in nodes(path, ast.Import, ast.ImportFrom)
        if "mock" in getattr(node, "module", "") or any("mock" in alias.name for alias in node.names)
    ]
    assert mocks == []
