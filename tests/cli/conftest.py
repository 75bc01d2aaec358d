"""A folder with scenarios to run the command in."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_line import Ran

from simulator.cli import main

PING_PONG = '''\
"""Ping-pong.

Two processes.
"""
from simulator import Config, atom

config = Config(rounds=3, speed=1.5, loud=False)


def ponger(proc):
    while True:
        sender = yield proc.receive()
        proc.send(sender, atom.pong)


def main(proc):
    pong = proc.spawn(ponger)
    for n in range(config.rounds):
        proc.send(pong, proc.pid)
        yield proc.receive(atom.pong)
        yield proc.sleep(1)
        proc.puts(f"round {n}")
'''


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder but for ``ping.py``; the current one while the test runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ping.py").write_text(PING_PONG)
    return tmp_path


@pytest.fixture
def simulator(folder: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Ran]]:
    """The command in this process: call it with its arguments."""
    path, threshold = list(sys.path), gc.get_threshold()

    def call(*arguments: str) -> Ran:
        capfd.readouterr()
        try:
            status = main(arguments)
        except SystemExit as gone:
            status = int(gone.code or 0)
        sys.stdout.flush()
        return Ran(status, *capfd.readouterr())

    yield call
    sys.path[:] = path
    gc.set_threshold(*threshold)
    gc.unfreeze()


@pytest.fixture
def trace(simulator: Callable[..., Ran]) -> Path:
    """The trace of ``ping.py``, as a file."""
    assert simulator("run", "ping.py", "--trace", "ping.jsonl", "-q").status == 0
    return Path(os.getcwd()) / "ping.jsonl"
