"""The link graph: which processes and ties there are, in which state, at which time."""

from __future__ import annotations

import networkx as nx
import pytest
from link_stories import MS, Story, everything, family

from simulator.diagrams.link_graphs.graph import links
from simulator.diagrams.selection import NothingToDraw
from simulator.trace import events as ev
from simulator.trace.told import UnknownProcess


def ties(graph: nx.MultiDiGraph, kind: str) -> list[tuple[int, int, object]]:
    """Ends and, for what is gone, how it went."""
    return [(a, b, edge.get("ended_by")) for a, b, edge in graph.edges(data=True) if edge["kind"] == kind]


def states(graph: nx.MultiDiGraph) -> dict[int, str]:
    return dict(graph.nodes(data="state"))


def test_every_state_at_the_end():
    graph = links(everything()).graph
    assert isinstance(graph, nx.MultiDiGraph)
    assert states(graph) == {
        100: "waiting", 101: "crashed", 102: "exited", 103: "exited", 104: "killed", 105: "working", 106: "runnable",
        107: "waiting",
    }  # fmt: skip
    assert (graph.nodes[100]["waits_for"], graph.nodes[107]["waits_for"]) == ("receive", "sleep")


def test_what_is_known_of_a_process():
    node = links(everything()).graph.nodes[103]
    assert dict(node) == {
        "name": ":logger", "function": "logger/0", "pid": "#PID<0.103.0>", "label": ":logger", "stable_id": "main.103",
        "state": "exited", "waits_for": None, "reason": ":killed", "how": "signal", "spawned_at": 0,
        "ended_at": 5 * MS, "messages_in": 3, "messages_out": 0, "role": None,
    }  # fmt: skip


def test_a_moment_before_shows_what_was_then_its_own_instant_included():
    at = links(everything(), at=2).graph
    assert states(at)[102] == "exited" and at.nodes[102]["reason"] == ":normal"
    assert states(at)[104] == "runnable" and at.nodes[104]["reason"] is None and at.nodes[104]["ended_at"] is None
    assert (103, 104, None) in ties(at, "linked")
    just_before = links(everything(), at="1999999ns").graph
    assert states(just_before)[102] == "runnable"
    assert ties(just_before, "monitors").count((100, 105, None)) == 2


def test_a_process_that_is_not_born_yet_is_not_there():
    story = Story("late")
    story.spawn(100, "main/1", None)
    story.at(5)
    story.spawn(101, "late/0", link=True)
    graph = links(story, at="4999999ns").graph
    assert list(graph) == [100] and graph.number_of_edges() == 0
    assert list(links(story, at=5).graph) == [100, 101]


def test_a_time_after_the_end_is_the_end():
    assert links(everything(), at=10**15).dot() == links(everything()).dot()


def test_ties_that_are_gone_stay_and_say_how_they_went():
    graph = links(everything()).graph
    assert ties(graph, "linked") == [
        (100, 101, "exit"), (100, 103, "exit"), (103, 104, "exit"), (105, 106, "unlink"),
    ]  # fmt: skip
    assert ties(graph, "monitors") == [
        (100, 102, "down"), (100, 103, "down"), (100, 105, "demonitor"), (100, 105, None), (103, 104, "down"),
    ]  # fmt: skip
    for _, _, edge in graph.edges(data=True):
        if edge["kind"] in ("linked", "monitors"):
            assert edge["removed"] == (edge["ended_by"] is not None) == (edge["until"] is not None)


def test_a_monitor_by_name_says_which():
    by_name = [edge["name"] for _, _, edge in links(everything()).graph.edges(data=True) if edge.get("name")]
    assert by_name == [":logger"]


def test_a_monitor_of_a_name_that_nobody_has_is_no_edge():
    story = Story("nobody")
    story.spawn(100, "main/1", None)
    story.tell(ev.Monitor, 100, ref=1, name=":nobody")
    assert links(story).graph.number_of_edges() == 0


def test_messages_are_counted_by_pair_when_asked_for():
    assert not ties(links(everything()).graph, "messages")
    graph = links(everything(), messages=True).graph
    counted = {
        (a, b): (edge["count"], edge["lost"]) for a, b, edge in graph.edges(data=True) if edge["kind"] == "messages"
    }
    assert counted == {(100, 103): (3, 0), (100, 102): (1, 1)}
    before = links(everything(), messages=True, at=1).graph
    assert [(a, b) for a, b, kind in before.edges(data="kind") if kind == "messages"] == [(100, 103)]


def test_the_spawner_of_each_process():
    assert ties(links(everything()).graph, "spawned") == [
        *((100, pid, None) for pid in (101, 102, 103, 105, 106, 107)),
        (103, 104, None),
    ]


def test_only_and_hide_take_the_ties_of_the_others_along():
    picture = links(everything(), only=["logger", "victim", "main"], hide=["main/1"])
    assert list(picture.graph) == [103, 104]
    assert {edge[:2] for edge in picture.graph.edges} == {(103, 104)}
    assert picture.graph.graph["hidden"] == 6
    assert "6 hidden" in picture.dot()


def test_an_unknown_name_suggests_the_nearest():
    with pytest.raises(UnknownProcess, match="did you mean 'logger'"):
        links(everything(), only=["loger"])


def test_a_trace_without_events_is_nothing_to_draw():
    with pytest.raises(NothingToDraw):
        links([])


def test_a_trace_that_breaks_off_says_so():
    story = everything()
    story.events.pop()
    assert "where the trace breaks off" in links(story).dot()
    assert "at the end, 7.5 ms" in links(everything()).dot()


def test_a_notebook_shows_the_picture():
    bundle = links(family(2))._repr_mimebundle_()
    assert "<svg" in bundle["image/svg+xml"]
    assert bundle["text/plain"] == "<LinkGraph of 3 processes and 4 ties at 0 ms>"
