"""``ExUnit.CaptureLog``: what is logged while a function runs, as a text."""

from __future__ import annotations

import re
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.language.logger import LEVELS, level_name
from simulator.elixir.runtime.bridge import options
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.world import world
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY

_LEVEL: Final = re.compile(r"\n\d+:\d\d:\d\d\.\d{3} \[(\w+)\] ")


def with_log(function: Any) -> Any:
    """``ExUnit.CaptureLog.with_log/1``"""
    return (yield from with_log_of(EMPTY, function))


def with_log_of(opts: Any, function: Any) -> Any:
    """``ExUnit.CaptureLog.with_log/2``: of its options the level, from which on it captures."""
    given = options(opts)
    for name in ("format", "metadata"):
        if name in given and given[name] is not EMPTY:
            refuse(f"the option {name}: {inspect(given[name])} of ExUnit.CaptureLog")
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
