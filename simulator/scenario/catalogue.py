"""The scenarios of a folder, by topic, without running them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import Final

from simulator.scenario.errors import LoadError
from simulator.scenario.source import title_and_doc
from simulator.terms.places import OURS

Entry = dict[str, str]
"""``topic``, ``name``, ``path``, ``title`` and ``lesson`` of a scenario, and the path of its ``twin`` in Elixir.

The twin is the file of the same name with the ending ``.exs``; it is empty where there is none.
"""

UNREADABLE: Final = {"title": "(cannot be read)", "lesson": ""}
LANGUAGES: Final = {".py": "Python", ".exs": "Elixir"}
MOST: Final = 20_000
"""Files that are looked at below a folder, some seconds' worth: a home or a disk is no folder of scenarios."""

_HOLDS_MAIN: Final = re.compile(rb"^def\s+main\b", re.MULTILINE)
_NEVER: Final = {"__pycache__", "node_modules", "_build", "deps"}
_SHIPPED: Final = ("simulator_scenarios", "scenarios")


def shipped() -> str:
    """Return the folder of the scenarios that come with the simulator: an installed copy's, or that of a clone."""
    beside = os.path.dirname(OURS.rstrip(os.sep))
    installed, cloned = (os.path.join(beside, name) for name in _SHIPPED)
    return cloned if os.path.isdir(cloned) and not os.path.isdir(installed) else installed


def find(folder: str) -> list[Entry]:
    """Return every scenario below *folder*, in the order of their paths; one in both languages once.

    Hidden folders, virtual environments and what tools fetch or build are passed over. Raises :class:`LoadError`
    for a folder with more than :data:`MOST` files.
    """
    found: list[Entry] = []
    for place, files in _walk(folder):
        topic = _words(os.path.relpath(place, folder))
        for stem in sorted({os.path.splitext(file)[0] for file in files if not file.startswith("_")}):
            written = [path for ending in LANGUAGES if os.path.isfile(path := os.path.join(place, stem + ending))]
            described = [(path, told) for path in written if (told := _described(path)) is not None]
            if described:
                path, told = described[0]
                twin = described[1][0] if len(described) > 1 else ""
                found.append({"topic": topic, "name": plain_name(stem), "path": path, "twin": twin, **told})
    return found


def paths_by_name(folder: str) -> dict[str, str]:
    """Return the paths of the scenarios below *folder* by what each may be called.

    A scenario in both languages is the one in Python, and with ``.exs`` behind its name the one in Elixir.
    """
    return _named(_walk(folder))


def paths_beside(folder: str) -> dict[str, str]:
    """Return the same of the files that are in *folder* itself."""
    return _named([(folder, _files(folder))])


def _walk(folder: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder that may hold scenarios, and its files."""
    count = 0
    for place, folders, files in os.walk(folder):
        count += len(files)
        if count > MOST:
            raise LoadError(f"more than {MOST:,} files below it: name a folder of scenarios", folder)
        folders[:] = sorted(
            name for name in folders
            if name not in _NEVER
            and not name.startswith(".")
            and not os.path.exists(os.path.join(place, name, "pyvenv.cfg"))
        )  # fmt: skip
        yield place, files


def _files(folder: str) -> list[str]:
    try:
        with os.scandir(folder or ".") as entries:
            return [entry.name for entry in entries if entry.is_file()]
    except OSError:  # a folder that may not be read has nothing to offer
        return []


def _named(places: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
    known: dict[str, str] = {}
    for place, files in places:
        for ending in LANGUAGES:
            for file in sorted(files):
                if file.endswith(ending):
                    known.setdefault(plain_name(file) + ending, os.path.join(place, file))
    for ending in LANGUAGES:
        for name in [name for name in known if name.endswith(ending)]:
            known.setdefault(name.removesuffix(ending), known[name])
    return known


def languages(entry: Entry) -> list[str]:
    """Return the languages that a scenario is written in.

    >>> languages({"path": "01_stack.py", "twin": "01_stack.exs"})
    ['Python', 'Elixir']
    """
    return [LANGUAGES[os.path.splitext(path)[1]] for path in (entry["path"], entry["twin"]) if path]


def plain_name(file: str) -> str:
    """Return the name by which a scenario is called: its file's, without the number that orders it.

    >>> plain_name("01_send_receive.py")
    'send_receive'
    """
    return os.path.splitext(os.path.basename(file))[0].lstrip("0123456789_")


def _described(path: str) -> dict[str, str] | None:
    """Return title and lesson of a scenario without running it; None for a Python file that has no ``main``."""
    if path.endswith(".exs"):
        return _described_elixir(path)
    import ast  # slow, and not needed to find a scenario

    try:
        with open(path, "rb") as file:
            source = file.read()
        if not _HOLDS_MAIN.search(source):
            return None
        tree = ast.parse(source)
    except (OSError, SyntaxError, ValueError):
        return UNREADABLE
    if not any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body):
        return None
    title, lesson = title_and_doc(ast.get_docstring(tree, clean=False))
    return {"title": title, "lesson": lesson}


def _described_elixir(path: str) -> dict[str, str]:
    from simulator.scenario.elixir.head import Head

    try:
        with open(path, encoding="utf-8") as file:
            head = Head(file.read(), path)
    except (OSError, ValueError, LoadError):
        return UNREADABLE
    return {"title": head.title, "lesson": head.doc}


def _words(topic: str) -> str:
    return topic.lstrip("0123456789_").replace("_", " ").replace(os.sep, ", ") if topic != "." else "scenarios"
