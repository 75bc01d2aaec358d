"""Erlang's ``:error_logger``: events that Logger prints.

Source of the semantics: OTP 25, ``error_logger``; formats are those of ``:io_lib.format/2``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.library.erlang.formats import inspected
from simulator.elixir.library.language.logger import log
from simulator.terms import atom, inspect
from simulator.terms.lists import EMPTY


def _message(level: str) -> tuple[Callable[[Any], Any], Callable[[Any, Any], Any]]:
    """Return the functions that log a format, without and with what it is filled with; steps."""

    def filled(control: Any, given: Any) -> Any:
        yield from log(level, inspected(control, given))
        return atom.ok

    def alone(control: Any) -> Any:
        return (yield from filled(control, EMPTY))

    return alone, filled


def _report(level: str) -> tuple[Callable[[Any], Any], Callable[[Any, Any], Any]]:
    """Return the functions that log a term, without and with the type of the report; steps."""

    def plain(report: Any) -> Any:
        yield from log(level, report if report.__class__ is str else inspect(report))
        return atom.ok

    def typed(kind: Any, report: Any) -> Any:
        return (yield from plain(report))

    return plain, typed


_ERROR, _WARNING, _INFO = (_message(level) for level in ("error", "warning", "notice"))
_ERRORS, _WARNINGS, _INFOS = (_report(level) for level in ("error", "warning", "notice"))

BLOCKING = {
    "error_msg/1": _ERROR[0], "error_msg/2": _ERROR[1], "format/2": _ERROR[1], "warning_msg/1": _WARNING[0],
    "warning_msg/2": _WARNING[1], "info_msg/1": _INFO[0], "info_msg/2": _INFO[1], "error_report/1": _ERRORS[0],
    "error_report/2": _ERRORS[1], "warning_report/1": _WARNINGS[0], "warning_report/2": _WARNINGS[1],
    "info_report/1": _INFOS[0], "info_report/2": _INFOS[1],
}  # fmt: skip
