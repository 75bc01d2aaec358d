"""The link graph for other programs: what is written is what is read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import networkx as nx
import pytest
from link_stories import Story, everything, hostile

from simulator.diagrams.link_graphs.graph import links
from simulator.terms.visible import printable

GOLDEN = Path(__file__).parent / "golden"
STORIES = {"everything": everything, "hostile": hostile}


@pytest.fixture(params=list(STORIES))
def story(request: pytest.FixtureRequest) -> Story:
    return STORIES[request.param]()


def test_json_gives_the_same_graph_again(story):
    graph = links(story, messages=True).graph
    again = nx.node_link_graph(json.loads(links(story, messages=True).json()), edges="edges")
    assert again.graph == graph.graph
    assert list(again.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def test_json_is_text_that_any_file_can_hold():
    story = Story("half \ud83d")
    story.spawn(100, "half\ud83d/0", None)
    text = links(story).json()
    assert json.loads(text.encode("utf-8"))["nodes"][0]["function"] == "half\ud83d/0"


def test_graphml_gives_the_same_graph_again(story):
    graph = links(story, messages=True).graph
    again = nx.read_graphml(
        io.BytesIO(links(story, messages=True).graphml().encode("utf-8")), node_type=int, force_multigraph=True
    )
    assert again.is_directed() and again.is_multigraph()
    assert [(pid, dict(node)) for pid, node in again.nodes.items()] == [(p, plain(n)) for p, n in graph.nodes.items()]
    assert [(ends, dict(edge)) for ends, edge in again.edges.items()] == [(e, plain(d)) for e, d in graph.edges.items()]


def plain(attributes: dict[str, object]) -> dict[str, object]:
    kept = {key: value for key, value in attributes.items() if value is not None}
    return {key: printable(value) if isinstance(value, str) else value for key, value in kept.items()}


def test_json_is_the_one_agreed_upon():
    golden = (GOLDEN / "links_everything.json").read_text(encoding="utf-8")
    assert json.loads(links(everything(), messages=True).json()) == json.loads(golden)
