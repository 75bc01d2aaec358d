"""The page: one file, the same each time, that holds everything it needs and forbids itself the rest."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from played_traces import HOSTILE, ROOT, hostile, scenario
from rebuild import data_of

from simulator import run
from simulator.player import page
from simulator.trace import read_trace


class Elements(HTMLParser):
    """The elements of a page with their attributes, and what is in its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        if self.found:
            self.texts.setdefault(self.found[-1][0], []).append(data)


def test_the_same_trace_gives_the_same_page(tmp_path: Path) -> None:
    trace = scenario("late_reply")
    with open(tmp_path / "trace.jsonl", "wb") as file:
        trace.write(file)
    made = page(trace)
    assert made == page(trace) == page(read_trace(tmp_path / "trace.jsonl"))


def test_the_page_does_not_depend_on_the_seed_of_hashes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "simulator", "play", "scenarios/11_systems/01_pubsub.py", "-o", "-"]
    made = {
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("0", "1")
    }
    assert len(made) == 1


def test_nothing_is_loaded_from_elsewhere() -> None:
    elements = Elements(page(scenario("late_reply")))
    assert not [attributes for _, attributes in elements.found if {"src", "href", "srcset", "action"} & set(attributes)]
    assert {tag for tag, _ in elements.found} <= {
        "html", "head", "meta", "title", "style", "body", "noscript", "script",
    }  # fmt: skip


def test_the_policy_allows_this_script_and_no_network() -> None:
    html = page(scenario("late_reply"))
    elements = Elements(html)
    policy = next(
        attributes["content"]
        for _, attributes in elements.found
        if "http-equiv" in attributes and attributes["content"]
    )
    script = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(script) == 1
    digest = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == f"'sha256-{digest}'"
    assert "connect-src" not in rules
    assert "unsafe-eval" not in policy


def test_the_bundle_neither_evaluates_text_nor_fetches() -> None:
    code = (ROOT / "simulator" / "player" / "player.js").read_text(encoding="ascii")
    assert "</script" not in code and "<!--" not in code
    assert not re.search(
        r"\beval\(|\bnew Function\b|\bfetch\(|XMLHttpRequest|\bimport\(|https?://(?!www\.w3\.org/)", code
    )


def test_hostile_text_stands_in_the_page_only_packed() -> None:
    html = page(hostile())
    elements = Elements(html)
    assert [tag for tag, _ in elements.found].count("script") == 2
    assert "window.broken" not in html.replace("&#x27;", "'").partition("<style>")[2]
    assert "<img" not in html
    assert HOSTILE[0] in b"".join(data_of(html).slices).decode(errors="replace")


def test_no_control_character_stands_in_a_page(tmp_path: Path) -> None:
    path = tmp_path / "trace.jsonl"
    run(_titled, trace=path)
    path.write_text(path.read_text().replace("A plain title", "A \\u001b[2J\\u0000title"))
    html = page(read_trace(path))
    assert "<title>A \\e[2J\\0title" in html and not re.search("[\x00-\x08\x0b-\x1f]", html)


def _titled(proc: Any) -> Any:
    """A plain title: of a run."""
    yield proc.sleep(1)


def test_sources_are_there_the_scenario_s_own_first() -> None:
    trace = scenario("late_reply")
    data = data_of(page(trace, sources={"helper.py": "x = 1\n", trace.header.scenario.name: "not this"}))
    sources = data.head["runs"][0]["sources"]
    assert list(sources.items()) == [
        (trace.header.scenario.name, trace.header.scenario.source),
        ("helper.py", "x = 1\n"),
    ]


def test_two_runs_and_how_they_relate() -> None:
    first, second = scenario("ping_pong"), scenario("late_reply")
    data = data_of(page(first, second, alignment={"pairs": [(0, 0)], "divergence": [1, -1]}))
    assert [run["header"]["scenario"]["name"] for run in data.head["runs"]] == ["06_ping_pong.py", "08_late_reply.py"]
    assert data.head["alignments"] == [{"of": [0, 1], "pairs": [[0, 0]], "divergence": [1, -1]}]
