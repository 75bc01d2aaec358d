"""A link graph that would be too wide: children in rows, each family together, ranks as the depth where all fit."""

from __future__ import annotations

import re
from typing import Any

import networkx as nx
import pytest

from simulator import run
from simulator.cli import main as simulator
from simulator.diagrams import links
from simulator.diagrams.link_graphs.rows import COLUMN, ranks_of


def tree(parents: dict[int, int | None]) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for pid, parent in parents.items():
        graph.add_node(pid)
        if parent is not None:
            graph.add_edge(parent, pid, kind="spawned")
    return graph


def test_where_all_fit_a_rank_is_the_depth() -> None:
    assert ranks_of(tree({1: None, 2: 1, 3: 1, 4: 2}), 4 * COLUMN) == ({1: 0, 2: 1, 3: 1, 4: 2}, [])


def test_children_that_do_not_fit_stand_in_rows_as_long_as_each_other() -> None:
    ranks, in_line = ranks_of(tree({1: None} | dict.fromkeys(range(2, 12), 1)), 4 * COLUMN)
    rows = [[pid for pid, rank in ranks.items() if rank == wanted] for wanted in (1, 2, 3)]
    assert rows == [[2, 3, 4, 5], [6, 7, 8, 9], [10, 11]]
    assert in_line == [(2, 6), (3, 7), (4, 8), (5, 9), (6, 10), (7, 11)]


def test_a_row_of_families_begins_below_the_deepest_of_the_row_before() -> None:
    families = {1: None, 2: 1, 3: 1, 4: 1, 20: 2, 21: 2, 200: 20, 30: 3, 31: 3, 40: 4, 41: 4}
    ranks, in_line = ranks_of(tree(dict(families)), 2 * COLUMN)
    assert [ranks[pid] for pid in (2, 20, 200, 3, 30, 4, 40)] == [1, 2, 3, 4, 5, 6, 7]
    assert in_line == [(2, 3), (3, 4)]


@pytest.mark.parametrize("ended", [False, True])
def test_thirty_children_are_no_ten_screens(ended: bool) -> None:
    def child(proc: Any, number: int) -> Any:
        proc.label(f"child {number}")
        if not ended:
            yield proc.receive()

    def main(proc: Any) -> Any:
        for number in range(30):
            proc.spawn(child, number)
        yield proc.sleep(1)

    trace = run(main).trace
    widths = []
    for width in (900.0, 1600.0, 100_000.0):
        found = re.search(r'<svg width="(\d+)pt"', links(trace, width=width).svg())
        assert found is not None
        widths.append(int(found[1]))
    assert widths[0] < widths[1] < widths[2] and widths[1] < 2_000 and widths[2] > 4_000


def test_wrap_is_for_links_too(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "links.dot"
    for wrap in ("480", "100000"):
        assert simulator(["diagram", "worker_pool", "--kind", "links", "--wrap", wrap, "-o", str(target)]) == 0
        assert ('nodesep="0.14"' in target.read_text()) == (wrap == "480")
    assert simulator(["diagram", "worker_pool", "--wrap", "800", "-o", str(tmp_path / "a.svg")]) == 2
    assert "for a timeline as SVG that stands still, and for links" in capsys.readouterr().err
