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
READY = "window.player !== undefined"


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


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open an address and wait for the player; the test fails for any error, complaint or request of the page."""
    problems: list[str] = []
    context: Any = None

    def call(address: str, **options: Any) -> Any:
        nonlocal context
        if context is None or options:
            settings = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **options}
            context = browser.new_context(**settings)
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.on("console", lambda said: problems.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda wrong: problems.append(f"error: {wrong}"))
        page.on("request", lambda asked: _check_request(asked.url, address, problems))
        page.goto(address)
        wait_for(page, READY)
        return page

    yield call
    for each in browser.contexts:
        each.close()
    assert not problems, "\n".join(problems)


@pytest.fixture
def play(open_page: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Write the page of a trace and open it from disk: ``play(trace, other, fragment="#...", **of the browser)``."""

    def call(*traces: Any, fragment: str = "", data: dict[str, Any] | None = None, **options: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_text(make_page(*traces, **(data or {})), encoding="utf-8")
        return open_page(file.as_uri() + fragment, **options)

    return call


def _check_request(asked: str, address: str, problems: list[str]) -> None:
    """The page itself, and what it draws itself, is all that may be asked for."""
    if asked.partition("#")[0] != address.partition("#")[0] and not asked.startswith(("data:", "blob:")):
        problems.append(f"a request: {asked}")
