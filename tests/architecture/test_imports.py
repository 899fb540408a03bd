"""Who may know whom: the contracts of import-linter are kept, and each one complains when it is broken."""

import graphlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.source import MODULES, PACKAGE, ROOT, imported, module_name, settings

CONTRACTS = {contract["name"]: contract for contract in settings()["tool"]["importlinter"]["contracts"]}


def lint(folder: Path, *options: str) -> tuple[int, str]:
    """Run import-linter on the package in ``folder``: its exit status, and what it says on one line."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def lint_one(folder: Path, name: str) -> tuple[int, str]:
    """Ask for the contract of that name alone."""
    path = folder / "pyproject.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(f'name = "{name}"', f'name = "{name}"\nid = "probed"'), "utf-8")
    return lint(folder, "--contract", "probed")


def pairs_of_layers(layers: list[str]) -> Iterator[tuple[str, str]]:
    """Every import that points up, or sideways."""
    steps = [[name.strip() for name in layer.split("|")] for layer in layers]
    for above, step in enumerate(steps):
        yield from permutations(step, 2)
        for lower in steps[above + 1 :]:
            yield from ((source, target) for source in lower for target in step)


def forbidden_pairs(contract: dict[str, Any]) -> list[tuple[str, str]]:
    """Every import that the contract refuses, as (who, whom)."""
    if contract["type"] == "layers":
        return list(pairs_of_layers(contract["layers"]))
    if contract["type"] == "independence":
        return list(permutations(contract["modules"], 2))
    if contract["type"] == "forbidden":
        return [(s, f) for s in contract["source_modules"] for f in contract["forbidden_modules"]]
    # The session knows the identities already: a cycle.
    return [("ipu_session.domain.model.ids", "ipu_session.domain.model.session")]


def complaint(contract: dict[str, Any], source: str, target: str) -> str:
    """What import-linter says of that import."""
    if contract["type"] == "acyclic_siblings":
        return f"No cycles are allowed in {source.rpartition('.')[0]}."
    return f"{source} -> {target}"


def add_import(folder: Path, source: str, target: str) -> None:
    """Let ``source`` import ``target``."""
    path = folder.joinpath(*source.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    path.write_text(f"{path.read_text('utf-8')}\nimport {target}\n", "utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its contracts, to be spoilt."""
    shutil.copytree(PACKAGE, tmp_path / "ipu_session", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_are_kept() -> None:
    status, said = lint(ROOT)
    assert status == 0, said


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_contract_broken_on_purpose_complains_of_every_import_it_forbids(copy: Path, name: str) -> None:
    pairs = forbidden_pairs(CONTRACTS[name])
    for source, target in pairs:
        add_import(copy, source, target)
    status, said = lint_one(copy, name)
    assert status == 1, said
    assert f"{name} BROKEN" in said
    unseen = [pair for pair in pairs if complaint(CONTRACTS[name], *pair) not in said]
    assert unseen == [], said


def test_the_contract_of_the_model_names_everything_beside_it() -> None:
    [contract] = [each for name, each in CONTRACTS.items() if name.startswith("The model of the domain")]
    beside = {path.stem for path in (PACKAGE / "domain").iterdir() if path.stem[0] != "_"} - {"model"}
    assert {name.rpartition(".")[2] for name in contract["forbidden_modules"]} == beside


def test_an_import_for_types_alone_counts(copy: Path) -> None:
    path = copy / "ipu_session" / "domain" / "model" / "ids.py"
    addition = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import PySide6\n"
    path.write_text(f"{path.read_text('utf-8')}\n{addition}", "utf-8")
    status, said = lint_one(copy, next(name for name in CONTRACTS if name.startswith("The core")))
    assert status == 1
    assert "ipu_session.domain.model.ids -> PySide6" in said


def test_no_module_leads_back_to_itself() -> None:
    graph = {module_name(path): imported(path) for path in MODULES}
    assert len(list(graphlib.TopologicalSorter(graph).static_order())) == len(MODULES)
