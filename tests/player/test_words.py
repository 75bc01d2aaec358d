"""The pictures in words, for who cannot see them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from played_traces import scenario
from waiting import wait_for


def test_the_timeline_is_told_in_words(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"), fragment="#p=graph")
    wait_for(page, "document.querySelector('.words p').textContent !== ''")
    words = page.evaluate("document.querySelector('.words').innerText")
    for told in ("from 0 ms to 260 ms, time to scale", "waits for Server.init/1, 100 ms", "works 250 ms", "too late"):
        assert told in words, told
    above = page.locator(".timeline canvas").nth(1)
    assert page.locator(f"#{above.get_attribute('aria-details')}").get_attribute("class") == "aside words"
    page.evaluate("player.store.set({ from: 0.9, to: 1 })")
    wait_for(page, "!document.querySelector('.words').innerText.includes('from 0 ms to')")
    graph = page.evaluate("[...document.querySelectorAll('.graph ul.aside li')].map(one => one.textContent)")
    assert any("linked with Server.init/1" in line for line in graph)
