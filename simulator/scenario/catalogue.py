"""The scenarios of a folder, by topic, without running them."""

from __future__ import annotations

import ast
import os

from simulator.scenario.load import title_and_doc

Entry = dict[str, str]
"""``topic``, ``name``, ``path``, ``title`` and ``lesson`` of a scenario."""


def find(folder: str) -> list[Entry]:
    """Return every scenario below *folder*, in the order of their paths."""
    found = []
    for place, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            if file.endswith(".py") and not file.startswith("_"):
                path = os.path.join(place, file)
                described = _described(path)
                if described is not None:
                    topic = os.path.relpath(place, folder)
                    found.append({"topic": _words(topic), "name": plain_name(file), "path": path, **described})
    return found


def plain_name(file: str) -> str:
    """Return the name by which a scenario is called: its file's, without the number that orders it.

    >>> plain_name("01_send_receive.py")
    'send_receive'
    """
    return os.path.splitext(os.path.basename(file))[0].lstrip("0123456789_")


def _described(path: str) -> dict[str, str] | None:
    """Return title and lesson of a scenario without running it; None for a file that has no ``main``."""
    try:
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError):
        return {"title": "(cannot be read)", "lesson": ""}
    if not any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body):
        return None
    title, lesson = title_and_doc(ast.get_docstring(tree, clean=False))
    return {"title": title, "lesson": lesson}


def _words(topic: str) -> str:
    return topic.lstrip("0123456789_").replace("_", " ").replace(os.sep, ", ") if topic != "." else "scenarios"
