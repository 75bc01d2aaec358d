"""The gallery: a folder of pages that show every scenario, for a class or a web server, or neither.

Each scenario is run once; its page has the lesson, the source in its languages, what it printed, both pictures and the
player. Everything is in files beside each other: no server is needed, and nothing is fetched from elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

from simulator.diagrams import NothingToDraw
from simulator.scenario.catalogue import Entry, find
from simulator.scenario.errors import LoadError
from simulator.scenario.gallery import pages
from simulator.scenario.gallery.pages import Asked, Made
from simulator.scenario.lessons.answering import changes, shipped, told
from simulator.scenario.lessons.lesson import lesson_of
from simulator.scenario.load import load
from simulator.scenario.outcome import Run
from simulator.scenario.outputs import write_whole
from simulator.scenario.run import start
from simulator.scenario.source import read_source
from simulator.terms.errors import SimulatorError

TURNS = 20_000
"""Turns of processes that are shown of a scenario: pages of more are slow to load, and nobody reads them."""


def build(
    folder: str, site: str, tell: Callable[[int, int, Entry], Any] = lambda done, total, entry: None
) -> list[Made]:
    """Write the gallery of the scenarios below *folder* into the folder *site*, and return what became of each.

    *tell* is called before each scenario, with how many are done, how many there are, and which comes now.
    Raises :class:`LoadError` for a folder without scenarios.
    """
    if not os.path.isdir(folder):
        raise LoadError("no such folder of scenarios", folder)
    entries = find(folder)
    if not entries:
        raise LoadError("no scenarios in it", folder)
    os.makedirs(site, exist_ok=True)
    _write(site, "gallery.css", pages.style())
    made: list[Made] = []
    names = _names(entries)
    known = {entry["name"]: f"{name}.html" for entry, name in zip(entries, names, strict=True)}
    for position, entry in enumerate(entries):
        tell(position, len(entries), entry)
        around = (names[position - 1] if position else "", names[position + 1] if position + 1 < len(names) else "")
        made.append(_make(entry, names[position], around, site, known))
    _write(site, "index.html", pages.index(made, known))
    return made


def _names(entries: list[Entry]) -> list[str]:
    """Return a file name for each page, without its ending: the scenario's name, with its topic where two share one."""
    names = [entry["name"] for entry in entries]
    return [
        name if names.count(name) == 1 else f"{entry['topic'].replace(' ', '_')}-{name}"
        for name, entry in zip(names, entries, strict=True)
    ]


def _make(entry: Entry, name: str, around: tuple[str, str], site: str, known: dict[str, str]) -> Made:
    try:
        loaded = load(entry["path"], {"states": True})
        loaded.config.limit = min(loaded.config.limit, TURNS)
        result = start(loaded, trace=True)
        lesson = lesson_of(entry["path"])
        changed = {} if lesson is None else changes(lesson, entry["path"], {"states": True})
        asked = None if lesson is None or result.trace is None else told(lesson, result.trace, entry["path"], changed)
    except SimulatorError as wrong:
        return Made(entry, "", " ".join(str(wrong).split()))
    pictures = dict(_pictures(result, asked, changed))
    for ending, text in pictures.items():
        _write(site, f"{name}.{ending}", text)
    sources = [loaded.source, *([read_source(entry["twin"])] if entry["twin"] else [])]
    text = pages.scenario(entry, name, around, sources, result, tuple(pictures), Asked(asked, known))
    _write(site, f"{name}.html", text)
    if asked is not None:
        _write(site, f"{name}.sheet.html", pages.sheet(entry, sources[0], asked))
    problem = "" if result.error is None else " ".join(str(result.error).split())
    return Made(entry, f"{name}.html", problem, asked, f"{name}.sequence.svg" if pictures else "")


def _pictures(
    result: Run, asked: dict[str, Any] | None, changed: dict[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield each picture of a run, by the ending of its file."""
    from simulator.player import page

    try:
        yield "sequence.svg", result.sequence().svg()
        yield "links.svg", result.links().svg()
    except NothingToDraw:
        return
    yield "player.html", page(result.trace, lesson=asked, variants=shipped(changed, result.trace))


def _write(site: str, name: str, text: str) -> None:
    write_whole(os.path.join(site, name), [text.encode()])
