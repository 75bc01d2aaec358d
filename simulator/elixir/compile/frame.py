"""What is written while one Python function is made: its lines, its names, and what is known of its values.

The compiler writes Python text. Each piece of it knows its Elixir line: a statement carries one, and an
expression that stands on another line is marked (:func:`simulator.elixir.compile.pieces.marked`), so that it
begins a new line of the text. :mod:`simulator.elixir.compile.code` then gives the code objects the Elixir lines.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.pieces import Ex, Jump, identifier
from simulator.elixir.compile.unit import Unit


class Frame:
    """One Python function in the making."""

    __slots__ = (
        "blocks", "counter", "exception", "free", "fronts", "generator", "in_loop", "indent", "jump", "kinds", "line",
        "lines", "module", "names", "opening", "own", "parent", "polls", "title", "unit", "uses_process",
    )  # fmt: skip

    def __init__(self, unit: Unit, module: str, title: str, generator: bool, parent: Frame | None = None) -> None:
        self.unit = unit
        self.module = module
        self.title = title
        self.generator = generator
        self.parent = parent
        self.lines: list[tuple[int, str, int]] = []
        self.indent = 0
        self.blocks = 0
        self.line: int = parent.line if parent else 0
        self.counter: list[int] = parent.counter if parent else [0]
        self.names: dict[tuple[str, Any], Ex] = dict(parent.names) if parent else {}
        self.kinds: dict[str, str] = dict(parent.kinds) if parent else {}
        self.fronts: dict[str, str] = {}  # what reads the first byte of a binary, and the variable that holds it
        self.opening: list[tuple[int, str, int]] = []  # what stands before everything else, made once a call
        self.own: set[str] = set()
        self.free: dict[str, None] = {}
        self.jump: Jump | None = None
        self.in_loop = False
        self.polls = False
        self.uses_process = False
        self.exception: str | None = parent.exception if parent else None

    # -- writing ------------------------------------------------------------------------------

    def write(self, text: str) -> None:
        """Write a statement at the current place."""
        self.lines.append((self.indent, text, self.line))

    def at(self, node: Any) -> None:
        """Go on at the line of *node*, if it has one."""
        line = node.meta.line
        if line:
            self.line = line

    def fresh(self, stem: str = "t") -> str:
        """Return a new name of this function."""
        self.counter[0] += 1
        name = f"{stem}{self.counter[0]}"
        self.own.add(name)
        return name

    def keep(self, value: Ex) -> Ex:
        """Return *value* as something stable: itself, or a variable that it is put in now."""
        if value.stable:
            return value
        name = self.fresh()
        self.write(f"{name} = {value}")
        return self.named(name, value.kind)

    def named(self, name: str, kind: str | None = None) -> Ex:
        """Return the variable *name* as an expression."""
        return Ex(name, kind, True)

    # -- variables ----------------------------------------------------------------------------

    def bind(self, key: tuple[str, Any], value: Ex) -> None:
        """Let an Elixir variable be a stable Python expression."""
        self.names[key] = value

    def variable(self, key: tuple[str, Any]) -> str:
        """Return a new Python name for an Elixir variable, and let the variable be that."""
        self.counter[0] += 1
        name = f"{identifier(key[0])}_{self.counter[0]}"
        self.own.add(name)
        self.names[key] = Ex(name, None, True)
        return name

    def suppose(self, known: dict[tuple[str, Any], str]) -> dict[tuple[str, Any], Ex]:
        """Let variables be numbers for a while; return what was known of them before."""
        before = {}
        for key, kind in known.items():
            value = self.names.get(key)
            if value is not None and value.kind is None:
                before[key] = value
                self.names[key] = Ex(value, kind, value.stable, value.depth)
        return before

    def read(self, key: tuple[str, Any]) -> Ex:
        """Return what an Elixir variable is called here."""
        value = self.names[key]
        if value.isidentifier() and value not in self.own:
            self._reach(str(value))
        return value

    def _reach(self, name: str) -> None:
        """Note that *name*, of a function around this one, is needed here and in all functions between."""
        between: list[Frame] = []
        frame: Frame | None = self
        while frame is not None:
            if name in frame.own:
                for each in between:
                    each.free[name] = None
                return
            between.append(frame)
            frame = frame.parent


def held(frame: Frame, value: Ex) -> tuple[str, Ex]:
    """Return *value* for its first use, which keeps it in a variable, and for all later ones."""
    if value.stable:
        if value[0].isdigit():  # a number's text, after which a dot would belong to it
            value = Ex(f"({value})", value.kind, True)
        return str(value), value
    name = frame.fresh()
    return f"({name} := {value})", Ex(name, value.kind, True)


def _yields(lines: list[tuple[int, str, int]]) -> bool:
    """Return whether a function's own code yields; the functions that it makes are not its own."""
    within: int | None = None
    for indent, text, _ in lines[1:]:
        if within is not None and indent > within:
            continue
        within = indent if text.startswith("def ") else None
        if within is None and "yield" in text:
            return True
    return False


def finish(frame: Frame) -> None:
    """Make sure that what is called as a generator is one, and that it knows its process where it receives."""
    frame.lines[1:1] = frame.opening
    if frame.uses_process:
        frame.lines.insert(1, (frame.lines[0][0] + 1, "proc = current()", frame.lines[0][2]))
    if frame.generator and not _yields(frame.lines):
        frame.lines.insert(1, (frame.lines[0][0] + 1, "if False: yield", frame.lines[0][2]))
