"""Erlang's ``:error_logger``: events that ``:logger`` has, in their older form.

Source of the semantics: OTP 25, ``error_logger``.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.language.log import OK
from simulator.elixir.library.logging.pipeline import REPORT, logging
from simulator.elixir.library.logging.reports import otp_format
from simulator.elixir.library.string.formats import formatted
from simulator.elixir.runtime.bridge import FALSE, TRUE, is_function
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.world import current
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, is_list
from simulator.terms.maps import Map, from_pairs, get

_STANDARD: Final = {"error": "std_error", "warning": "std_warning", "info": "std_info"}
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "notice"}
_MESSAGE_TAGS: Final = {"error": "error", "warning": "warning_msg", "info": "info_msg"}
_FORMAT, _ARGS, _LABEL = Atom("format"), Atom("args"), Atom("label")
_ERROR_LOGGER, _GEN_EVENT, _REPORT_CB = Atom("error_logger"), Atom("gen_event"), Atom("report_cb")


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


# -- report handlers ------------------------------------------------------------------------------


def _asked(module: Atom, name: str, *args: Any) -> Any:
    """Call a function of a module that may wait."""
    answer = call(module, name, args)
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def adding_handler(config: Any) -> Any:
    """``:error_logger.adding_handler/1``: start the manager."""
    if current().whereis(_ERROR_LOGGER) is None:
        yield from _asked(_GEN_EVENT, "start", (Atom("local"), _ERROR_LOGGER))
    return (OK, config)


def removing_handler(config: Any) -> Any:
    """``:error_logger.removing_handler/1``: stop the manager."""
    if current().whereis(_ERROR_LOGGER) is not None:
        yield from _asked(_GEN_EVENT, "stop", _ERROR_LOGGER)
    return OK


def log(event: Any, config: Any) -> Any:
    """``:error_logger.log/2``: hand an event to the manager, in its older form, if it has one."""
    metadata, (kind, told) = get(event, Atom("meta")), get(event, Atom("msg"))
    known = get(metadata, _ERROR_LOGGER)
    tag, named = (None, None) if known is None else (get(known, Atom("tag")), get(known, Atom("type")))
    if tag is None:
        return OK
    if kind is REPORT and named is not None:
        inner = get(told, REPORT) if told.__class__ is Map and get(told, _LABEL) is not None else None
        what: Any = (named, told if inner is None else inner)
    elif kind is REPORT:
        what = yield from _older(told, metadata, known)
    elif is_list(kind):
        what = (kind, told)
    else:
        return OK
    pid = Atom("emulator") if get(known, Atom("emulator")) is TRUE else get(metadata, Atom("pid"))
    yield from _asked(_GEN_EVENT, "notify", _ERROR_LOGGER, (tag, get(metadata, Atom("gl")), (pid, *what)))
    return OK


def _older(report: Any, metadata: Map, known: Map) -> Any:
    """Return a report as a format with what it is filled with; steps."""
    if report.__class__ is Map and get(report, _FORMAT) is not None:
        return (get(report, _FORMAT), get(report, _ARGS))
    callback = get(known, _REPORT_CB, get(metadata, _REPORT_CB))
    if is_function(callback, 2):
        options = from_pairs([
            (Atom("depth"), Atom("unlimited")), (Atom("chars_limit"), Atom("unlimited")), (Atom("single_line"), FALSE),
        ])  # fmt: skip
        answer = callback(report, options)
    else:
        answer = callback(report) if is_function(callback, 1) else call(Atom("logger"), "format_report", [report])
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    if is_function(callback, 2):
        return (from_list([ord(char) for char in "~ts"]), from_list([answer]))
    return answer


def add_report_handler(module: Any, args: Any) -> Any:
    """``:error_logger.add_report_handler/2``"""
    config = from_pairs([(Atom("level"), Atom("info")), (Atom("filter_default"), Atom("log"))])
    yield from _asked(Atom("logger"), "add_handler", _ERROR_LOGGER, _ERROR_LOGGER, config)
    return (yield from _asked(_GEN_EVENT, "add_handler", _ERROR_LOGGER, module, args))


def add_report_handler_alone(module: Any) -> Any:
    """``:error_logger.add_report_handler/1``"""
    return (yield from add_report_handler(module, EMPTY))


def delete_report_handler(module: Any) -> Any:
    """``:error_logger.delete_report_handler/1``"""
    if current().whereis(_ERROR_LOGGER) is None:
        return OK
    answer = yield from _asked(_GEN_EVENT, "delete_handler", _ERROR_LOGGER, module, EMPTY)
    if (yield from which_report_handlers()) is EMPTY:
        yield from _asked(Atom("logger"), "remove_handler", _ERROR_LOGGER)
    return answer


def which_report_handlers() -> Any:
    """``:error_logger.which_report_handlers/0``"""
    if current().whereis(_ERROR_LOGGER) is None:
        return EMPTY
    return (yield from _asked(_GEN_EVENT, "which_handlers", _ERROR_LOGGER))


def warning_map() -> Any:
    """``:error_logger.warning_map/0``"""
    return Atom("warning")


FUNCTIONS = {"warning_map/0": warning_map}
BLOCKING: dict[str, Any] = {
    "adding_handler/1": adding_handler, "removing_handler/1": removing_handler, "log/2": log,
    "add_report_handler/1": add_report_handler_alone, "add_report_handler/2": add_report_handler,
    "delete_report_handler/1": delete_report_handler, "which_report_handlers/0": which_report_handlers,
}  # fmt: skip
for _kind in _STANDARD:
    BLOCKING |= {**_message(_kind), **_report(_kind)}
BLOCKING["format/2"] = BLOCKING["error_msg/2"]
