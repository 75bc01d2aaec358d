"""Streams of devices: whoever walks through one waits for the device, whatever function walks."""

from __future__ import annotations

import io

import pytest

from simulator.cli import main


@pytest.mark.parametrize(
    ("walk", "told"),
    [
        ("Enum.to_list() |> IO.inspect()", '["a\\n", "b\\n"]\n'),
        ("Enum.map(&String.trim/1) |> IO.inspect()", '["a", "b"]\n'),
        ("Stream.map(&String.trim/1) |> Enum.each(&IO.puts/1)", "a\nb\n"),
        ("Enum.reduce(0, fn line, n -> n + byte_size(line) end) |> IO.inspect()", "4\n"),
        ("Enum.into(%{}, &{&1, 1}) |> map_size() |> IO.inspect()", "2\n"),
    ],
)
def test_lines_of_standard_input(monkeypatch, capsys, walk, told):
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nb\n"))
    assert main(["run", "-q", "-e", f"IO.stream(:stdio, :line) |> {walk}"]) == 0
    assert tuple(capsys.readouterr()) == (told, "")


def test_a_comprehension_and_characters(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("abc"))
    assert main(["run", "-q", "-e", "for x <- IO.binstream(:stdio, 2), do: IO.inspect(x)"]) == 0
    assert tuple(capsys.readouterr()) == ('"ab"\n"c"\n', "")
