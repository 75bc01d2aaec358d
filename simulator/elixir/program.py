"""Elixir programs: from source text to something that runs, by way of what was compiled before.

What a text compiles to is kept in a folder of the user's own and found again by its content. What is read
from there is executed, so a folder or a file that anybody else could have written is not looked at.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

from simulator.elixir.runtime.loaded import all_loaded, restore, unload
from simulator.elixir.runtime.running.image import Compiled, dumps, load_program, loads
from simulator.elixir.runtime.world import World, current, world
from simulator.elixir.store import Store


class Script:
    """A program that is ready to run: its compiled sources in their order, and what the compiler warns of."""

    def __init__(
        self,
        images: list[Compiled],
        warnings: list[str],
        lacking: list[tuple[str, str, int, int]],
        required: dict[str, str] | None = None,
    ) -> None:
        self.sources: list[tuple[str, str]] = []
        """The names of its files, and their texts."""
        self.images = images
        self.warnings = warnings
        self.lacking = lacking
        self.required = required or {}
        """The files that its sources require at their tops, with the texts by which these were compiled."""
        """What the program mentions that is not supported: function, file, line and column."""
        self.behaviours: dict[Any, type] = {}
        """For worlds that run it again and again: the classes of its modules, which are made once."""
        self._kept: tuple[Any, Any] | None = None

    def set_up(self, new: World) -> None:
        """Let a world be the one of a run of this program."""

    def warned(self) -> list[str]:
        """Return what is warned of before a run: by the compiler, and of what is not supported."""
        if not self.lacking:
            return self.warnings
        places: dict[str, list[str]] = {}
        for what, file, line, _ in self.lacking:
            places.setdefault(what, []).append(f"{file}:{line}")
        lines = "".join([f"  {what} ({_some(places[what])})\n" for what in sorted(places)])
        return [*self.warnings, f"warning: not supported, and ends the run where it is called:\n{lines}"]

    def main(self, again: bool = False) -> Generator[Any, Any, Any]:
        """Load the sources and run their top levels, one after the other; the value is the last one's.

        To be run *again* they are loaded once: each run begins with the modules that there were then.
        """
        world().sources = list(self.sources)
        world().script = current().pid if world().mix is None else None
        if again and len(self.images) == 1:
            if self._kept is None:
                unload()
                self._kept = load_program(self.images[0]), all_loaded()
            main, kept = self._kept
            restore(kept)
            return (yield from main())
        unload()
        value: Any = None
        files = world().files
        for image, (name, _) in zip(self.images, self.sources, strict=True):
            value = yield from load_program(image)()
            world().required.add(files.absolute(name))
        return value


def _some(places: list[str]) -> str:
    """Return the first of some places, and how many more there are."""
    more = len(places) - 1
    return places[0] + (f" and {more} more" if more else "")


def prepare(
    sources: list[tuple[str, str]],
    echo: bool = False,
    store: Store | None = None,
    before: list[tuple[str, str]] | None = None,
) -> Script:
    """Return the program that source texts make: pairs of a file's name and its text, in the order in which they run.

    Those that ran *before* are no part of it, but their modules, macros and structs are known to it.
    With *echo* the value of every top-level expression of the last one is printed. Compiled programs are kept in
    *store*. Raises what is wrong with a text as the compiler says it.
    """
    store = store or Store.of_user()
    before = before or []
    parts = [part for source in (*before, *sources) for part in source]
    key = store.key(["echo" if echo else "", str(len(before)), os.getcwd(), *parts])
    kept = store.read(key)
    if kept is not None:
        try:
            script = _restored(kept)
            script.sources = sources
            return script
        except ValueError:
            pass  # of another version: it is replaced
    with world().files.watched() as looked:
        script = _compiled(sources, echo, before)
    script.sources = sources
    if not looked:  # what was read while it was compiled may be another the next time
        store.write(key, _bytes(script))
    return script


def _compiled(sources: list[tuple[str, str]], echo: bool, before: list[tuple[str, str]]) -> Script:
    """Compile source texts; this is where the compiler is imported."""
    from simulator.elixir.compiling import compile_sources

    return Script(*compile_sources(sources, echo, before))


def _bytes(script: Script) -> bytes:
    import marshal

    return marshal.dumps(([dumps(image) for image in script.images], script.warnings, script.lacking, script.required))


def _restored(data: bytes) -> Script:
    """Return the program that was kept; raises ``ValueError`` if it is none."""
    import marshal

    try:
        images, warnings, lacking, required = marshal.loads(data)
    except (EOFError, TypeError, ValueError) as wrong:
        raise ValueError("no compiled program") from wrong
    if any(not _reads(path, text) for path, text in required.items()):
        raise ValueError("a required file is another now")
    return Script([loads(image) for image in images], warnings, lacking, required)


def _reads(path: str, text: str) -> bool:
    """Return whether a required file has this text still."""
    files = world().files
    return files.rules.may_read(path) and os.path.isfile(path) and files.source(path) == text


def _define(name: Any, quoted: Any, place: Any, held: Any) -> Script:
    from simulator.elixir.evaluation import defined

    return Script(*defined(name, quoted, place, held))


def _evaluate(quoted: Any, place: Any) -> Script:
    from simulator.elixir.evaluation import evaluated

    return Script(*evaluated(quoted, place))


def _expand_once(quoted: Any, place: Any) -> Any:
    from simulator.elixir.evaluation import expanded

    return expanded(quoted, place)


World.prepare = prepare
World.define = _define
World.evaluate = _evaluate
World.expand_once = _expand_once
