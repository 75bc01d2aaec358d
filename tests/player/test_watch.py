"""``simulator play --watch``: the page is served to this machine alone, and made anew when the scenario is saved."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from played_traces import ROOT
from waiting import PATIENCE, wait_for

SCENARIO = '''\
"""First title."""


def main(proc):
    yield proc.sleep(1)
    proc.puts("done")
'''


class Served:
    """A scenario that is being watched."""

    def __init__(self, folder: Path) -> None:
        self.scenario = folder / "watched.py"
        self.scenario.write_text(SCENARIO)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "simulator", "play", "watched.py", "--watch"],
            cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert self.process.stdout is not None
        found = re.match(r"(http://127\.0\.0\.1:(\d+)/) ", self.process.stdout.readline())
        assert found is not None
        self.address, self.port = found[1], int(found[2])

    def get(self, target: str = "/", host: str | None = None) -> tuple[int, str]:
        """Return the status and the text that a request is answered with."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest("GET", target, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def change(self, text: str) -> None:
        """Save the scenario with another text, and wait for the page of it."""
        version = re.search(r"changes\?(\d+)", self.get()[1])
        assert version is not None
        self.scenario.write_text(text)
        assert "data: changed" in self.get(f"/changes?{version[1]}")[1]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    yield served
    served.process.kill()
    served.process.communicate(timeout=20)


def test_a_saved_scenario_is_played_anew_and_a_mistake_in_it_is_shown(served: Served) -> None:
    assert "<title>First title.</title>" in served.get()[1]
    served.change(SCENARIO.replace("First", "Second"))
    assert "<title>Second title.</title>" in served.get()[1]
    served.change("def main(proc:\n")
    assert "watched.py:1: not Python" in served.get()[1]
    served.change(SCENARIO.replace("First", "Third"))
    assert "<title>Third title.</title>" in served.get()[1]


def test_nothing_but_the_page_is_served_and_to_nobody_else(served: Served) -> None:
    (served.scenario.parent / "secret.txt").write_text("secret")
    for target in ("/secret.txt", "/../watched.py", "/%2e%2e/secret.txt", "//secret.txt", "/watched.py", "/changes/"):
        status, text = served.get(target)
        assert (status, "secret" in text.replace(target, "")) == (404, False), target
    assert served.get(host="attacker.example")[0] == 403
    assert served.get(host=f"localhost:{served.port}")[0] == 200


def test_ctrl_c_ends_it_without_a_word(served: Served) -> None:
    assert served.get()[0] == 200
    served.process.send_signal(signal.SIGINT)
    out, err = served.process.communicate(timeout=20)
    assert (served.process.returncode, out, err) == (0, "", "")


def test_an_open_page_loads_itself_anew(served: Served, browser: Any) -> None:
    page = browser.new_page()
    page.goto(served.address)
    wait_for(page, "window.player !== undefined")
    assert page.title() == "First title."
    served.change(SCENARIO.replace("First", "Second"))
    playwright = pytest.importorskip("playwright.sync_api")
    playwright.expect(page).to_have_title("Second title.", timeout=PATIENCE * 1000)
    page.close()


def test_a_page_from_disk_knows_of_no_server(play: Callable[..., Any]) -> None:
    from played_traces import scenario

    assert "EventSource" not in play(scenario("late_reply")).content()
