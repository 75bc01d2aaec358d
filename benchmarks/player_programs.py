"""What the player's figures are measured with: a busy system, its page, and a browser that has opened it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from simulator import GenServer, atom, run
from simulator.trace import Trace

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SERVERS, _CLIENTS = 40, 10
_CROWD = 1_000
_EVENTS_OF_A_ROUND = 28

_WATCH_FIRST_PICTURE = """
const look = () => {
  if (window.player) requestAnimationFrame(() => setTimeout(() => { window.firstPicture = performance.now(); }));
  else setTimeout(look, 2);
};
look();
"""
"""Runs before the page's own code: notes when the frame after the player's first drawing has been made."""


class Shelf(GenServer):
    """A server with a small state and a little work."""

    @staticmethod
    def init(proc: Any, number: int) -> Any:
        return atom.ok, (number, 0)

    @staticmethod
    def handle_call(proc: Any, request: Any, caller: Any, state: tuple[int, int]) -> Any:
        yield proc.work(proc.random.randint(1, 5))
        number, count = state
        return atom.reply, (number, request[1] * 2), (number, count + 1)

    @staticmethod
    def handle_info(proc: Any, message: Any, state: tuple[int, int]) -> Any:
        return atom.noreply, state


@cache
def busy(events: int) -> Trace:
    """Return the trace of clients that call servers and set timers at random: about as many events as asked for."""
    return run(_busy(events, _SERVERS, _CLIENTS), states=True).trace


def write_crowd(path: Path, events: int) -> int:
    """Write the trace of the same with a thousand processes; return how many events it has."""
    run(_busy(events, _CROWD - _CROWD // 5, _CROWD // 5), states=True, trace=str(path))
    with path.open("rb") as file:
        return sum(1 for _ in file) - 1


def _busy(events: int, shelves: int, clients: int) -> Any:
    rounds = max(1, events // (clients * _EVENTS_OF_A_ROUND))

    def client(proc: Any, servers: list[Any]) -> Any:
        for _ in range(rounds):
            server = proc.random.choice(servers)
            yield GenServer.call(proc, server, (atom.fetch, proc.random.getrandbits(60)))
            proc.send_after(server, (atom.tick, proc.random.random()), proc.random.randint(1, 50))
            yield proc.sleep(proc.random.randint(0, 20))

    def main(proc: Any) -> Any:
        servers = []
        for number in range(shelves):
            _, server = yield GenServer.start_link(proc, Shelf, number)
            servers.append(server)
        for _ in range(clients):
            proc.spawn(client, servers)

    return main


def has_browser() -> bool:
    """Say whether there is a Chromium, and Playwright to drive it with."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return False
    return any(map(shutil.which, NAMES))


@contextmanager
def browser() -> Iterator[Any]:
    """Give a headless Chromium."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, NAMES)))
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=arguments)
        yield opened
        opened.close()


def opened(chromium: Any, file: Path) -> Any:
    """Open a page from disk, as a fresh browser window does, and wait for its first picture."""
    page = window(chromium)
    open_in(page, file)
    return page


def window(chromium: Any) -> Any:
    """Return a fresh browser window, in which nothing has been opened yet."""
    page = chromium.new_context(viewport={"width": 1600, "height": 900}).new_page()
    page.set_default_timeout(60_000)
    page.add_init_script(_WATCH_FIRST_PICTURE)
    return page


def open_in(page: Any, file: Path) -> None:
    """Open a page from disk in a window and wait for its first picture."""
    page.goto(file.as_uri())
    while not page.evaluate("window.firstPicture"):  # Playwright's own waiting is against the page's policy
        page.wait_for_timeout(20)
