"""The rooms import in one direction, and domain knows nothing of the world."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dev import LINT_IMPORTS

from tests.architecture.sources import ROOT, functions, imported, modules, parsed, relative

_LAYERS = [
    "cli",
    "bootstrap",
    "gui | server",
    "application | packs | statutes | storage | documents | printing | sync",
    "wire | trust | wordings",
    "domain | assets | disk",
]
# What a pure function has no use for: the clock, chance, files, the network, other processes.
_WORLD = {"os", "io", "random", "secrets", "socket", "sqlite3", "subprocess", "time"}
_CLOCK_AND_CHANCE = {"now", "today", "utcnow", "uuid1", "uuid4", "urandom"}
# A port may speak of a Path; nothing in domain follows one.
_FILES = {"exists", "mkdir", "read_bytes", "read_text", "unlink", "write_bytes", "write_text"}


def test_every_import_keeps_the_contract() -> None:
    # A process of its own: import-linter switches off the loggers of the one that it runs in.
    linter = subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert linter.returncode == 0, linter.stdout + linter.stderr


def test_the_contract_is_the_one_of_the_architecture() -> None:
    linter = _pyproject()["tool"]["importlinter"]
    rooms = next(contract for contract in linter["contracts"] if contract["id"] == "rooms")

    assert rooms["layers"] == _LAYERS


def test_the_contract_has_no_way_round() -> None:
    linter = _pyproject()["tool"]["importlinter"]
    rooms = next(contract for contract in linter["contracts"] if contract["id"] == "rooms")

    assert rooms["exhaustive"] is True
    assert linter["exclude_type_checking_imports"] is False
    assert not [contract["id"] for contract in linter["contracts"] if "ignore_imports" in contract]


def test_domain_imports_the_standard_library_and_rfc8785_only() -> None:
    allowed = sys.stdlib_module_names | {"rfc8785"}
    strangers = [
        f"{relative(file)} imports {name}"
        for file in modules("inspector_app/domain")
        for name in imported(file)
        if name.split(".")[0] not in allowed and not name.startswith("inspector_app.domain")
    ]

    assert not strangers


def test_domain_reads_no_clock_and_touches_nothing() -> None:
    touches = [
        f"{relative(file)} uses {name}"
        for file in modules("inspector_app/domain")
        for name in (*_world_imports(file), *_world_calls(file))
    ]

    assert not touches


def test_a_late_import_says_why() -> None:
    silent = [
        f"{relative(file)}:{imports[0].lineno}"
        for file in modules("inspector_app")
        for function in functions(file)
        if (imports := _late_imports(function)) and not _has_reason(file, imports)
    ]

    assert not silent, "a comment on one of a function's late imports, or above them, says why"


def _pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _world_imports(file: Path) -> Iterator[str]:
    return (name for name in imported(file) if name.split(".")[0] in _WORLD)


def _world_calls(file: Path) -> Iterator[str]:
    for node in ast.walk(parsed(file)):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr in _CLOCK_AND_CHANCE | _FILES:
            yield f"{node.func.attr}()"
        elif isinstance(node.func, ast.Name) and node.func.id in {"open", "print", "input"}:
            yield f"{node.func.id}()"


def _late_imports(
    function: ast.FunctionDef | ast.AsyncFunctionDef,
) -> list[ast.Import | ast.ImportFrom]:
    return [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]


def _has_reason(file: Path, imports: list[ast.Import | ast.ImportFrom]) -> bool:
    """Tell whether a comment stands on one of the imports or on the line above one."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return any(
        "#" in line or above.lstrip().startswith("#")
        for node in imports
        for above, line in [(lines[node.lineno - 2], lines[node.lineno - 1])]
    )
