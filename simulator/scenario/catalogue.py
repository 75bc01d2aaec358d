"""The scenarios of a folder, by topic, without running them."""

from __future__ import annotations

import os
from typing import Final

from simulator.scenario.errors import LoadError
from simulator.scenario.source import title_and_doc

Entry = dict[str, str]
"""``topic``, ``name``, ``path``, ``title`` and ``lesson`` of a scenario, and the path of its ``twin`` in Elixir.

The twin is the file of the same name with the ending ``.exs``; it is empty where there is none.
"""

UNREADABLE: Final = {"title": "(cannot be read)", "lesson": ""}
LANGUAGES: Final = {".py": "Python", ".exs": "Elixir"}


def find(folder: str) -> list[Entry]:
    """Return every scenario below *folder*, in the order of their paths; one in both languages once."""
    found: list[Entry] = []
    for place, folders, files in os.walk(folder):
        folders.sort()
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
    known: dict[str, str] = {}
    for place, folders, files in os.walk(folder):
        folders.sort()
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
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
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
