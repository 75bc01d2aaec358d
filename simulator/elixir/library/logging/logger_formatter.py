"""``Logger.Formatter``: the text of a message with its time, level and metadata.

Source of the semantics: Elixir 1.14, ``Logger.Formatter``.
"""

from __future__ import annotations

import re
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.files.io import printable, to_stderr
from simulator.elixir.library.language.exception import format_mfa
from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.runtime.modules.modules import call
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.bits import bytes_of
from simulator.terms.lists import EMPTY, from_list, is_list, parts, to_list
from simulator.terms.maps import Map, struct_name

_DEFAULT: Final = "\n$time $metadata[$level] $message\n"
_PLACES: Final = ("time", "date", "message", "level", "node", "metadata", "levelpad")
_REPLACEMENT: Final = "\ufffd"
_UNTOLD: Final = ("time", "gl", "report_cb")
"""Metadata that are never told."""
_CALLS: Final = ("mfa", "initial_call")


def compile_(pattern: Any) -> Any:
    """``Logger.Formatter.compile/1``: the parts of a format, or who formats."""
    if pattern is NIL:
        pattern = _DEFAULT
    if pattern.__class__ is tuple and len(pattern) == 2 and pattern[0].__class__ is pattern[1].__class__ is Atom:
        return pattern
    if pattern.__class__ is not str:
        raise function_clause("Logger.Formatter", "compile", 1, [pattern])
    found: list[Any] = []
    for part in re.split(r"(\$[a-z]+)", pattern):
        if part.startswith("$") and len(part) > 1:
            found.append(_place(part[1:]))
        elif part:
            found.append(part)
    return from_list(found)


def _place(name: str) -> Atom:
    if name not in _PLACES:
        raise error("ArgumentError", message=f"${name} is an invalid format pattern")
    if name == "levelpad":
        to_stderr("warning: $levelpad in Logger message format is deprecated, please remove it\n")
    return Atom(name)


def format_(config: Any, level: Any, message: Any, timestamp: Any, metadata: Any) -> Any:
    """``Logger.Formatter.format/5``"""
    if config.__class__ is tuple:
        answer = call(config[0], config[1].name, [level, message, timestamp, metadata])
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        return answer
    found = []
    for part in to_list(config):
        found.append((yield from _output(part, level, message, timestamp, metadata)))
    return from_list(found)


def _output(part: Any, level: Any, message: Any, timestamp: Any, metadata: Any) -> Any:
    """Return what stands for a part of a format; steps."""
    match part.name if part.__class__ is Atom else "":
        case "message":
            return message
        case "date":
            return format_date(timestamp[0])
        case "time":
            return format_time(timestamp[1])
        case "level":
            return level.name
        case "node":
            return call(Atom("erlang"), "node", []).name
        case "levelpad":
            return " " if level.name in ("info", "warn") else ""
        case "metadata":
            return (yield from _told(metadata))
    return part


def _told(metadata: Any) -> Any:
    """Return metadata as they are told: ``key=value`` each, with a blank behind; steps."""
    if metadata is EMPTY:
        return ""
    found: list[Any] = []
    for key, value in to_list(metadata):
        text = yield from _value(key, value)
        if text is not None:
            name = key.name if key.__class__ is Atom else call(Atom("Elixir.String.Chars"), "to_string", [key])
            found += [name, ord("="), text, ord(" ")]
    return from_list(found)


def _value(key: Any, value: Any) -> Any:
    """Return the text of metadata; None for what is not told; steps."""
    name = key.name if key.__class__ is Atom else ""
    cls = value.__class__
    if name in _UNTOLD or value is NIL:
        return None
    if cls is str or cls is bytes:
        return value
    if cls is Atom:
        return value.name.removeprefix("Elixir.")
    if cls is Pid:
        return inspect(value).removeprefix("#PID")
    if cls is Reference:
        return inspect(value).removeprefix("#Reference")
    if is_list(value):
        return _list_value(name, value)
    if cls is tuple:
        is_call = name in _CALLS and len(value) == 3 and value[2].__class__ is int
        return format_mfa(*value) if is_call else None
    if cls is Map and not _has_text(value):
        return None
    if cls in (int, float, Map):
        answer = call(Atom("Elixir.String.Chars"), "to_string", [value])
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        return answer
    return None


def _list_value(name: str, value: Any) -> Any:
    if name == "file":
        return value
    items = parts(value)[0]
    if name == "domain" and items and all(each.__class__ is Atom for each in items):
        return ".".join(each.name for each in items)
    return None


def _has_text(value: Map) -> bool:
    """Return whether a map is a struct that ``String.Chars`` is implemented for."""
    module = struct_name(value)
    if module is None:
        return False
    if loaded(Atom(f"Elixir.String.Chars.{module.name.removeprefix('Elixir.')}")) is not None:
        return True
    return module.name in ("Elixir.Date", "Elixir.Time", "Elixir.NaiveDateTime", "Elixir.DateTime", "Elixir.Version",
                           "Elixir.URI")  # fmt: skip


def _two(number: int) -> Any:
    return from_list([ord("0"), str(number)]) if number < 10 else str(number)


def _three(number: int) -> Any:
    if number < 10:
        return from_list([ord("0"), ord("0"), str(number)])
    return from_list([ord("0"), str(number)]) if number < 100 else str(number)


def format_date(date: Any) -> Any:
    """``Logger.Formatter.format_date/1``"""
    year, month, day = date
    return from_list([str(year), ord("-"), _two(month), ord("-"), _two(day)])


def format_time(time: Any) -> Any:
    """``Logger.Formatter.format_time/1``"""
    hour, minute, second, millisecond = time
    colon = ord(":")
    return from_list([_two(hour), colon, _two(minute), colon, _two(second), ord("."), _three(millisecond)])


def prune(data: Any) -> Any:
    """``Logger.Formatter.prune/1``: data without what is no character."""
    if data.__class__ is str:
        return data
    if data.__class__ is bytes:
        return printable(bytes_of(data).decode("utf-8", "replace"))
    if not is_list(data):
        return _REPLACEMENT
    items, end = parts(data)
    kept = [each if each.__class__ is int and 0 <= each <= 0x10FFFF else prune(each) for each in items]
    return from_list(kept) if end is EMPTY else from_list(kept, prune(end))


FUNCTIONS = {
    "compile/1": compile_, "format_date/1": format_date, "format_time/1": format_time, "prune/1": prune,
}  # fmt: skip
BLOCKING = {"format/5": format_}
