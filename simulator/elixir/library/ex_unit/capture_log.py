"""``ExUnit.CaptureLog``: what is logged while a function runs, as a text."""

from __future__ import annotations

import re
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.language.log import LEVELS, level_name
from simulator.elixir.library.logging.logger_backend_supervisor import flush
from simulator.elixir.library.logging.logger_backends_console import made, merged
from simulator.elixir.library.logging.pipeline import logging
from simulator.elixir.runtime.bridge import NIL, options
from simulator.elixir.runtime.world import world
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, to_list

_OF_CONSOLE: Final = ("format", "metadata", "colors")
_LEVEL: Final = re.compile(r"\n\d+:\d\d:\d\d\.\d{3} \[(\w+)\] ")


def with_log(function: Any) -> Any:
    """``ExUnit.CaptureLog.with_log/1``"""
    return (yield from with_log_of(EMPTY, function))


def with_log_of(opts: Any, function: Any) -> Any:
    """``ExUnit.CaptureLog.with_log/2``: with options of the console that captures."""
    given = options(opts)
    if world().logging is not None or any(name in given for name in _OF_CONSOLE):
        return (yield from _with_console(opts, function))
    least = LEVELS.index(level_name(given["level"])) if given.get("level", Atom("nil")) is not Atom("nil") else 0
    parts: list[str] = []

    def capture(text: str) -> None:
        found = _LEVEL.match(text)
        if found is None or LEVELS.index(found[1]) >= least:
            parts.append(text)

    before, world().log_device = world().log_device, capture
    try:
        answer = function()
        if answer.__class__ is GeneratorType:
            answer = yield from answer
    finally:
        world().log_device = before
    return (answer, "".join(parts))


def _with_console(opts: Any, function: Any) -> Any:
    """Let a console of its own take what is logged while a function runs."""
    way, parts = logging(), list[str]()
    known = any(key is Atom("level") for key, _ in to_list(opts))
    entry = (made(merged(opts if known else from_list([(Atom("level"), NIL), *to_list(opts)]))), parts.append)
    way.captures.append(entry)
    try:
        answer = function()
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        yield from flush()
    finally:
        way.captures = [each for each in way.captures if each is not entry]
    return (answer, "".join(parts))


def capture_log(function: Any) -> Any:
    """``ExUnit.CaptureLog.capture_log/1``"""
    _, text = yield from with_log(function)
    return text


def capture_log_of(opts: Any, function: Any) -> Any:
    """``ExUnit.CaptureLog.capture_log/2``"""
    _, text = yield from with_log_of(opts, function)
    return text


BLOCKING = {
    "capture_log/1": capture_log, "capture_log/2": capture_log_of, "with_log/1": with_log, "with_log/2": with_log_of,
}  # fmt: skip
