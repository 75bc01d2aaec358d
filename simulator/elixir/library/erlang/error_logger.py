"""Erlang's ``:error_logger``: events that ``:logger`` has, in their older form.

Source of the semantics: OTP 25, ``error_logger``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.language.log import OK
from simulator.elixir.library.logging.pipeline import REPORT, logging
from simulator.elixir.library.logging.reports import otp_format
from simulator.elixir.library.string.formats import formatted
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.failures.converting import caught
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import Map, from_pairs, get

_STANDARD: Final = {"error": "std_error", "warning": "std_warning", "info": "std_info"}
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "notice"}
_MESSAGE_TAGS: Final = {"error": "error", "warning": "warning_msg", "info": "info_msg"}
_FORMAT, _ARGS, _LABEL = Atom("format"), Atom("args"), Atom("label")
_ERROR_LOGGER: Final = Atom("error_logger")


def _to_format(report: Any) -> Any:
    """Return the format of an event, with what it is filled with."""
    told = get(report, REPORT)
    if told.__class__ is Map:
        return ("~tp\n", from_list([told]))
    if told is not None:
        return otp_format(report)
    control, given = get(report, _FORMAT), get(report, _ARGS)
    try:
        formatted(control, given)
    except CAUGHT as failure:
        caught(failure)
        return ("ERROR: ~tp - ~tp", from_list([control, given]))
    return (control, given)


_to_format.__qualname__ = ":error_logger.report_to_format/1"


def _log(kind: str, name: str, tag: str, more: list[tuple[Any, Any]], told: list[tuple[str, Any]]) -> Any:
    """Log an event; steps."""
    way, level = logging(), _LEVELS[kind]
    if way.allows(level, None):
        label = (_LABEL, (_ERROR_LOGGER, Atom(f"{kind}_{name}")))
        report = from_pairs([label, *((Atom(key), value) for key, value in told)])
        types = [pair for pair in more if pair[0] is Atom("type")]
        metadata = from_pairs([
            (_ERROR_LOGGER, from_pairs([(Atom("tag"), Atom(tag)), *types])), (Atom("report_cb"), _to_format),
            *(pair for pair in more if pair not in types),
        ])  # fmt: skip
        yield from way.event(level, (REPORT, report), way.with_own(None, metadata))
    return OK


def _message(kind: str) -> dict[str, Any]:
    """Return the functions that log a format, without and with what it is filled with; steps."""

    def filled(control: Any, given: Any) -> Any:
        return (yield from _log(kind, "msg", _MESSAGE_TAGS[kind], [], [("format", control), ("args", given)]))

    def alone(control: Any) -> Any:
        return (yield from filled(control, EMPTY))

    return {f"{kind}_msg/1": alone, f"{kind}_msg/2": filled}


def _report(kind: str) -> dict[str, Any]:
    """Return the functions that log a term, without and with the type of the report; steps."""

    def typed(name: Any, report: Any) -> Any:
        more = [(Atom("type"), name)]
        if name is not Atom(_STANDARD[kind]):
            more.append((Atom("domain"), from_list([name])))
        return (yield from _log(kind, "report", f"{kind}_report", more, [("report", report)]))

    def plain(report: Any) -> Any:
        return (yield from typed(Atom(_STANDARD[kind]), report))

    return {f"{kind}_report/1": plain, f"{kind}_report/2": typed}


BLOCKING: dict[str, Any] = {}
for _kind in _STANDARD:
    BLOCKING |= {**_message(_kind), **_report(_kind)}
BLOCKING["format/2"] = BLOCKING["error_msg/2"]
