"""The picture of the link graph: every sign, its legend, what is folded, what is left out, what is hostile."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from link_stories import HOSTILE, Story, everything, family, hostile, ring

from simulator.diagrams.link_graphs.fold import ALIKE
from simulator.diagrams.link_graphs.graph import LinkGraph, links
from simulator.diagrams.link_graphs.thin import MOST_PROCESSES, MOST_TIES, thin
from simulator.terms.visible import printable
from simulator.trace import events as ev

HERE = Path(__file__).parent
SVG, TITLE = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}title"


def words(picture: LinkGraph) -> list[str]:
    """The texts of the SVG, with Graphviz's unbreakable spaces as plain ones."""
    return [(text.text or "").replace("\xa0", " ").strip() for text in ET.fromstring(picture.svg()).iter(f"{SVG}text")]


def tooltips(picture: LinkGraph) -> set[str]:
    return {shape.get(TITLE, "").replace("\xa0", " ") for shape in ET.fromstring(picture.svg()).iter()}


def statement(picture: LinkGraph, start: str) -> str:
    return next(line for line in picture.dot().splitlines() if line.strip().startswith(start))


@pytest.mark.parametrize(("golden", "settings"), [("links_everything", {"messages": True}), ("links_at", {"at": 4})])
def test_the_dot_text_is_the_one_agreed_upon(golden, settings):
    assert links(everything(), **settings).dot() == (HERE / "golden" / f"{golden}.dot").read_text(encoding="utf-8")


def test_the_dot_text_does_not_depend_on_the_order_of_sets():
    code = "from link_stories import *; from simulator.diagrams.link_graphs.graph import links; import sys;"
    code += "p = links(everything(), messages=True); sys.stdout.write(p.dot() + p.graphml() + p.json())"
    path = os.pathsep.join([str(HERE), str(HERE.parents[2]), *sys.path])
    texts = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": path, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(texts) == 1 and len(texts.pop()) > 1000


def test_the_pictures_are_what_they_say():
    picture = links(everything(), messages=True)
    assert picture.png().startswith(b"\x89PNG") and picture.pdf().startswith(b"%PDF")
    assert {"main/1", ":logger", "logger/0 #PID<0.103.0>", "ended by signal :killed", "unlinked"} <= set(words(picture))


def test_the_dead_and_the_gone_are_told_apart_without_colour():
    """Each process and each tie of its own kind has its own attributes when the colours are taken away."""
    colourless = re.sub(r', (fill|font)?color="[^"]*"', "", links(everything()).dot())
    nodes = dict(re.findall(r'^  p(\d+) \[.*tooltip="[^"]*"(.*)\]$', colourless, re.MULTILINE))
    alive, crashed, exited, fell, killed = (nodes[pid] for pid in ("107", "101", "102", "103", "104"))
    assert len({alive, crashed, exited, fell, killed}) == 5
    edges = re.findall(r"^  p\d+ -> p\d+ \[(.*?), tooltip=", colourless, re.MULTILINE)
    assert len(set(edges)) == 4  # spawned, linked no more, monitors, monitors no more


def test_the_legend_explains_what_occurs_and_nothing_else():
    legend = links(everything(), messages=True).dot().partition("cluster_legend")[2]
    assert re.findall(r'label="([^"]+)"', legend) == [
        "alive", "running or working", "ended normally", "ended abnormally", "crashed", "killed",
        " spawned ", " linked no more ", " monitors ", " monitors no more ", " messages, their number ",
    ]  # fmt: skip
    small = links(family(1)).dot().partition("cluster_legend")[2]
    assert re.findall(r'label="([^"]+)"', small) == ["alive", " spawned ", " linked "]


def test_several_ties_that_look_alike_are_one_line_with_their_number():
    story = family(1)
    for ref in (1, 2, 3):
        story.tell(ev.Monitor, 100, ref=ref, to=101)
    drawn = [line for line in links(story).dot().splitlines() if "arrowtail" in line and "monitors job" in line]
    assert len(drawn) == 1 and '"  3 ×"' in drawn[0]


def test_a_link_upwards_is_drawn_downwards_so_that_the_tree_keeps_its_ranks():
    story = family(1)
    story.tell(ev.Unlink, 101, to=100)
    story.tell(ev.Link, 101, to=100)
    assert [edge[:2] for edge in links(story).graph.edges if "linked" in edge[2]] == [(100, 101), (101, 100)]
    assert "p101 -> p100" not in links(story).dot()


@pytest.mark.parametrize("name", [*HOSTILE])
def test_hostile_text_is_shown_as_text(name):
    picture, shown = links(hostile()), printable(HOSTILE[name])
    assert shown.strip() in words(picture)
    assert f"exited with {shown}".strip() in words(picture)
    told = [tip for tip in tooltips(picture) if f"exited with {shown}," in tip]
    assert len(told) == 1 and told[0].startswith(f"{shown}, #PID")


def test_a_hostile_title_is_shown_as_text():
    assert 'A "title" of <b>hostile</b> &amp; \\N terms' in words(links(hostile()))


def test_a_long_text_is_cut_visibly_and_whole_in_the_tooltip():
    picture = links(hostile())
    assert max(map(len, words(picture))) <= 60
    assert any(word.startswith("long long") and word.endswith("…") for word in words(picture))
    assert any("long " * 2_000 in tip for tip in tooltips(picture))


def test_many_alike_are_drawn_as_one_with_their_number():
    picture = links(family(300, lambda number: "crashed" if number == 7 else "ended" if number % 2 else "waits"))
    assert {"job/2 × 150", "job/2 × 149", "job/2", "crashed with {:boom, []}"} <= set(words(picture))
    assert "Left out" not in picture.dot()
    assert any("#PID<0.101.0>, #PID<0.103.0>" in tip for tip in tooltips(picture))
    assert len(picture.graph) == 301


def test_a_few_alike_stand_side_by_side():
    assert words(links(family(ALIKE))).count("job/2") == ALIKE


def test_the_messages_of_many_alike_are_added_up():
    story = family(20)
    for pid in range(101, 121):
        story.message(100, pid)
        story.message(pid, 100)
        story.wait(pid)
    story.wait(100)
    picture = links(story, messages=True)
    assert words(picture).count("20") == 2
    assert any(
        "#PID<0.120.0>, waiting in receive, spawned at 0 ms, messages: 20 in, 20 out" in t for t in tooltips(picture)
    )
    assert {edge["count"] for _, _, edge in picture.graph.edges(data=True) if edge["kind"] == "messages"} == {1}


def test_more_processes_than_a_picture_can_show_are_left_out_and_said():
    story = ring(MOST_PROCESSES + 50)
    for pid in range(101, 111):
        story.spawn(pid + 1000, f"helper{pid}/0", pid)
        story.exit(pid + 1000)
    picture = links(story)
    notice = (
        f"Left out: 60 of {MOST_PROCESSES + 60} processes, 10 that have ended and 50 that are alive "
        "(50 × node/2, 1 × helper101/0, 1 × helper102/0, …)"
    )
    assert notice in words(picture)
    assert len(picture.graph) == MOST_PROCESSES + 60
    kept = thin(picture.graph).graph
    assert list(kept) == list(range(100, 100 + MOST_PROCESSES))


def test_the_dead_leave_before_the_living_and_the_youngest_first():
    graph = links(family(6, lambda number: "ended" if number < 3 else "waits")).graph
    assert list(thin(graph, processes=5).graph) == [100, 101, 104, 105, 106]
    assert list(thin(graph, processes=2).graph) == [100, 104]


def test_more_lines_than_a_picture_can_show_are_left_out_messages_first():
    story = Story("a mesh")
    story.spawn(100, "main/1", None)
    for pid in range(101, 130):
        story.spawn(pid, f"node{pid}/0")
    for pid in range(100, 130):
        for other in range(100, 130):
            if pid != other:
                story.message(pid, other)
    picture = links(story, messages=True)
    surplus = 30 * 29 + 29 - MOST_TIES
    assert f"Left out: {surplus} of {30 * 29 + 29} lines, of messages first" in words(picture)
    kept = thin(picture.graph).graph
    assert sum(kind == "spawned" for _, _, kind in kept.edges(data="kind")) == 29
