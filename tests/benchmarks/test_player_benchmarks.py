"""The benchmark of the player, with traces too small to tell anything but that every figure can be measured."""

from __future__ import annotations

import pytest

from benchmarks import player_crowd_figures, player_figures
from benchmarks.harness import Size
from benchmarks.player_programs import has_browser

TINY = Size(rounds=1, divisor=1_000)


@pytest.mark.parametrize("name", ["build", "size", "still"])
def test_figure_is_measured(name: str) -> None:
    row = player_figures.FIGURES[name](TINY)
    assert row.name == name
    assert row.value is not None and row.value > 0


@pytest.mark.skipif(not has_browser(), reason="no Chromium, or no Playwright")
@pytest.mark.parametrize("name", ["open", "zoom"])
def test_figure_is_measured_in_the_browser(name: str) -> None:
    row = player_figures.FIGURES[name](TINY)
    assert row.name == name
    assert row.value is not None and row.value > 0


def test_the_page_of_a_crowd_is_made_and_opened() -> None:
    assert (player_crowd_figures.FIGURES["crowd-build"](TINY).value or 0) > 0
    row = player_crowd_figures.FIGURES["crowd-open"](TINY)
    assert row.value is None or (" s of processor time" in row.ours and "0.00 s of" not in row.ours)


def test_without_a_browser_the_figures_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player_figures, "has_browser", lambda: False)
    for name in ("open", "scrub", "zoom", "play", "inspect"):
        row = player_figures.FIGURES[name](TINY)
        assert (row.ours, row.value, row.reached) == ("no browser", None, None)
