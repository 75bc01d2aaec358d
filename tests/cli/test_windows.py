"""What Windows does otherwise, as far as it can be put in its place here."""

from __future__ import annotations

import io
import ntpath
import os
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from simulator.cli import test as mix_test
from simulator.cli.progress import Progress
from simulator.jobs import processes
from simulator.terms import places


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_line_of_progress_needs_no_escape_sequences(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress()
    for line in ("100 runs", "9 runs"):
        progress.show(line)
    progress.wipe()
    progress.wipe()
    assert terminal.getvalue() == "\r100 runs\r9 runs  \r      \r"


def test_there_is_no_progress_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    progress = Progress()
    progress.show("100 runs")
    progress.wipe()
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_there_are_no_more_workers_than_it_can_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []

    class Worker:
        def __init__(self, function: Any) -> None:
            self.piece: int | None = None
            self.pipe = self
            self.closed = False
            made.append(self)

        def give(self, number: int, piece: Any) -> None:
            self.piece, self.answer = number, piece

        def recv(self) -> tuple[bool, Any]:
            return False, self.answer

        def end(self) -> None:
            self.closed = True

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(processes, "_Worker", Worker)
    monkeypatch.setattr(processes, "wait", list)
    assert len(list(processes.by_processes(abs, range(500), 100))) == 500
    assert len(made) == 60


def test_the_paths_of_an_umbrella_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sep", ntpath.sep)
    monkeypatch.setattr(os.path, "normpath", ntpath.normpath)
    given = ["apps\\one\\test\\a_test.exs", "apps/two/test", "apps\\three"]
    assert mix_test._paths(given, "apps/one/") == ["test/a_test.exs"]
    assert mix_test._paths(given, "apps/two/") == ["test"]
    assert mix_test._names_whole(given, "apps/three/") and not mix_test._names_whole(given, "apps/four/")


def test_a_file_has_the_name_that_it_has_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "os", SimpleNamespace(path=ntpath, sep=ntpath.sep))
    assert places.seen_from("C:\\shop\\lib\\cart.ex", "C:\\shop") == "lib/cart.ex"
    assert places.seen_from("D:\\lib\\cart.ex", "C:\\shop") == "D:/lib/cart.ex"
