"""The moment at which a link graph has most to show, circles of calls in it, and the graph as a Mermaid flowchart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from simulator import run
from simulator.diagrams import links
from simulator.diagrams.link_graphs.moments import telling_moment
from simulator.scenario import load, start

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def trace_of(path: str) -> Any:
    return start(load(str(SCENARIOS / path)), trace=True).trace


def test_it_is_the_moment_at_which_most_live() -> None:
    def child(proc: Any) -> Any:
        yield proc.sleep(20)

    def main(proc: Any) -> Any:
        for _ in range(3):
            proc.spawn_link(child)
            yield proc.sleep(5)
        yield proc.sleep(100)

    trace = run(main).trace
    assert telling_moment(trace) == 10_000_000
    assert "===" in links(trace, at=f"{telling_moment(trace)}ns").mermaid()
    assert "===" not in links(trace).mermaid()


def test_it_is_the_moment_at_which_a_circle_of_calls_stands() -> None:
    trace = trace_of("10_gen_server/09_deadlock.py")
    assert telling_moment(trace) == 0
    at = "0ns"
    waits = [edge for _, _, edge in links(trace, at=at).graph.edges(data=True) if edge["kind"] == "waits"]
    assert len(waits) == 2 and all(edge["deadlock"] for edge in waits)
    assert "linkStyle" in links(trace, at=at).mermaid()
    assert "linkStyle" not in links(trace).mermaid()


def test_a_run_without_bonds_is_shown_at_its_end() -> None:
    trace = trace_of("02_messages/06_ping_pong.py")
    assert telling_moment(trace) == list(trace)[-1].t
