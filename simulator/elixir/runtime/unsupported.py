"""What ends a program where it is called: what is not supported, what is not allowed."""

from __future__ import annotations

import os
from typing import Any, NoReturn

from simulator.elixir.runtime.outside.files import Files
from simulator.elixir.runtime.world import World, world
from simulator.kernel import ScenarioError, caller


class Refused(ScenarioError):
    """A program asked for what it does not get; ``file`` and ``line`` say where.

    No ``rescue``, ``catch``, link or supervisor takes it: a program that went on after it would do what no
    BEAM does. In a suite of ExUnit it ends the test that runs, and that test alone.
    """


class Unsupported(Refused, NotImplementedError):
    """A program called what real Elixir has and this library lacks."""


class NotAllowed(Refused):
    """A program reached for what it may not; the text names the option that allows it."""


def stop_program(kind: type[ScenarioError], problem: str) -> NoReturn:
    """Stop the program, or the test that runs, and say why."""
    frame: Any = caller(1)
    counts = World.front.counts
    known = counts is None or counts(frame.f_code)  # else it is what runs the program
    stop_program_at(kind, problem, *((frame.f_code.co_filename, frame.f_lineno) if known else ("", 0)))


def stop_program_at(kind: type[ScenarioError], problem: str, file: str, line: int) -> NoReturn:
    """Stop the program, or the test that runs, for what it did there."""
    refused = kind(problem, file, line)
    stop_test = world().stop_test
    if stop_test is not None:
        stop_test(refused)
    raise refused


def stop_test_at_defect(failure: BaseException) -> None:
    """End the test that runs, and that alone, where the simulator fails at what it asks for."""
    stop_test = world().stop_test
    if stop_test is None:
        return
    step = failure.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    place = "" if step is None else f" at {os.path.basename(step.tb_frame.f_code.co_filename)}:{step.tb_lineno}"
    said = f"{type(failure).__name__}: {failure}" if str(failure) else type(failure).__name__
    stop_test(Unsupported(f"a defect of the simulator: {said}{place}, please report it", "", 0))


def refuse(what: str) -> NoReturn:
    """Stop the program, or the test that runs: it asked for *what*, such as ``:dets.open_file/2``."""
    stop_program(Unsupported, f"not supported: {what}")


def _not_readable(path: str) -> NoReturn:
    stop_program(NotAllowed, f"not allowed: reading {path} (--allow-read={path} allows it)")


Files.refuse = staticmethod(_not_readable)


def shown_function(module: str, name: str, arity: int) -> str:
    """Return a function as programs write it.

    >>> shown_function("Elixir.File", "open", 2), shown_function("dets", "open_file", 2)
    ('File.open/2', ':dets.open_file/2')
    """
    where = module.removeprefix("Elixir.") if module.startswith("Elixir.") else f":{module}"
    return f"{where}.{name}/{arity}"


def in_words(title: str) -> str:
    """Return what a function's code is called, for a sentence.

    >>> in_words("Mod.go/1"), in_words("Mod.-go/1-fun-0-"), in_words("")
    ('Mod.go/1', 'an anonymous function in Mod.go/1', 'a function')
    """
    module, dash, rest = title.partition("-")
    if not dash:
        return title or "a function"
    outer = rest.partition("-fun-")[0]
    return "an anonymous function" + ("" if outer.startswith("__FILE__") else f" in {module}{outer}")
