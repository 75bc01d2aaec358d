"""The house holds: imports only go down it, each room has a front, what must start fast imports nothing slow."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from house import (
    COMPUTED,
    HOUSE,
    MOST_FILES,
    NAMES_ITS_WHOLE,
    OWN,
    PRINTED,
    ROOMS,
    SUB_ROOMS,
    Arrow,
    arrows,
    circles,
    graph_of,
    imports,
    is_front,
    is_held,
    may_import,
    module_of,
    place_of,
    reached,
    scripts,
)

SLOW = {
    "ast", "asyncio", "dataclasses", "difflib", "graphviz", "importlib.metadata", "inspect", "json", "logging",
    "msgspec", "networkx", "pygraphviz", "shutil", "statistics", "subprocess", "tempfile", "unittest", "urllib", "xml",
}  # fmt: skip
"""What takes milliseconds to import, and what imports them."""

WHEN_NEEDED = {
    "terms.bits", "terms.hashes", "terms.lists", "terms.maps", "terms.portable_hash", "terms.printing", "terms.structs",
    "terms.table_order",
    "scenario.catalogue", "scenario.elixir.file", "scenario.elixir.head", "scenario.elixir.invariant",
    "scenario.elixir.outside", "scenario.elixir.project",
    "scenario.gallery.build", "scenario.gallery.pages", "scenario.lessons.lesson", "scenario.lessons.answering",
    "scenario.lessons.tasks",
}  # fmt: skip
"""What no Python scenario needs: imported when it is first used, which another test holds."""


def rooms() -> list[str]:
    return sorted({module_of(path).partition(".")[0] for path in files()} - {"", "__main__"})


def files() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


@pytest.fixture(scope="module")
def drawn() -> list[Arrow]:
    """Which file imports which."""
    return arrows()


def test_every_way_to_import_is_seen(tmp_path):
    file = tmp_path / "trace" / "deep" / "file.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        "import simulator, simulator.kernel.clock as clock, simpy\n"
        "def late():\n    from simulator.terms import atom\n    from simulator import kernel, run\n"
        "from . import near\nfrom .. import above\nfrom ...cli.main import main\nfrom ... import otp\n"
        "if TYPE_CHECKING:\n    from simulator.terms import Atom\n",
        encoding="utf-8",
    )
    assert [(one.line, one.module, one.kind) for one in imports(file, tmp_path)] == [
        (1, "", "top"), (1, "kernel.clock", "top"), (3, "terms", "local"), (4, "", "local"), (4, "kernel", "local"),
        (5, "trace.deep", "top"), (6, "trace", "top"), (7, "cli.main", "top"), (8, "otp", "top"), (10, "terms", "type"),
    ]  # fmt: skip


def test_every_way_from_file_to_file_is_seen(tmp_path):
    written = {
        "terms/__init__.py": "from simulator.terms.atoms import atom\n",
        "terms/atoms.py": "class Atom:\n    def __repr__(self):\n        from simulator.terms import inspect\n",
        "terms/inspect.py": "def late():\n    import simulator.terms.atoms\n    from simulator.terms import atom\n",
    }
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = arrows(tmp_path)
    assert [(file, other, one.function) for file, other, one in found] == [
        ("terms/__init__", "terms/atoms", ""),
        ("terms/atoms", "terms/inspect", "__repr__"),
        ("terms/inspect", "terms/atoms", "late"),
        ("terms/inspect", "terms/__init__", "late"),
    ]
    assert circles(graph_of(found)) == []
    assert circles({file: {other} for file, other, _ in found}) == [["terms/__init__", "terms/atoms", "terms/inspect"]]


def test_every_room_and_every_folder_is_in_the_plan():
    assert set(rooms()) <= set(ROOMS)
    assert {"terms", "kernel", "trace", "diagrams"} <= set(rooms())
    assert SUB_ROOMS.keys() == ROOMS.keys() - {"__main__"}
    places = {place_of(path.relative_to(HOUSE).as_posix()) for path in files() if path.parent != HOUSE}
    unknown = [f"{room}/{place}" for room, place in sorted(places) if place not in SUB_ROOMS[room]]
    assert not [folder for folder in unknown if is_held(folder)]


def test_what_walks_a_tree_of_elixir_calls_itself_from_no_generator():
    # CPython 3.12 counts what C code calls apart, up to a limit that nothing can raise: `any(f(x) for x in ...)` and
    # `map(f, ...)` within each other some hundred times end it, where a list's loop goes as deep as there is memory.
    found = []
    for folder in ("syntax", "tree", "expand", "compile"):
        for path in sorted((HOUSE / "elixir" / folder).rglob("*.py")):
            functions = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.FunctionDef)]
            found += [f"{path.name}:{line} {one.name}" for one in functions for line in _through_c(one)]
    assert not found


def _through_c(function):
    """Yield the lines where a function calls itself in a generator, or hands itself to ``map``."""
    for node in ast.walk(function):
        if isinstance(node, ast.GeneratorExp):
            calls = [each.func for each in ast.walk(node) if isinstance(each, ast.Call)]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("map", "filter"):
            calls = node.args
        else:
            continue
        if any(isinstance(each, ast.Name) and each.id == function.name for each in calls):
            yield node.lineno


def test_no_two_rooms_of_the_plan_may_import_each_other():
    for room, below in ROOMS.items():
        assert not [other for other in below.split() if room in ROOMS.get(other, "").split()], room


def test_imports_only_go_down():
    wrong = [
        f"{path.relative_to(HOUSE)}:{one.line}: {room} may not import {one.module or 'the front door'}"
        for path in files()
        if (room := module_of(path).partition(".")[0])
        for one in imports(path)
        if (other := one.module.partition(".")[0] or OWN) != room and other not in ROOMS[room].split()
    ]
    assert not wrong, "\n".join(wrong)


def test_within_a_room_sub_rooms_import_what_the_plan_lets_them(drawn):
    wrong = [
        f"{file}.py:{one.line}: {room}/{sub_room} may not import {room}/{other_place}"
        for file, other, one in drawn
        if is_held(file) and not is_front(file) and not is_front(other)
        for (room, sub_room), (other_room, other_place) in [(place_of(file), place_of(other))]
        if room == other_room and sub_room in SUB_ROOMS[room] and not may_import(room, sub_room, other_place)
        if (file, other) not in NAMES_ITS_WHOLE
    ]
    assert not wrong, "\n".join(wrong)


def test_no_files_import_each_other_in_a_circle(drawn):
    """Those of a function count too: so an import within a function points down, and is there to save time alone."""
    found = circles(graph_of(arrow for arrow in drawn if is_held(arrow.file)))
    assert not found, "\n".join(" -> ".join([*circle, circle[0]]) for circle in found)


def test_no_import_within_a_function_is_of_what_is_loaded_anyhow(drawn):
    """It would save no time, so that it would be there for no reason, or to hide a circle."""
    graph: dict[str, set[str]] = {}
    for file, other, one in drawn:
        if one.kind == "top":
            graph.setdefault(file, set()).add(other)
    wrong = [
        f"{file}.py:{one.line}: {other} is loaded with it"
        for file, other, one in drawn
        if one.kind == "local" and is_held(file) and one.function not in PRINTED and not other.endswith("__init__")
        if other in reached(graph, file)
    ]
    assert not wrong, "\n".join(wrong)


def test_a_part_that_is_listed_names_its_whole(drawn):
    """What the list of them no longer needs is taken off it."""
    seen = {(file, other) for file, other, one in drawn if one.kind == "type"}
    assert {pair for pair in NAMES_ITS_WHOLE if is_held(pair[0])} <= seen


def test_modules_are_imported_by_computed_names_where_the_plan_says():
    wrong = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for path in files()
        if "import_" in (text := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__"))
        if not isinstance(node.args[0], ast.Constant)
        if not is_front(name := path.relative_to(HOUSE).with_suffix("").as_posix()) and name not in COMPUTED
    ]
    assert not wrong, "\n".join(wrong)


def test_no_folder_has_more_files_than_one_can_look_through():
    counted = Counter(
        path.parent.relative_to(HOUSE).as_posix()
        for path in HOUSE.rglob("*.*")
        if path.suffix in (".py", ".ts", ".css") and "node_modules" not in path.parts
    )
    assert not [(folder, count) for folder, count in counted.items() if count > MOST_FILES and is_held(folder)]


def test_the_players_sources_import_each_other_in_no_circle():
    graph = scripts(HOUSE / "player" / "src")
    assert {"main.ts", "app.ts"} <= graph.keys()
    assert set().union(*graph.values()) <= graph.keys()
    assert circles(graph) == []


def test_no_room_takes_what_another_room_calls_its_own():
    wrong = [
        f"{path.relative_to(HOUSE)}:{one.line}: {one.module}.{one.name}"
        for path in files()
        for one in imports(path)
        for name in [one.name, *one.module.split(".")]
        if name.startswith("_") and not name.startswith("__")
        if one.module.partition(".")[0] != module_of(path).partition(".")[0]
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
        for path in files()
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
        ".".join(["simulator", module_of(path)]) for path in files() if module_of(path).partition(".")[0] == room
    ]
    modules = [module for module in modules if not module.endswith("__main__")]
    assert not loaded_by(*modules) & {"graphviz", "networkx", "pygraphviz"}


def test_the_tests_mirror_the_rooms():
    """``tests/<room>/<sub-room>/test_<topic>.py``: the folder says where, the name does not say it again."""
    wrong = []
    for path in sorted((HOUSE.parent / "tests").glob("*/**/test_*.py")):
        room, *folders, name = path.relative_to(HOUSE.parent / "tests").parts
        is_there = (HOUSE / room).joinpath(*folders[:1]).is_dir()
        if room in ROOMS and (not is_there or room in name.removesuffix(".py").split("_")):
            wrong.append(path.relative_to(HOUSE.parent).as_posix())
    assert not wrong


def test_no_two_files_of_tests_have_one_name():
    """pytest imports them by their names alone; what records is run, and not imported."""
    names = [path.name for path in HOUSE.parent.joinpath("tests").rglob("*.py")]
    apart = ("__init__.py", "conftest.py", "record.py")
    assert sorted(name for name in set(names) if names.count(name) > 1 and name not in apart) == []
