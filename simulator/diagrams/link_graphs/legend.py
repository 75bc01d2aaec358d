"""The legend of the link graph: a sample of every sign that occurs, with its words.

It stands in ranks of its own below the picture, because Graphviz gives whatever shares a rank the same height. A
line that nobody sees leads down to it on the left of everything, so that picture and legend begin at one side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from simulator.diagrams.drawing.dot_text import attributes
from simulator.diagrams.drawing.palette import BAND, PALE
from simulator.diagrams.link_graphs.style import LINES, LOOKS, SUPERVISOR

_FRAME = {"label": "", "style": "rounded,filled", "fillcolor": BAND, "color": PALE, "margin": "10"}
_SAMPLE = {"fontsize": "10", "height": "0.28", "width": "0.6", "margin": "0.12,0.04", "tooltip": " "}
_UNSEEN = {"shape": "point", "style": "invis", "width": "0.02", "height": "0.02", "label": "", "tooltip": " "}
SIDE = "side"
_IN_A_ROW = 4  # samples: more make most pictures wider than they are


def legend(looks: list[str], supervisors: bool, lines: list[str], depth: int) -> list[str]:
    """Return the DOT statements for these of ``LOOKS`` and ``LINES``, below *depth* ranks of processes."""
    samples = [_node(f"look_{n}", *LOOKS[name]) for n, name in enumerate(looks)]
    if supervisors:
        samples.append(_node("look_supervisor", "supervisor", SUPERVISOR))
    samples += [_line(f"line_{n}", *LINES[name]) for n, name in enumerate(lines)]
    rows = list(_rows(samples))
    statements = []
    for samples_of_row in rows:
        drawn = " ".join(statement for *_, statement in samples_of_row)
        gaps = ((left[1], right[0]) for left, right in pairwise(samples_of_row))
        statements.append(f"  {{ rank=same; {drawn} {_in_a_row(gaps)} }}")
    firsts = [row[0][0] for row in rows]
    return [
        f"subgraph cluster_legend {{ graph {attributes(_FRAME)}",
        *statements,
        f"  {_below(pairwise(firsts), 1)}",
        "}",
        _below([(SIDE, firsts[0])], 2 * depth),
    ]


def side() -> str:
    """Return the statement of the node that the legend hangs on; where it comes first, it stands on the left."""
    return f"{SIDE} {attributes(_UNSEEN)}"


Sample = tuple[str, str, str]
"""The nodes at its left and its right end, and its statement."""


def _rows(samples: list[Sample]) -> Iterator[list[Sample]]:
    for start in range(0, len(samples), _IN_A_ROW):
        yield samples[start : start + _IN_A_ROW]


def _node(name: str, words: str, given: dict[str, str]) -> Sample:
    return name, name, f"{name} {attributes(_SAMPLE | given | {'label': words})};"


def _line(name: str, words: str, given: dict[str, str]) -> Sample:
    left, right = f"{name}_from", f"{name}_to"
    ends = f"{left} {attributes(_UNSEEN)}; {right} {attributes(_UNSEEN)};"
    line = attributes(given | {"label": f" {words} ", "tooltip": " ", "minlen": "1"})
    return left, right, f"{ends} {left} -> {right} {line};"


def _in_a_row(pairs: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"{left} -> {right} [style=invis, minlen=1];" for left, right in pairs)


def _below(pairs: Iterable[tuple[str, str]], ranks: int) -> str:
    """The left sides of the second ones stand below those of the first ones."""
    return " ".join(f"{one}:sw -> {other}:nw [style=invis, weight=100, minlen={ranks}];" for one, other in pairs)
