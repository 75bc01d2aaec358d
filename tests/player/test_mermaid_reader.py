"""Mermaid itself reads what is exported for it; run where its package is: ``npm ci`` in ``tests/readers``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from simulator import run
from simulator.diagrams import links
from simulator.diagrams.exports.formats import FORMATS
from simulator.diagrams.link_graphs.moments import telling_moment
from simulator.scenario import load, start

ROOT = Path(__file__).parents[2]
SCENARIOS = sorted((ROOT / "scenarios").rglob("*.py"))
MODULES = Path(os.environ.get("SIMULATOR_READERS", ROOT / "tests" / "readers")) / "node_modules"
SCRIPT = MODULES / "mermaid" / "dist" / "mermaid.min.js"

pytestmark = pytest.mark.skipif(not SCRIPT.exists(), reason="Mermaid is not installed: npm ci in tests/readers")


@pytest.fixture(scope="module")
def reader(browser):
    """Mermaid's own parser: what it says is wrong with a text, or nothing."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>reader</title>")
    page.add_script_tag(path=str(SCRIPT))
    ask = "async text => { try { await mermaid.parse(text); return '' } catch (wrong) { return String(wrong) } }"
    yield lambda text: page.evaluate(ask, text)
    page.close()


def test_it_takes_the_diagram_of_every_scenario(reader):
    for path in SCENARIOS:
        loaded = load(str(path))
        loaded.config.limit = 1000
        assert not reader(FORMATS["mermaid"].write(start(loaded, trace=True).trace)), path


def test_it_takes_hostile_text_and_the_longest_diagram(reader):
    sys.path[:0] = [str(ROOT / "tests" / "diagrams"), str(ROOT / "tests" / "diagrams" / "exports")]
    try:
        from test_exports import crowd, talk
    finally:
        del sys.path[:2]
    for main in (talk, crowd):
        assert not reader(FORMATS["mermaid"].write(run(main).trace))


def test_it_refuses_what_is_none(reader):
    assert reader("sequenceDiagram\n    no arrow here at all")


def test_it_takes_the_link_graph_of_every_scenario(reader):
    for path in SCENARIOS:
        loaded = load(str(path))
        loaded.config.limit = 1000
        trace = start(loaded, trace=True).trace
        assert not reader(links(trace, at=f"{telling_moment(trace)}ns", messages=True).mermaid()), path
