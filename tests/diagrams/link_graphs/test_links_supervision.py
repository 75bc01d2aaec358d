"""Supervisors in the link graph: a tree of its own, with the restarts of each child."""

from __future__ import annotations

import re
from pathlib import Path

from link_stories import Story
from sequence_stories import serving

from simulator.diagrams.link_graphs.graph import links
from simulator.trace import events as ev

GOLDEN = Path(__file__).parent / "golden"


def storm(crashes: int) -> Story:
    """A supervisor whose only child crashes again and again."""
    story = Story("A crash storm")
    story.spawn(100, "main/0", None)
    story.spawn(101, "Supervisor.init/1", link=True)
    for number in range(crashes + 1):
        pid = 102 + number
        story.spawn(pid, "Worker.init/1", 101, link=True)
        story.tell(ev.Child, 101, child=pid, id=":w", role="worker", **({"replaces": pid - 1} if number else {}))
        if number < crashes:
            story.exit(pid, "{:boom, []}", "error")
    story.tell(ev.End, reason="finished")
    return story


def children(graph):
    return [
        (a, b, edge["id"], edge["restarts"], edge["removed"])
        for a, b, edge in graph.edges(data=True)
        if edge["kind"] == "supervises"
    ]


def test_the_dot_text_is_the_one_agreed_upon():
    assert links(serving()).dot() == (GOLDEN / "links_supervised.dot").read_text(encoding="utf-8")


def test_a_supervisor_and_its_children_and_how_often_each_was_restarted():
    graph = links(serving()).graph
    assert children(graph) == [(100, 101, ":sup", 0, True), (101, 102, "Stack", 0, True), (101, 103, "Stack", 1, False)]
    assert dict(graph.nodes(data="role")) == {100: "supervisor", 101: "supervisor", 102: "worker", 103: "worker"}
    before = links(serving(), at=399).graph
    assert children(before) == [(100, 101, ":sup", 0, False), (101, 102, "Stack", 0, False)]


def test_the_tie_of_a_supervisor_stands_for_spawn_and_link():
    picture = links(serving())
    drawn = re.findall(r"^  (p\d+ -> p\d+) \[", picture.dot(), re.MULTILINE)
    assert drawn == ["p100 -> p101", "p101 -> p102", "p101 -> p103"]
    assert {kind for *_, kind in picture.graph.edges(data="kind")} == {"spawned", "linked", "supervises"}


def test_a_supervisor_has_a_shape_of_its_own_and_the_legend_tells_it():
    text = links(serving()).dot()
    assert re.search(r"p101 .*supervisor #PID.*shape=\"folder\"", text)
    assert not re.search(r"p103 .*shape=", text)
    legend = text.partition("cluster_legend")[2]
    assert {"supervisor", " supervises: spawned, linked ", " supervised "} <= set(
        re.findall(r'label="([^"]+)"', legend)
    )


def test_restarts_are_counted_and_children_that_crashed_alike_are_one():
    text = links(storm(20)).dot()
    assert "Worker.init/1 × 20" in text and ":w, restarted 20 ×" in text
    assert len(re.findall(r"p101 -> p\d+", text)) == 2


def test_the_monitors_of_calls_are_no_ties():
    assert "monitors" not in {kind for *_, kind in links(serving()).graph.edges(data="kind")}
