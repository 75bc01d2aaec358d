"""``ExUnit.CaptureLog``: what is logged while a function runs, as a text."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.runtime.world import world


def with_log(function: Any) -> Any:
    """``ExUnit.CaptureLog.with_log/1``"""
    parts: list[str] = []
    before, world().log_device = world().log_device, parts.append
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


BLOCKING = {"capture_log/1": capture_log, "with_log/1": with_log}
