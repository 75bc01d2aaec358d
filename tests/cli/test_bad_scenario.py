"""A scenario that cannot be run: one clear line on standard error, exit status 2, nothing on standard output."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Ran

Command = Callable[..., Ran]


def refused(ran: Ran) -> str:
    assert (ran.status, ran.out) == (2, "")
    return ran.complaint


@pytest.mark.parametrize("command", ["run", "diagram"])
def test_no_such_file(simulator: Command, command: str) -> None:
    assert refused(simulator(command, "nowhere.py")) == "nowhere.py: no such file"


def test_no_such_scenario_suggests_the_nearest(simulator: Command, folder: Path) -> None:
    (folder / "scenarios" / "01_first").mkdir(parents=True)
    (folder / "ping.py").rename(folder / "scenarios" / "01_first" / "02_ping_pong.py")
    assert refused(simulator("run", "ping_pog")) == "ping_pog: no such file; did you mean ping_pong?"
    assert simulator("run", "ping_pong", "-q").out.splitlines()[0] == "round 0"


@pytest.mark.parametrize("command", ["run", "diagram"])
def test_a_directory(simulator: Command, folder: Path, command: str) -> None:
    (folder / "some.py").mkdir()
    assert refused(simulator(command, "some.py")) == "some.py: a directory, not a scenario file"
    assert refused(simulator("run", ".")) == ".: a directory, not a scenario file"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "bad.py: not a Python file: it is not UTF-8 text"),
        (b"x = '\0'\n", "bad.py: not Python: source code string cannot contain null bytes"),
        (b"Dear reader,\nthis is prose.\n", "bad.py:1: not Python: invalid syntax"),
        (b"x = 1\ndef main(proc)\n    yield\n", "bad.py:2: not Python: expected ':'"),
        (b"def main(proc):\nyield\n", "bad.py:2: not Python: expected an indented block"),
        (b"def main(proc):\n\tyield\n        yield\n", "bad.py:3: not Python: inconsistent use of tabs and spaces"),
        (b"(" * 5000, "bad.py:1: not Python: too many nested parentheses"),
        (b"", "bad.py: no `main`"),
        (b"def mian(proc):\n    yield\n", "bad.py: no `main`"),
        (b"main = 5\n", "bad.py: its `main` is no function"),
        (b"async def main(proc):\n    pass\n", "bad.py:1: its `main` is an async function"),
        (b"def main():\n    yield\n", "bad.py:1: its `main` takes one argument, proc"),
        (b"import nothing_of_the_sort\n", "bad.py:1: cannot be loaded: ModuleNotFoundError: No module named 'nothing"),
        (b"x = 1\n\ny = 1 / 0\n", "bad.py:3: cannot be loaded: ZeroDivisionError: division by zero"),
        (b"import sys\nsys.exit(0)\n", "bad.py:2: cannot be loaded: SystemExit: 0"),
        (b"config = {}\ndef main(proc):\n    yield\n", "bad.py: its `config` is no Config"),
        (b"from simulator import Config\nconfig = Config(until='soon')\n", "bad.py:2: not a duration: 'soon'"),
    ],
)
def test_no_scenario(simulator: Command, folder: Path, content: bytes, complaint: str) -> None:
    (folder / "bad.py").write_bytes(content)
    assert refused(simulator("run", "bad.py")).startswith(complaint)


def test_a_scenario_in_another_folder_imports_its_neighbours(simulator: Command, folder: Path) -> None:
    (folder / "far").mkdir()
    (folder / "far" / "neighbour_of_a_scenario.py").write_text("WORD = 'hello'\n")
    (folder / "far" / "near.py").write_text(
        "from neighbour_of_a_scenario import WORD\ndef main(proc):\n    proc.puts(WORD)\n    yield proc.sleep(0)\n"
    )
    assert simulator("run", "far/near.py", "-q") == (0, "hello\n", "")
