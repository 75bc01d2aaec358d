"""Where output goes that cannot be written: a full device, a closed stream, a file that another run writes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from command_line import COMMAND, ENVIRONMENT, Ran, run_process

from simulator.scenario import OutputError
from simulator.scenario.outputs import open_trace, write_whole

pytestmark = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")

TALKER = '''"""One line."""


def main(proc):
    proc.puts("a line")
    yield proc.sleep(0)
'''
COMMANDS = {
    "run": ("run", "talker.py"),
    "json": ("run", "talker.py", "--json"),
    "trace": ("run", "talker.py", "--trace", "-"),
    "stats": ("stats", "talker.py"),
    "diff": ("diff", "talker.py", "talker.py"),
    "list": ("list",),
    "diagram": ("diagram", "talker.py", "-o", "-"),
    "export": ("export", "talker.py", "--format", "csv", "-o", "-"),
    "play": ("play", "talker.py", "-o", "-"),
    "help": ("--help",),
    "help of a command": ("run", "--help"),
    "version": ("--version",),
    "completion": ("completion", "bash"),
}


@pytest.fixture
def talker(tmp_path: Path) -> Path:
    (tmp_path / "talker.py").write_text(TALKER, encoding="utf-8")
    return tmp_path


def through_shell(line: str, *arguments: str, cwd: Path) -> Ran:
    """Run the command with the redirections of a line of the shell."""
    script = f'"$@" {line}'
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *COMMAND, *arguments], cwd=cwd, env=ENVIRONMENT, capture_output=True, timeout=60
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_standard_output_is_said_in_one_line(name: str, talker: Path):
    ran = through_shell(">/dev/full", *COMMANDS[name], cwd=talker)
    assert "No space left on device" in ran.complaint
    assert "output" in ran.complaint
    assert ran.status == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_a_closed_standard_output_is_said_in_one_line(name: str, talker: Path):
    ran = through_shell(">&-", *COMMANDS[name], cwd=talker)
    assert "output" in ran.complaint and "Bad file descriptor" in ran.complaint
    assert ran.status == 2


@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
def test_a_run_that_cannot_say_more_is_the_run_that_it_is(redirection: str, talker: Path):
    ran = through_shell(redirection, "run", "talker.py", cwd=talker)
    assert (ran.status, ran.out, ran.err) == (0, "a line\n", "")


@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
def test_bad_input_has_its_status_where_nothing_can_be_said(redirection: str, talker: Path):
    assert through_shell(redirection, "run", "no_such.py", cwd=talker).status == 2
    assert through_shell(redirection, "run", "--no-such-option", cwd=talker).status == 2


def test_a_trace_does_not_land_where_standard_output_was(talker: Path):
    ran = through_shell(">&- 2>&-", "run", "talker.py", "--trace", "kept.jsonl", cwd=talker)
    assert ran.status == 2
    lines = (talker / "kept.jsonl").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("{") for line in lines) and len(lines) > 1


def test_a_trace_may_go_to_where_nothing_is_kept(talker: Path):
    ran = run_process("run", "talker.py", "--trace", os.devnull, cwd=talker)
    assert (ran.status, ran.out) == (0, "a line\n")


def test_a_trace_to_a_full_device_is_said_in_one_line(talker: Path):
    ran = run_process("run", "talker.py", "--trace", "/dev/full", cwd=talker)
    assert ran.complaint == "/dev/full: cannot be written: No space left on device"
    assert ran.status == 2


def test_a_picture_to_a_full_device_is_said_in_one_line(talker: Path):
    ran = run_process("diagram", "talker.py", "-o", "/dev/full", cwd=talker)
    assert ran.complaint == "/dev/full: cannot be written: No space left on device"
    assert ran.status == 2


def test_a_second_run_leaves_the_trace_of_the_first_alone(talker: Path):
    with open_trace(str(talker / "trace.jsonl")) as file:
        file.write(b"the first\n")
        file.flush()
        ran = run_process("run", "talker.py", "--trace", "trace.jsonl", cwd=talker)
        assert ran.complaint == "trace.jsonl: cannot be written: another run is writing it"
        assert ran.status == 2
    assert (talker / "trace.jsonl").read_bytes() == b"the first\n"
    ran = run_process("run", "talker.py", "--trace", "trace.jsonl", cwd=talker)
    assert ran.status == 0
    assert (talker / "trace.jsonl").read_bytes().startswith(b'{"format"')


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "picture.svg"
    path.write_text("the old one", encoding="utf-8")

    def full(one: str, other: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputError, match=r"picture\.svg: cannot be written: No space left on device"):
        write_whole(str(path), [b"the new one"])
    assert path.read_text(encoding="utf-8") == "the old one"
    assert os.listdir(tmp_path) == ["picture.svg"]


def test_a_file_that_is_written_keeps_its_rights_and_its_place(tmp_path: Path):
    kept, link = tmp_path / "kept.svg", tmp_path / "link.svg"
    kept.write_text("old", encoding="utf-8")
    kept.chmod(0o640)
    link.symlink_to(kept)
    write_whole(str(link), [b"new"])
    assert link.is_symlink() and kept.read_text(encoding="utf-8") == "new"
    assert kept.stat().st_mode & 0o777 == 0o640
    fresh = tmp_path / "fresh.svg"
    write_whole(str(fresh), [b"x"])
    assert fresh.stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    told = subprocess.run([sys.executable, "-c", "import os; print(os.umask(0))"], capture_output=True, text=True)
    return int(told.stdout)


def test_an_inline_program_may_write_its_trace_again(tmp_path: Path):
    for _ in range(2):
        ran = run_process("run", "-e", "IO.puts(1)", "--trace", "trace.jsonl", cwd=tmp_path)
        assert (ran.status, ran.out) == (0, "1\n")


def test_two_runs_do_not_write_one_trace_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    held: list[int] = []

    def locking(descriptor: int, mode: int, count: int) -> None:
        assert (mode, count) == (2, 1) and os.lseek(descriptor, 0, os.SEEK_CUR) >= 1 << 30
        if held:
            raise PermissionError(13, "Permission denied")
        held.append(descriptor)

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    path = str(tmp_path / "trace.jsonl")
    with open_trace(path) as file:
        file.write(b"the first\n")
        with pytest.raises(OutputError, match="another run is writing it"):
            open_trace(path)
    assert Path(path).read_bytes() == b"the first\n"


def test_two_runs_where_there_are_no_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", None)
    with open_trace(str(tmp_path / "trace.jsonl")) as file:
        file.write(b"written\n")
    assert (tmp_path / "trace.jsonl").read_bytes() == b"written\n"
