"""The sequence diagram as plain text, to be read wherever letters have one width: a terminal, a mail, a README.

A line a sign: the time where it moves on, the lifelines with the arrow or the mark, and behind them what it says,
so that many lifelines fit beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.diagrams.drawing.text import columns, shorten
from simulator.diagrams.sequences.signs import Arrow, Plan, Tag
from simulator.diagrams.sequences.statements import BAD_ENDS, WORDS, Receipt, Statement, remarks, statements
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.records import At

_HEAD = 14
"""Columns of a lifeline's name at most."""
_LEAST = 6
"""Columns from one lifeline to the next at least."""
_DASHED = frozenset({"reply", "ack", "down", "spawn", "spawn_link", "spawn_monitor", "monitor", "demonitor"})
_LINKS = frozenset({"link", "unlink", "monitor", "demonitor"})


def text(drawing: Plan, ending: str) -> str:
    """Return the diagram of *drawing* as lines of text, the last of which is *ending*."""
    said = statements(drawing)
    width = max([columns(duration_text(at.t)) for at, _ in said], default=0)
    grid = _Grid(drawing)
    lines = [printable(drawing.title), *drawing.asides, *drawing.notices, ""]
    lines += [" " * width + "  " + head for head in grid.heads()]
    now = None
    for at, what in said:
        time = ""
        if at.t != now:
            if now is not None:
                lines.append(" " * width + "  " + grid.row(at))
            time, now = duration_text(at.t), at.t
        row = time.rjust(width) + "  " + grid.row(at, what)
        first, *more = _words(what).split("\n")
        lines.append(f"{row}  {first}")
        behind = " " * width + "  " + grid.row(at, what, after=True) + "  "
        lines += [behind + each for each in more]
    lines += ["", ending]
    return "".join(line.rstrip() + "\n" for line in lines)


class _Grid:
    """The lifelines beside each other, and what is drawn on them in one line."""

    def __init__(self, drawing: Plan) -> None:
        self._lives = [(process.start, process.end) for process in drawing.lifelines]
        self._place = {process.pid: n for n, process in enumerate(drawing.lifelines)}
        heads = [(process.label, process.pid_text.strip("#PID<>")) for process in drawing.lifelines]
        self._heads = [tuple(shorten(printable(part), _HEAD) for part in head) for head in heads]
        self._step = max(_LEAST, max(columns(part) for head in self._heads for part in head) + 2)

    def heads(self) -> Iterator[str]:
        """Yield the lines of the names, and of the pids where they say more."""
        for line in range(2):
            yield "".join(head[line] + " " * (self._step - columns(head[line])) for head in self._heads)

    def row(self, at: At, what: Statement | None = None, after: bool = False) -> str:
        """Return the lifelines at a place of the run, with what happens there; *after* it, without that."""
        cells = [" "] * (self._step * len(self._lives))
        for n, (start, end) in enumerate(self._lives):
            ended = end is not None and (end < at or (after and end == at))
            if (start is None or start <= at) and not ended:
                cells[self._step * n] = "│"
        if after or what is None:
            return "".join(cells)
        if isinstance(what, Arrow):
            self._draw(cells, what)
        else:
            pid = what.arrow.target if isinstance(what, Receipt) else what.pid
            assert pid is not None
            kind = what.kind if isinstance(what, Tag) else ""
            cells[self._step * self._place[pid]] = "x" if kind in BAD_ENDS else "┴" if kind == "normal" else "o"
        return "".join(cells)

    def _draw(self, cells: list[str], arrow: Arrow) -> None:
        """Draw an arrow from lifeline to lifeline; where one has none, from or to a place beside the other."""
        at = {pid: self._step * self._place[pid] for pid in (arrow.source, arrow.target) if pid is not None}
        source = at.get(arrow.source or -1)
        target = at.get(arrow.target or -1)
        lost = arrow.fate in ("dropped", "ended")
        if source == target:
            assert source is not None
            cells[source : source + 3] = ["├", "─", "x" if lost else "┐"]
            return
        if source is None:
            assert target is not None
            source = target + 3
        if target is None:
            target = source + 4
        step = 1 if source < target else -1
        dashed = arrow.kind in _DASHED
        for place in range(source + step, target, step):
            cells[place] = "┼" if cells[place] == "│" else " " if dashed and (place - source) % 2 == 0 else "─"
        if cells[source] == "│":
            cells[source] = "├" if step > 0 else "┤"
        if arrow.kind not in _LINKS:
            cells[target - step] = "x" if lost else ">" if step > 0 else "<"
        elif cells[target] == "│":
            cells[target] = "┤" if step > 0 else "├"


def _words(what: Statement) -> str:
    """Return what a statement says."""
    if isinstance(what, Receipt):
        return f"{what.verb} {printable(what.arrow.label)}"
    if isinstance(what, Arrow):
        told = remarks(what)
        return WORDS.get(what.kind, "") + printable(what.label) + (f" ({', '.join(told)})" if told else "")
    words = "\n".join(printable(line) for line in what.text.split("\n"))
    return f"“{words}”" if what.kind == "output" else words
