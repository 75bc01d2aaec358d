"""``simulator list``: the scenarios of a folder, by topic, with their titles."""

from __future__ import annotations

import argparse
import ast
import json
import os
import sys

from simulator.cli.status import FINE, USAGE, complain
from simulator.scenario.load import title_and_doc


def list_command(options: argparse.Namespace) -> int:
    """Print the scenarios of a folder; return the exit status."""
    folder = options.folder
    if not os.path.isdir(folder):
        complain(f"{folder}: no such folder of scenarios")
        return USAGE
    found = find(folder)
    if options.json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return FINE
    if not found:
        complain(f"{folder}: no scenarios in it")
        return USAGE
    width = max(len(entry["name"]) for entry in found)
    topic = None
    for entry in found:
        if entry["topic"] != topic:
            print(f"{'' if topic is None else chr(10)}{entry['topic']}")
            topic = entry["topic"]
        print(f"  {entry['name']:{width}}  {entry['title']}")
    sys.stderr.write("\nsimulator run NAME runs one, simulator diagram NAME draws it\n")
    return FINE


def find(folder: str) -> list[dict[str, str]]:
    """Return topic, name, path, title and lesson of every scenario below *folder*, in the order of their paths."""
    found = []
    for place, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            if file.endswith(".py") and not file.startswith("_"):
                path = os.path.join(place, file)
                described = _described(path)
                if described is not None:
                    topic = os.path.relpath(place, folder)
                    found.append({"topic": _words(topic), "name": _plain(file), "path": path, **described})
    return found


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


def _plain(file: str) -> str:
    return file.removesuffix(".py").lstrip("0123456789_")


def _words(topic: str) -> str:
    return topic.lstrip("0123456789_").replace("_", " ").replace(os.sep, ", ") if topic != "." else "scenarios"
