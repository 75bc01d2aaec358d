"""A browser for the page: an installed Chromium; where there is none, the tests that need it are skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from waiting import PATIENCE, wait_for

from simulator.player import page as make_page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSPECTING = "p=inspector"
READY = "window.player !== undefined"
SETTINGS: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium. Each module has its own: Playwright's loop, while it runs, lets no other one run here."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("no Chromium is installed")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=found, args=arguments)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def tab(browser: Any) -> Any:
    """A tab of it for all tests of a module: to open another takes longer than most of them."""
    return browser.new_context(**SETTINGS).new_page()


@pytest.fixture
def open_page(browser: Any, tab: Any) -> Iterator[Callable[..., Any]]:
    """Open an address and wait for the player; the test fails for any error, complaint or request of the page.

    With settings of a context, or for a second page in one test, there is another tab.
    """
    watched = Watched()

    def call(address: str, **options: Any) -> Any:
        page = tab
        if options or tab in watched.pages:
            page = browser.new_context(**{**SETTINGS, **options}).new_page()
        watched.begin(page, address)
        page.goto(address)
        wait_for(page, READY)
        return page

    yield call
    watched.end(tab)
    assert not watched.problems, "\n".join(watched.problems)


class Watched:
    """The pages of a test, and what they did that they must not do."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.pages: dict[Any, list[tuple[str, Any]]] = {}

    def begin(self, page: Any, address: str) -> None:
        """Begin to watch a page, before it is opened."""
        page.set_default_timeout(PATIENCE * 1000)
        self.pages[page] = [
            ("console", lambda said: self._say(said.text, said.type in ("error", "warning"))),
            ("pageerror", lambda wrong: self._say(f"error: {wrong}")),
            ("request", lambda asked: self._say(f"a request: {asked.url}", _is_foreign(asked.url, address))),
        ]
        for event, listener in self.pages[page]:
            page.on(event, listener)

    def end(self, kept: Any) -> None:
        """Close the pages but the one that is kept, which is emptied."""
        for page, listeners in self.pages.items():
            for event, listener in listeners:
                page.remove_listener(event, listener)
            if page is not kept:
                page.context.close()
        if kept in self.pages:
            kept.goto("about:blank")

    def _say(self, problem: str, is_one: bool = True) -> None:
        if is_one:
            self.problems.append(problem)


@pytest.fixture
def play(open_page: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Write the page of a trace and open it from disk: ``play(trace, other, fragment="#...", **of the browser)``.

    Where nothing is said of it, one run opens with the inspector beside it.
    """

    def call(*traces: Any, fragment: str = "", data: dict[str, Any] | None = None, **options: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_text(make_page(*traces, **(data or {})), encoding="utf-8")
        where = fragment if "p=" in fragment or len(traces) > 1 else f"{fragment or '#'}&{INSPECTING}"
        return open_page(file.as_uri() + where, **options)

    return call


def _is_foreign(asked: str, address: str) -> bool:
    """The page itself, and what it draws itself, is all that may be asked for."""
    return asked.partition("#")[0] != address.partition("#")[0] and not asked.startswith(("data:", "blob:"))
