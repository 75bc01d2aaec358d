"""The house holds: imports only go down it, each room has a front, what must start fast imports nothing slow."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "simulator"

MAY_IMPORT = {
    "terms": set(),
    "kernel": {"terms"},
    "otp": {"kernel", "terms"},
    "trace": {"terms"},
    "diagrams": {"trace", "terms"},
    "player": {"trace", "terms"},
    "elixir": {"otp", "kernel", "terms"},
    "explore": {"scenario", "kernel", "trace", "terms"},
    "scenario": {"terms", "kernel", "otp", "trace", "diagrams", "player", "elixir"},
    "__main__": {"cli"},
    "cli": {"terms", "kernel", "otp", "trace", "diagrams", "player", "elixir", "explore", "scenario", ""},
}
"""For each room the rooms below it; the empty one is the front door, ``simulator`` itself."""

SLOW = {
    "ast", "asyncio", "dataclasses", "difflib", "graphviz", "importlib.metadata", "inspect", "json", "logging",
    "msgspec", "networkx", "pygraphviz", "shutil", "statistics", "subprocess", "tempfile", "unittest", "urllib", "xml",
}  # fmt: skip
"""What takes milliseconds to import, and what imports them."""

WHEN_NEEDED = {
    "terms.bits", "terms.hashes", "terms.lists", "terms.maps", "terms.printing", "terms.structs",
    "scenario.catalogue", "scenario.elixir_file", "scenario.elixir_head", "scenario.gallery", "scenario.gallery_pages",
}  # fmt: skip
"""What no Python scenario needs: imported when it is first used, which another test holds."""


def rooms() -> list[str]:
    return sorted({module_of(path).partition(".")[0] for path in HOUSE.rglob("*.py")} - {"", "__main__"})


def module_of(path: Path) -> str:
    """Dotted name within the house; empty for its front door."""
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[int, str, list[str]]]:
    """Line, module within the house and names of each import of ours, wherever in the file it stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.partition(".")[0] == "simulator":
                    yield node.lineno, alias.name.partition(".")[2], []
        elif isinstance(node, ast.ImportFrom):
            module = absolute(path, node)
            if module.partition(".")[0] == "simulator":
                within = module.partition(".")[2]
                for alias in node.names:
                    of_a_room = not within and alias.name in MAY_IMPORT
                    yield node.lineno, alias.name if of_a_room else within, [alias.name]


def absolute(path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = ["simulator", *path.relative_to(HOUSE).parent.parts]
    base = package[: len(package) - node.level + 1]
    return ".".join([*base, node.module] if node.module else base)


def house() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def test_every_way_to_import_is_seen(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "HOUSE", tmp_path)
    file = tmp_path / "trace" / "deep" / "file.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        "import simulator, simulator.kernel.clock as clock, simpy\n"
        "def late():\n    from simulator.terms import atom\n    from simulator import kernel, run\n"
        "from . import near\nfrom .. import above\nfrom ...cli.main import main\nfrom ... import otp\n",
        encoding="utf-8",
    )
    seen = sorted((line, module) for line, module, _ in imports(file))
    assert seen == [
        (1, ""), (1, "kernel.clock"), (3, "terms"), (4, ""), (4, "kernel"),
        (5, "trace.deep"), (6, "trace"), (7, "cli.main"), (8, "otp"),
    ]  # fmt: skip


def test_every_room_is_in_the_table():
    assert set(rooms()) <= set(MAY_IMPORT)
    assert {"terms", "kernel", "trace", "diagrams"} <= set(rooms())


def test_no_two_rooms_of_the_table_may_import_each_other():
    for room, below in MAY_IMPORT.items():
        assert not [other for other in below if room in MAY_IMPORT.get(other, set())], room


def test_imports_only_go_down():
    wrong = [
        f"{path.relative_to(HOUSE)}:{line}: {room} may not import {module or 'the front door'}"
        for path in house()
        if (room := module_of(path).partition(".")[0])
        for line, module, _ in imports(path)
        if (other := module.partition(".")[0]) != room and other not in MAY_IMPORT[room]
    ]
    assert not wrong, "\n".join(wrong)


def test_no_room_takes_what_another_room_calls_its_own():
    wrong = [
        f"{path.relative_to(HOUSE)}:{line}: {module}.{name}"
        for path in house()
        for line, module, names in imports(path)
        for name in [*names, *module.split(".")]
        if name.startswith("_") and not name.startswith("__")
        if module.partition(".")[0] != module_of(path).partition(".")[0]
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("room", rooms())
def test_a_front_has_names_and_nothing_else(room):
    """A docstring, imports, ``__all__``, and what makes a name lazy: no code of its own."""
    front = HOUSE / room / "__init__.py"
    if (HOUSE / f"{room}.py").exists():
        return
    assert front.exists(), f"{room} has no front"
    tree = ast.parse(front.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{room}'s front does not say what the room is"
    for node in tree.body[1:]:
        lazy = isinstance(node, ast.FunctionDef) and node.name in ("__getattr__", "__dir__")
        assert lazy or isinstance(node, (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.If)), ast.unparse(
            node
        )


@pytest.mark.parametrize("room", ["", *rooms()])
def test_each_name_of_a_front_is_there_and_says_what_it_is(room):
    front = importlib.import_module(f"simulator.{room}".rstrip("."))
    names = getattr(front, "__all__", [])
    assert len(set(names)) == len(names)
    for name in names:
        thing = getattr(front, name)
        if isinstance(thing, type) or hasattr(thing, "__code__"):
            assert thing.__doc__, f"simulator.{room}.{name} has no docstring"


def loaded_by(*modules: str) -> set[str]:
    """Names in ``sys.modules`` of a fresh Python that imports these."""
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE.parent, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(("room", "granted"), [("terms", "sys"), ("kernel", "simpy"), ("scenario", "simpy")])
def test_what_must_start_fast_imports_nothing_slow(room, granted):
    """What SimPy itself imports is granted to the kernel, which stands on it."""
    modules = [
        f"simulator.{name}"
        for path in house()
        if (name := module_of(path)).partition(".")[0] == room and name not in WHEN_NEEDED
    ]
    assert modules
    assert not (loaded_by(*modules) - loaded_by(granted)) & SLOW


def test_a_python_scenario_loads_nothing_that_only_others_need():
    loaded = loaded_by("simulator", "simulator.cli.run", "simulator.scenario")
    assert not loaded & {f"simulator.{name}" for name in WHEN_NEEDED}
    assert not {name for name in loaded if name.startswith(("simulator.elixir", "simulator.player", "simulator.trace"))}


@pytest.mark.parametrize("room", rooms())
def test_no_room_imports_graphviz_or_networkx_before_it_draws(room):
    modules = [
        ".".join(["simulator", module_of(path)]) for path in house() if module_of(path).partition(".")[0] == room
    ]
    modules = [module for module in modules if not module.endswith("__main__")]
    assert not loaded_by(*modules) & {"graphviz", "networkx", "pygraphviz"}
