"""The plan of the house: its rooms, its sub-rooms, what each may import; and reading what the files do import."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

HOUSE = Path(__file__).parents[1] / "simulator"

ROOMS = {
    "terms": "",
    "kernel": "terms",
    "otp": "kernel terms",
    "trace": "terms",
    "diagrams": "trace terms",
    "player": "trace terms",
    "elixir": "otp kernel terms",
    "project": "elixir otp kernel terms",
    "scenario": "project elixir otp kernel trace diagrams player terms",
    "jobs": "terms",
    "explore": "scenario jobs kernel trace terms",
    "sweep": "scenario jobs trace terms",
    "testing": "explore scenario trace terms",
    "playground": "scenario player trace terms",
    "cli": "terms kernel otp trace diagrams player elixir project scenario jobs explore sweep testing playground .",
    "__main__": "cli",
}
"""For each room the rooms below it; the dot is the front door, ``simulator`` itself."""

OWN = "."
"""A room's own files, or a sub-room's, without those of the folders in it."""

SUB_ROOMS = {
    "terms": {OWN: ""},
    "kernel": {
        "words": "",
        "time": "words",
        "process": "words time",
        OWN: "words time process",
    },
    "otp": {
        "server": "",
        "supervisor": "server",
        "task": "server supervisor",
        "registry": "server supervisor",
        "http": "server",
        "state_machine": "server",
        OWN: "server supervisor task registry http state_machine",
    },
    "trace": {OWN: "", "stats": OWN, "why": f"stats {OWN}"},
    "diagrams": {
        "drawing": "",
        "sequences": "drawing .",
        "link_graphs": "drawing .",
        "timelines": "drawing sequences .",
        "exports": "drawing sequences .",
        OWN: "",
    },
    "player": {OWN: ""},
    "elixir": {
        "tree": "",
        "syntax": "tree",
        "runtime/outside": "",
        "runtime": "tree runtime/outside",
        "runtime/modules": "runtime",
        "runtime/values": "runtime runtime/modules",
        "runtime/failures": "runtime runtime/modules runtime/values",
        "runtime/running": "runtime/",
        "library": "runtime/ tree syntax",
        "library/stream": "library runtime/ tree syntax",
        "library/enum": "library runtime/ tree syntax library/stream",
        "library/files": "library runtime/ tree syntax",
        "library/string": "library runtime/ tree syntax library/files",
        "library/collections": "library runtime/ tree syntax library/enum library/string",
        "library/language": "library runtime/ tree syntax library/collections library/enum library/string "
        "library/files",
        "library/mix": "library runtime/ tree syntax library/language library/files library/string",
        "library/processes": "library runtime/ tree syntax library/language library/files library/string",
        "library/logging": "library runtime/ tree syntax library/language library/files library/string "
        "library/processes",
        "library/calendar": "library runtime/ tree syntax library/language",
        "library/ex_unit": "library runtime/ tree syntax library/language library/logging library/processes "
        "library/string library/files",
        "library/structures": "library runtime/ tree syntax library/stream library/enum",
        "library/nodes": "library runtime/ tree syntax library/language library/processes",
        "library/system": "library runtime/ tree syntax library/language library/logging library/string library/files",
        "library/erlang": "library runtime/ tree syntax library/stream library/enum library/files library/string "
        "library/collections library/language library/logging library/processes library/system",
        "library/blocking": "library/ runtime/ tree syntax",
        "compile": "runtime/ tree compile/analysis compile/forms",
        "compile/analysis": "runtime/ tree compile",
        "compile/forms": "runtime/ tree compile compile/analysis",
        "expand/scope": "compile/ runtime/ tree",
        "expand/checks": "expand/scope compile/ runtime/ tree",
        "expand/names": "expand/checks expand/scope compile/ library/ runtime/ tree",
        "expand/forms": "expand/names expand/checks expand/scope compile/ library/ runtime/ tree",
        "expand/kernel": "expand/names expand/scope compile/ library/ runtime/ syntax tree",
        "expand/modules": "expand/forms expand/names expand/checks expand/scope compile/ library/ runtime/ syntax tree",
        "expand/ex_unit": "expand/modules expand/forms expand/names expand/checks expand/scope compile/ library/ "
        "runtime/ syntax tree",
        "expand": "expand/ compile/ library/ runtime/ syntax tree",
        OWN: "tree syntax runtime/ library/ compile/ expand/",
    },
    "project": {OWN: ""},
    "scenario": {OWN: "elixir", "elixir": OWN, "lessons": OWN, "gallery": OWN + " lessons"},
    "jobs": {OWN: ""},
    "explore": {OWN: ""},
    "sweep": {OWN: ""},
    "testing": {OWN: ""},
    "playground": {OWN: ""},
    "cli": {OWN: ""},
}
"""For each room its sub-rooms, and for each of them the others of the room that it may import.

``runtime/`` with a slash is a sub-room with all that are in it; a room's front may import all of its room.
"""

HELD = {
    "terms", "otp", "trace", "diagrams", "player", "scenario", "cli", "explore", "project", "jobs", "sweep",
    "testing", "playground", "elixir", "kernel",
}  # fmt: skip
"""The rooms, or folders in them, that are held to the plan."""

NAMES_ITS_WHOLE = {
    ("otp/task/awaiting", "otp/task/task"), ("otp/task/task", "otp/task/supervisor"),
    ("otp/state_machine/errors", "otp/state_machine/loop"),
    ("elixir/compile/analysis/visiting", "elixir/compile/analysis/analysis"),
    ("elixir/syntax/calls", "elixir/syntax/parser"), ("elixir/syntax/operands", "elixir/syntax/parser"),
    ("elixir/syntax/quoted_text", "elixir/syntax/parser"),
}  # fmt: skip
"""Which part names, as a type alone, the whole that it is a part of."""

PRINTED = ("__repr__", "__str__")
"""What may load, when it is called, the file that prints its class and so knows it."""

COMPUTED = {
    "elixir/runtime/index", "elixir/library/lazily", "diagrams/exports/formats", "terms/objects",
}  # fmt: skip
"""The files, beside the fronts, that import modules whose names they compute."""

MOST_FILES = 40
"""Files of a folder: of more nobody sees which there are."""

Kind = Literal["top", "local", "type"]


class Import(NamedTuple):
    """One import of ours: a statement for one name."""

    line: int
    module: str
    """What is imported from, within the house, with dots; empty for the front door."""
    name: str
    """The name that is imported; empty for ``import module``."""
    kind: Kind
    """At the head of the file; inside a function; for the type checker alone."""
    function: str
    """The innermost function that it stands in."""


def module_of(path: Path, house: Path = HOUSE) -> str:
    """Return the dotted name within the house; empty for its front door."""
    parts = path.relative_to(house).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path, house: Path = HOUSE) -> list[Import]:
    """Return each import of ours, wherever in the file it stands."""
    return sorted(_within(ast.parse(path.read_text(encoding="utf-8"), str(path)), path, house, "top", ""))


def _within(node: ast.AST, path: Path, house: Path, kind: Kind, function: str) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name.partition(".")[0] == "simulator":
                yield Import(node.lineno, alias.name.partition(".")[2], "", kind, function)
    elif isinstance(node, ast.ImportFrom):
        front, _, module = _absolute(path, house, node).partition(".")
        if front == "simulator":
            for alias in node.names:
                within = alias.name if not module and alias.name in ROOMS else module
                yield Import(node.lineno, within, alias.name, kind, function)
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        kind, function = "local" if kind == "top" else kind, node.name
    elif isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
        for child in node.body:
            yield from _within(child, path, house, "type", function)
        for child in node.orelse:
            yield from _within(child, path, house, kind, function)
        return
    for child in ast.iter_child_nodes(node):
        yield from _within(child, path, house, kind, function)


def _absolute(path: Path, house: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = ["simulator", *path.relative_to(house).parent.parts]
    base = package[: len(package) - node.level + 1]
    return ".".join([*base, node.module] if node.module else base)


class Arrow(NamedTuple):
    """One file imports another; both by their paths within the house, without their endings."""

    file: str
    other: str
    imported: Import


def arrows(house: Path = HOUSE) -> list[Arrow]:
    """Return which file imports which."""
    files = {module_of(path, house): path for path in sorted(house.rglob("*.py"))}
    found = []
    for path in files.values():
        for one in imports(path, house):
            inner = f"{one.module}.{one.name}".strip(".")
            other = files.get(inner) or files.get(one.module)
            if other is not None and other != path:
                found.append(Arrow(_name(path, house), _name(other, house), one))
    return found


def _name(path: Path, house: Path) -> str:
    return path.relative_to(house).with_suffix("").as_posix()


def scripts(folder: Path) -> dict[str, set[str]]:
    """Return which TypeScript file below *folder* imports which."""
    found = {}
    for path in sorted(folder.rglob("*.ts")):
        named = re.findall(r'^(?:import|export)\b[^"]*?"(\.[^"]+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
        others = [(path.parent / name).resolve() for name in named]
        files = [
            other.with_suffix(".ts") if other.with_suffix(".ts").exists() else other / "index.ts" for other in others
        ]
        found[path.relative_to(folder).as_posix()] = {file.relative_to(folder.resolve()).as_posix() for file in files}
    return found


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the circles of a graph: a shortest one through a file that is in none of those before.

    >>> circles({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}})
    [['b', 'c']]
    """
    found: list[list[str]] = []
    for start in sorted(graph):
        if not any(start in circle for circle in found):
            before = reached(graph, start)
            if start in before:
                way = [start]
                while before[way[0]] != start:
                    way.insert(0, before[way[0]])
                found.append([start, *way[:-1]])
    return found


def reached(graph: dict[str, set[str]], start: str) -> dict[str, str]:
    """Return what is reached from a file, and by which file it was reached first."""
    before: dict[str, str] = {}
    todo = [start]
    for file in todo:
        for other in sorted(graph.get(file, ())):
            if other not in before:
                before[other] = file
                todo.append(other)
    return before


def place_of(file: str) -> tuple[str, str]:
    """Return the room of a file, and its sub-room; the twins, which mirror the library's families, are one.

    >>> place_of("elixir/library/enum/maps"), place_of("terms/maps"), place_of("elixir/library/blocking/enum/maps")
    (('elixir', 'library/enum'), ('terms', '.'), ('elixir', 'library/blocking'))
    """
    room, _, rest = file.partition("/")
    place = rest.rpartition("/")[0] or OWN
    return room, "library/blocking" if place.startswith("library/blocking/") else place


def may_import(room: str, sub_room: str, other: str) -> bool:
    """Return whether a sub-room may import another of its room."""
    for allowed in SUB_ROOMS[room][sub_room].split():
        if other == allowed or (allowed.endswith("/") and f"{other}/".startswith(allowed)):
            return True
    return other == sub_room


def is_held(file: str) -> bool:
    """Return whether a file, or a folder, is held to the plan."""
    return any(f"{file}/".startswith(f"{held}/") for held in HELD)


def is_front(file: str) -> bool:
    """Return whether a file is the front of a room, or the front door."""
    return file == "__init__" or (file.count("/") == 1 and file.endswith("/__init__"))


def graph_of(found: Iterable[Arrow]) -> dict[str, set[str]]:
    """Return the arrows as a graph, of those alone that count for circles."""
    graph: dict[str, set[str]] = {}
    for file, other, one in found:
        if one.function not in PRINTED and not (one.kind == "type" and (file, other) in NAMES_ITS_WHOLE):
            graph.setdefault(file, set()).add(other)
    return graph
