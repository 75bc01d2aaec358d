"""``Mix.Shell.Process``: it sends what it is told to the process that tells it, and answers from its mailbox."""

from __future__ import annotations

from types import GeneratorType
from typing import Any, NoReturn

from simulator.elixir.library.files.io import chardata
from simulator.elixir.library.files.io_ansi import format_
from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.world import current
from simulator.kernel import ANY
from simulator.terms import Atom
from simulator.terms.lists import from_list, is_cell, to_list

_OK = Atom("ok")
_SHELL = Atom("mix_shell")
_INPUT = Atom("mix_shell_input")
_CALLERS = Atom("$callers")


def info(message: Any) -> Atom:
    """``Mix.Shell.Process.info/1``"""
    return _tell("info", chardata(format_(message)))


def complain(message: Any) -> Atom:
    """``Mix.Shell.Process.error/1``"""
    return _tell("error", chardata(format_(message)))


def _tell(kind: str, text: str) -> Atom:
    proc = current()
    callers = proc.get(_CALLERS)
    callers = to_list(callers) if is_cell(callers) else callers
    dest = callers[0] if callers.__class__ is list and callers else proc.pid
    proc.send(dest, (_SHELL, Atom(kind), from_list([text])))
    return _OK


def print_app() -> Atom:
    """``Mix.Shell.Process.print_app/0``: the name of an application of an umbrella, of which none is at work."""
    return NIL


def prompt(message: Any) -> Any:
    """``Mix.Shell.Process.prompt/1``"""
    return (yield from _answer("prompt", "prompt/1", message))


def confirm(message: Any) -> Any:
    """``Mix.Shell.Process.yes?/1``"""
    return (yield from _answer("yes?", "yes?/2", message))


def confirm_with(message: Any, options: Any) -> Any:
    """``Mix.Shell.Process.yes?/2``"""
    return (yield from _answer("yes?", "yes?/2", message))


def _answer(kind: str, name: str, message: Any) -> Any:
    _tell(kind, chardata(message))
    found = yield current().receive((_INPUT, Atom(kind), ANY), after=0)
    if found is None:
        raise error("RuntimeError", message=f"no shell process input given for {name}")
    return found[2]


def flush() -> Any:
    """``Mix.Shell.Process.flush/0``"""
    return (yield from _flushed(None))


def flush_with(callback: Any) -> Any:
    """``Mix.Shell.Process.flush/1``"""
    return (yield from _flushed(callback))


def _flushed(callback: Any) -> Any:
    while (found := (yield current().receive((_SHELL, ANY, ANY), after=0))) is not None:
        if callback is not None:
            answer = callback(found)
            if answer.__class__ is GeneratorType:
                yield from answer
    return Atom("done")


def run(command: Any) -> NoReturn:
    """``Mix.Shell.Process.cmd/1``: there is no system whose commands it could run."""
    refuse("Mix.Shell.Process.cmd/1")


FUNCTIONS = {"cmd/1": run, "error/1": complain, "info/1": info, "print_app/0": print_app}
BLOCKING = {
    "flush/0": flush, "flush/1": flush_with, "prompt/1": prompt, "yes?/1": confirm, "yes?/2": confirm_with,
}  # fmt: skip
