"""Every command and every piece of code that the documents and the command's help show does what it should."""

from __future__ import annotations

import gc
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.cli import examples, main
from simulator.explore.schedule import Schedule
from simulator.scenario import load, start
from simulator.scenario.lessons.lesson import lesson_of
from simulator.trace import read_trace
from tests.documents.blocks import DOCUMENTS, PROGRAMS, ROOT, Block, blocks, commands

SCENARIO = '''\
"""Stands in for whatever scenario a document means."""

from simulator import Config, GenServer, atom

config = Config(workers=2)


class Desk(GenServer):
    def init(proc, served):
        return (atom.ok, served)

    def handle_call(proc, request, client, served):
        yield proc.work(1)
        return (atom.reply, request, served + 1)


def worker(proc):
    yield proc.call(atom.desk, proc.random.random())


def main(proc):
    yield Desk.start_link(proc, 0, name=atom.desk)
    for _ in range(config.workers):
        proc.spawn(worker)
    yield proc.sleep(10)
    proc.puts("done")
'''
PROGRAM = "defmodule Stack do\n  def push(items, item), do: [item | items]\nend\n\nIO.puts(\"done\")\n"
PLACEHOLDERS = {
    "FILE": "given.py", "NAME": "given.py", "NAME.exs": "given.exs", "TRACE": "given.jsonl", "PATH": "given.out",
    "FORMAT": "perfetto", "NAME.png": "given.png", "NAME.pdf": "given.pdf",
}  # fmt: skip
WRITES = {"-o", "--output", "--trace"}
EXTRAS = re.findall(r"^(\w+) =$", (ROOT / "setup.cfg").read_text(encoding="utf-8").split("extras_require]")[1], re.M)
COMMANDS = {"": examples.EXAMPLES} | {
    name.removesuffix("_EXAMPLES").lower(): text for name, text in vars(examples).items() if name.endswith("_EXAMPLES")
}  # fmt: skip
SHOWN = [block for path in DOCUMENTS for block in blocks(path)]
CODE = [block for block in SHOWN if block.kind not in ("indented", "inline")]
PROJECT = {
    "mix.exs": "defmodule Given.MixProject do\n  use Mix.Project\n  def project, do: [app: :given]\nend\n",
    "test/test_helper.exs": "ExUnit.start()\n",
    "test/stack_test.exs": "defmodule StackTest do\n  use ExUnit.Case\n\n\n\n\n\n\n\n\n  @tag :slow\n"
                           '  test "slow" do\n    Process.sleep(1_000)\n  end\nend\n',
}  # fmt: skip
"""The project in which tests are run."""

LANGUAGES = {"python", "elixir", "sh", "json", "jsonl", "mermaid", "text", "toml"}
"""Languages of fenced blocks: all are run or read, a trace as ``jsonl``, but for ``text``: what is shown, not given."""


class Place:
    """A folder in which a document's commands run: files that it does not have are made when a command names them."""

    def __init__(self, folder: Path, shown: list[Block]) -> None:
        self.folder = folder
        self.shown = shown

    def run(self, words: list[str], block: Block) -> None:
        """Run a command, and hold that it does what it is shown for."""
        program, *arguments = words
        if program == "simulator":
            self.simulator(arguments, block)
        elif program in ("python", "python3"):
            self.python(arguments)
        elif program == "pip":
            assert all(name in EXTRAS for name in re.findall(r"\[(.*)\]", " ".join(arguments))[0].split(","))
        elif program == "cd":
            assert (ROOT / arguments[0]).is_dir()
        elif program == "npm":
            scripts = json.loads((ROOT / "simulator/player/package.json").read_text(encoding="utf-8"))["scripts"]
            assert arguments == ["ci"] or arguments[1] in scripts
        else:
            assert program in ("elixir", "mix"), f"{program}: how is this one tried?"

    def simulator(self, arguments: list[str], block: Block) -> None:
        given = [PLACEHOLDERS.get(word, word) for word in arguments]
        if block.kind == "inline" and all(word.startswith("--") for word in given[1:]):  # it is only named
            given = given if given[0] in ("list", "gallery") else [given[0], "--help"]
        project = given[0] == "test" or any(re.fullmatch(r".*_test\.exs:\d+", word) for word in given)
        if project:
            for name, text in PROJECT.items():
                (self.folder / name).parent.mkdir(exist_ok=True)
                (self.folder / name).write_text(text, encoding="utf-8")
        for before, word in zip(["", *given], given, strict=False):
            if before not in WRITES:
                self.make(word, block)
        if "--watch" in given:  # goes on until it is interrupted
            given.remove("--watch")
        allowed = (0, 1) if given[0] in ("check", "diff", "explore") else (0,)
        try:
            status = main(given)
        except SystemExit as over:
            status = int(over.code or 0)
        if project:  # what follows is in no project
            (self.folder / "mix.exs").unlink()
        assert status in allowed, f"simulator {' '.join(given)}"

    def python(self, arguments: list[str]) -> None:
        """Hold that a module is there and knows its options; the gate and other tests run them."""
        if arguments[0] != "-m":
            return
        module, *options = arguments[1:]
        if module.partition(".")[0] in ("benchmarks", "simulator", "tests"):
            folder = ROOT / module.replace(".", "/")
            file = folder / "__main__.py" if folder.is_dir() else folder.with_suffix(".py")
            source = "".join(beside.read_text(encoding="utf-8") for beside in [file, *file.parent.glob("*.py")])
            assert all(option.partition("=")[0] in source for option in options if option.startswith("--")), module
        else:
            assert module in ("venv", "pip", "pytest", "compileall"), f"{module}: how is this one tried?"

    def make(self, name: str, block: Block) -> None:
        """Make the file *name* if it is not there: the code shown last before *block*, or one that stands in for it."""
        path = self.folder / name
        if path.exists() or "=" in name:
            return
        if name.endswith(".jsonl"):
            self.make("given.py", block)
            assert main(["run", "given.py", "-q", "--trace", name]) == 0
        elif name.endswith((".py", ".exs", ".ex")):
            kind = "python" if name.endswith(".py") else "elixir"
            above = [each.text for each in self.shown if each.kind == kind and each.line < block.line]
            scenarios = [text for text in above if kind == "elixir" or "def main(proc)" in text]
            path.parent.mkdir(exist_ok=True)
            path.write_text((scenarios or [SCENARIO if kind == "python" else PROGRAM])[-1], encoding="utf-8")
        elif name.endswith(".schedule.json"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(Schedule("").text(), encoding="utf-8")
        elif name == "lessons":
            path.mkdir()
            (path / "given.py").write_text(SCENARIO, encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[list[Block]], Place]]:
    """A folder of its own, with a small folder of scenarios; nothing opens a browser."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("webbrowser.open", lambda *given, **named: True)
    monkeypatch.setattr("simulator.explore.exploring.SECONDS", 0.2)  # what it finds is no matter here
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "given.py").write_text(SCENARIO, encoding="utf-8")
    path, threshold = list(sys.path), gc.get_threshold()
    yield lambda shown: Place(tmp_path, shown)
    sys.path[:] = path
    gc.set_threshold(*threshold)
    gc.unfreeze()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_commands_of_a_document_run(
    path: Path, place: Callable[[list[Block]], Place], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shown = list(blocks(path))
    here = place(shown)
    for block in shown:
        if block.kind in ("indented", "inline", "sh"):
            for words in commands(block):
                try:
                    here.run(words, block)
                except AssertionError as wrong:
                    pytest.fail(f"{block.place}: {wrong}\n{capfd.readouterr().err}")


@pytest.mark.parametrize("block", CODE, ids=lambda block: block.place)
def test_the_code_of_a_document_runs(
    block: Block, place: Callable[[list[Block]], Place], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert block.kind in LANGUAGES, f"{block.place}: ```{block.kind} is none of {', '.join(sorted(LANGUAGES))}"
    shown = [each for each in SHOWN if each.document == block.document]
    if block.kind == "elixir" or "def main(proc)" in block.text:
        file = tmp_path / ("example.exs" if block.kind == "elixir" else "example.py")
        file.write_text(block.text, encoding="utf-8")
        result = start(load(str(file)))
        assert result.ok, result.error or result.kernel.main_banner
        assert result.output
    elif block.kind == "python":
        here = place(shown)
        for name in re.findall(r'"(\w+\.(?:py|exs|jsonl))"', block.text):
            here.make(name, block)
        here.make("example.py", block)
        names = dict(vars(load(str(tmp_path / "example.py")).module))
        exec(compile(block.text, block.place, "exec"), names)
    elif block.kind == "json":
        json.loads(block.text)
    elif block.kind == "toml":
        (tmp_path / "example.lesson.toml").write_text(block.text, encoding="utf-8")
        assert lesson_of(str(tmp_path / "example.py")) is not None
    elif block.kind == "mermaid":
        assert block.text.startswith("sequenceDiagram\n")
    elif block.kind == "jsonl":
        (tmp_path / "shown.jsonl").write_text(block.text, encoding="utf-8")
        assert len(list(read_trace(tmp_path / "shown.jsonl"))) == block.text.count("\n") - 1


@pytest.mark.parametrize("name", [name for name in COMMANDS if COMMANDS[name]])
def test_the_examples_of_the_help_run(
    name: str, place: Callable[[list[Block]], Place], capfd: pytest.CaptureFixture[str]
) -> None:
    here = place([])
    block = Block(f"simulator {name} --help", 1, "indented", COMMANDS[name])
    for words in commands(block):
        try:
            here.run(words, block)
        except AssertionError as wrong:
            pytest.fail(f"{block.document}: {wrong}\n{capfd.readouterr().err}")


def test_there_is_something_to_try() -> None:
    assert len([block for block in CODE if "def main(proc)" in block.text]) >= 4
    assert sum(1 for block in SHOWN for _ in commands(block)) >= 40


@pytest.mark.parametrize("block", [block for block in SHOWN if block.kind == "indented"], ids=lambda block: block.place)
def test_each_line_of_an_indented_block_is_a_command(block: Block) -> None:
    assert [line for line in block.text.splitlines() if line.split()[0] not in PROGRAMS] == []


def test_the_help_names_nothing_that_an_installed_copy_does_not_have() -> None:
    shown = [text for name, text in vars(examples).items() if name.isupper() and isinstance(text, str)]
    assert len(shown) > 8
    assert [text for text in shown if "docs/" in text or ".md" in text] == []
