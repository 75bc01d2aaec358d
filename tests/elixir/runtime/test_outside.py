"""The outside of a program: what it may read, what it writes into memory, what it knows of the environment."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.cli.main import main as command
from simulator.elixir.runtime.outside.files import Files
from simulator.elixir.runtime.outside.rules import Rules
from simulator.elixir.runtime.unsupported import NotAllowed
from simulator.scenario import Run, start
from simulator.scenario.elixir.file import load_elixir


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program's folder with a file in it, beside one that is none of its business; it is the current folder."""
    folder = tmp_path / "lesson"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "in.txt").write_text("inside")
    (tmp_path / "secret.txt").write_text("outside")
    (folder / "data" / "link.txt").symlink_to(tmp_path / "secret.txt")
    monkeypatch.chdir(folder)
    return folder


def ran(folder: Path, code: str, **granted: object) -> Run:
    (folder / "main.exs").write_text(code, encoding="utf-8")
    return start(load_elixir("main.exs", **granted))  # type: ignore[arg-type]


def test_what_lies_below_its_own_folder_is_read(lesson: Path) -> None:
    result = ran(lesson, 'IO.puts(File.read!("data/in.txt"))\nIO.inspect(Path.wildcard("**/in.*"))')
    assert result.output == 'inside\n["data/in.txt"]\n'


@pytest.mark.parametrize("path", ["../secret.txt", "data/link.txt", "data/../../secret.txt"])
def test_nothing_else_is_read_and_nothing_takes_the_refusal(lesson: Path, path: str) -> None:
    code = f'try do\n  File.read("{path}")\nrescue\n  _ -> :no\nend\nIO.puts("went on")'
    result = ran(lesson, code)
    assert isinstance(result.error, NotAllowed) and result.output == ""
    assert "main.exs:2: not allowed: reading" in str(result.error) and "(--allow-read=" in str(result.error)


def test_what_is_granted_is_read(lesson: Path) -> None:
    secret = str(lesson.parent / "secret.txt")
    assert ran(lesson, 'IO.puts(File.read!("../secret.txt"))', allow_read=[secret]).output == "outside\n"
    assert ran(lesson, 'IO.puts(File.read!("data/link.txt"))', allow_read=["*"]).output == "outside\n"


def test_what_is_written_is_in_memory_and_read_again(lesson: Path) -> None:
    code = """
File.write!("data/out.txt", "new")
File.write!("data/in.txt", " and more", [:append])
File.mkdir_p!("made/deep")
File.write!("made/deep/a.txt", "a")
File.rename!("data/out.txt", "made/b.txt")
IO.inspect({File.read!("data/in.txt"), File.ls!("made"), File.exists?("data/out.txt"), File.read!("made/b.txt")})
IO.inspect(File.rm_rf!("data") |> length())
IO.inspect({File.dir?("data"), File.read("data/in.txt")})
"""
    result = ran(lesson, code)
    assert result.output == (
        '{"inside and more", ["b.txt", "deep"], false, "new"}\n3\n{false, {:error, :enoent}}\n'
    )
    assert result.kept == ["made/b.txt", "made/deep/a.txt"]
    assert (lesson / "data" / "in.txt").read_text() == "inside" and not (lesson / "made").exists()


def test_every_run_begins_with_the_disk_as_it_is(lesson: Path) -> None:
    code = """
IO.inspect(File.exists?("x"))
File.write!("x", "")
IO.inspect(File.ls!(System.tmp_dir!()))
File.write!("/tmp/y", "")
"""
    for _ in range(2):
        assert ran(lesson, code).output == "false\n[]\n"


def test_what_may_be_written_goes_to_the_disk(lesson: Path) -> None:
    (lesson / "out").mkdir()
    code = 'File.write!("out/a", "1")\nFile.write!("b", "2")\nFile.rm!("out/a")\nFile.write!("out/c", "3")'
    result = ran(lesson, code, allow_write=[str(lesson / "out")])
    assert [path.name for path in (lesson / "out").iterdir()] == ["c"]
    assert not (lesson / "b").exists() and result.kept == ["b"]


def test_the_cache_of_compiled_programs_is_never_written(lesson: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(lesson / "cache"))
    (lesson / "cache" / "beam-simulator" / "elixir").mkdir(parents=True, mode=0o700)
    result = ran(lesson, 'File.write!("cache/beam-simulator/elixir/evil", "x")', allow_write=["*"])
    assert not (lesson / "cache" / "beam-simulator" / "elixir" / "evil").exists() and result.error is None


@pytest.mark.parametrize("removed", ['File.rm_rf("link")', 'File.rm("link")', 'File.rm_rf("around")'])
@pytest.mark.parametrize("granted", [[], ["*"], ["link"]])
def test_a_link_is_removed_and_not_what_it_leads_to(lesson: Path, removed: str, granted: list[str]) -> None:
    (lesson / "around").mkdir()
    for link in (lesson / "link", lesson / "around" / "inner"):
        link.symlink_to(lesson / "data")
    result = ran(lesson, f"IO.inspect({removed})\nIO.inspect(File.exists?(\"link\"))", allow_write=granted)
    done = {"rm(": ":ok", "(\"link": '{:ok, ["link"]}', "(\"aro": '{:ok, ["around", "around/inner"]}'}
    told = next(answer for what, answer in done.items() if what in removed)
    assert result.output.splitlines()[0] == told
    assert (lesson / "data" / "in.txt").read_text() == "inside"


@pytest.mark.skipif(os.name != "posix", reason="links of files")
@pytest.mark.parametrize("code", [
    'File.write!("second", "evil")', 'File.write!("second", "evil", [:append])', 'File.rm!("second")',
    'File.write!("folder/kept", "evil")', 'File.rm!("folder/kept")', 'File.rename!("cache", "moved")',
    'File.rm_rf("cache")', 'File.rm_rf!("folder")', 'File.write!("evil", "evil")\nFile.cp!("evil", "folder/kept")',
])  # fmt: skip
def test_the_cache_is_not_written_by_another_name(lesson: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(lesson / "cache"))
    folder = lesson / "cache" / "beam-simulator" / "elixir"
    folder.mkdir(parents=True, mode=0o700)
    kept = folder / "kept"
    kept.write_text("kept")
    os.link(kept, lesson / "second")
    (lesson / "folder").symlink_to(folder)
    ran(lesson, code, allow_write=["*"])
    assert kept.read_text() == "kept" and kept.stat().st_nlink == 2


def test_the_environment_is_what_is_declared(lesson: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "s")
    code = '# env: WHO=you\nIO.inspect({System.get_env("WHO"), System.get_env("SECRET"), map_size(System.get_env())})'
    assert ran(lesson, code).output == '{"you", nil, 1}\n'
    assert ran(lesson, code, allow_env=["SECRET"]).output == '{"you", "s", 2}\n'
    assert ran(lesson, code, env={"WHO": "me"}).output == '{"me", nil, 1}\n'


def test_what_a_file_asks_for_and_nobody_granted_is_said(lesson: Path) -> None:
    (lesson / "main.exs").write_text("# allow: read ../secret.txt\n# allow: env\n:ok")
    asked = "warning: main.exs asks for --allow-read=../secret.txt --allow-env, which was not given\n"
    assert load_elixir("main.exs").warnings == [asked]
    assert load_elixir("main.exs", allow_read=["*"], allow_env=["*"]).warnings == []


def test_what_is_read_while_it_is_compiled_is_read_anew(lesson: Path) -> None:
    code = 'defmodule A do\n  @text File.read!("data/in.txt")\n  def text, do: @text\nend\nIO.puts(A.text())'
    assert ran(lesson, code).output == "inside\n"
    (lesson / "data" / "in.txt").write_text("changed")
    assert ran(lesson, code).output == "changed\n"


def test_the_command_names_what_stayed_in_memory(lesson: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (lesson / "main.exs").write_text('File.write!("out.csv", System.get_env("K"))')
    assert command(["run", "main.exs", "--env", "K=v"]) == 0
    assert capsys.readouterr().err.endswith("\n1 file kept in memory: out.csv (--allow-write keeps it)\n")
    assert command(["run", "--allow-write", "main.exs", "--env", "K=v"]) == 0
    assert "kept" not in capsys.readouterr().err and (lesson / "out.csv").read_text() == "v"
    assert command(["run", "main.exs", "--env", "K"]) == 2
    assert "--env takes KEY=VALUE" in capsys.readouterr().err


def test_a_file_without_an_end_is_read_up_to_a_bound() -> None:
    files = Files(Rules(read=["/dev"]), "/dev")
    with pytest.raises(OSError, match="Cannot allocate memory"):
        files.read("zero")
