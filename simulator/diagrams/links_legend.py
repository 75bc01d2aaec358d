"""The legend of the link graph: a sample of every sign that occurs, with its words.

It stands in ranks of its own below the picture, because Graphviz gives whatever shares a rank the same height.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from simulator.diagrams.dot_text import attributes
from simulator.diagrams.links_style import LINES, LOOKS
from simulator.diagrams.palette import BAND, PALE

_FRAME = {"label": "", "style": "rounded,filled", "fillcolor": BAND, "color": PALE, "margin": "10"}
_SAMPLE = {"fontsize": "10", "height": "0.28", "width": "0.6", "margin": "0.12,0.04", "tooltip": " "}
_END = {"shape": "point", "style": "invis", "width": "0.02", "label": "", "tooltip": " "}


def legend(looks: list[str], lines: list[str], above: int | None) -> list[str]:
    """Return the DOT statements for these of ``LOOKS`` and ``LINES``, below the process *above*."""
    if above is None:
        return []
    first = [f"look_{place}" for place in range(len(looks))]
    ends = [(f"from_{place}", f"to_{place}") for place in range(len(lines))]
    samples = [f"{node} {_look(name)};" for node, name in zip(first, looks, strict=True)]
    drawn = [f"{a} {attributes(_END)}; {b} {attributes(_END)};" for a, b in ends]
    drawn += [f"{a} -> {b} {_line(name)};" for (a, b), name in zip(ends, lines, strict=True)]
    gaps = [(b, a) for (_, b), (a, _) in pairwise(ends)]
    return [
        f"subgraph cluster_legend {{ graph {attributes(_FRAME)}",
        f"  {{ rank=same; {' '.join(samples)} {_in_a_row(pairwise(first))} }}",
        f"  {{ rank=same; {' '.join(drawn)} {_in_a_row(gaps)} }}",
        *(f"  {first[0]} -> {a} [style=invis];" for a, _ in ends[:1]),
        "}",
        f"p{above} -> {first[len(first) // 2]} [style=invis, weight=0]",
    ]


def _look(name: str) -> str:
    words, given = LOOKS[name]
    return attributes(_SAMPLE | given | {"label": words})


def _line(name: str) -> str:
    words, given = LINES[name]
    return attributes(given | {"label": f" {words} ", "tooltip": " "})


def _in_a_row(pairs: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"{left} -> {right} [style=invis];" for left, right in pairs)
