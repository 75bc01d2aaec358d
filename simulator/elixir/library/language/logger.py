"""Elixir's ``Logger``: to standard error, with the virtual time; it never keeps anybody waiting."""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.files.io import chardata, printable, to_stderr
from simulator.elixir.library.language.system import now
from simulator.elixir.runtime.bridge import NIL, TRUE, boolean, is_function, options
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.world import current, running, world
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, parts, to_list
from simulator.terms.maps import Map, pairs

LEVELS: Final = ("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency")
_OK: Final = Atom("ok")
_CONSOLE: Final = Atom("console")
_METADATA: Final = Atom("$logger_metadata$")
_ALIASES: Final = {"warn": "warning", "all": "debug", "none": "off"}


def clock(ns: int) -> str:
    """Return a virtual time as Logger shows it.

    >>> clock(3_661_250_000_000)
    '01:01:01.250'
    """
    milliseconds = ns // 1_000_000
    seconds, rest = divmod(milliseconds, 1_000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _place(level: str) -> int:
    name = _ALIASES.get(level, level)
    return len(LEVELS) if name == "off" else LEVELS.index(name)


def _name(level: Any) -> str:
    """Return a level's name; raises ``ArgumentError`` for what is none."""
    name = _ALIASES.get(level.name, level.name) if level.__class__ is Atom else ""
    if name not in LEVELS:
        raise error("ArgumentError", message=f"invalid Logger level {inspect(level)}")
    return name


def log(level: str, message: Any) -> Any:
    """Log a message, if its level is one that is logged; steps."""
    if _place(level) < _place(world().log_level) or (running() and not _own_level_lets(level)):
        return _OK
    if is_function(message, 0):
        message = message()
        if message.__class__ is GeneratorType:
            message = yield from message
        if message.__class__ is tuple and len(message) == 2:
            message = message[0]
    text = yield from _text(message)
    shown = f"[{level}] {text}"
    if running():
        current().note(shown)
    device = world().log_device or to_stderr
    device(line(level, text))
    return _OK


def line(level: str, text: str) -> str:
    """Return a message as Logger prints it, at the virtual time."""
    return f"\n{clock(now())} [{level}] {text}\n"


def _text(message: Any) -> Any:
    if message.__class__ is str:
        return message
    if message.__class__ is Map or (is_list(message) and _is_report(message)):
        return "[" + ", ".join(f"{_key(key)}: {inspect(value)}" for key, value in _pairs(message)) + "]"
    if is_list(message):
        return chardata(message)
    text = call(Atom("Elixir.String.Chars"), "to_string", [message])
    if text.__class__ is GeneratorType:
        text = yield from text
    return printable(text)


def _pairs(message: Any) -> Any:
    return pairs(message) if message.__class__ is Map else to_list(message)


def _key(key: Any) -> str:
    return key.name if key.__class__ is Atom else inspect(key)


def _is_report(message: Any) -> bool:
    items, end = parts(message)
    return end is EMPTY and bool(items) and all(
        each.__class__ is tuple and len(each) == 2 and each[0].__class__ is Atom for each in items
    )


def _logging(level: str) -> dict[str, Any]:
    def plain(message: Any) -> Any:
        return (yield from log(level, message))

    def with_metadata(message: Any, metadata: Any) -> Any:
        return (yield from log(level, message))

    return {f"{level}/1": plain, f"{level}/2": with_metadata}


_DISABLED, _OWN_LEVEL = ("flag", Atom("logger_disabled")), ("flag", Atom("logger_level"))
"""Where a process keeps what it said of its own logging: not among what ``Process.get`` tells."""


def _own_level_lets(level: str) -> bool:
    """Return whether this process has its own logging on, and from this level."""
    proc = current()
    return proc.get(_DISABLED, NIL) is NIL and _place(level) >= _place(proc.get(_OWN_LEVEL, "debug"))


def disable(pid: Any) -> Atom:
    """``Logger.disable/1``, of the process that calls"""
    if pid != current().pid:
        raise function_clause("Logger", "disable", 1, [pid])
    current().put(_DISABLED, TRUE)
    return _OK


def enable(pid: Any) -> Atom:
    """``Logger.enable/1``, of the process that calls"""
    if pid != current().pid:
        raise function_clause("Logger", "enable", 1, [pid])
    current().delete(_DISABLED)
    return _OK


def put_process_level(pid: Any, level: Any) -> Atom:
    """``Logger.put_process_level/2``, of the process that calls"""
    if pid != current().pid:
        raise function_clause("Logger", "put_process_level", 2, [pid, level])
    current().put(_OWN_LEVEL, level_name(level))
    return _OK


def delete_process_level(pid: Any) -> Atom:
    """``Logger.delete_process_level/1``, of the process that calls"""
    if pid != current().pid:
        raise function_clause("Logger", "delete_process_level", 1, [pid])
    current().delete(_OWN_LEVEL)
    return _OK


def get_process_level(pid: Any) -> Atom:
    """``Logger.get_process_level/1``, of the process that calls"""
    if pid != current().pid:
        raise function_clause("Logger", "get_process_level", 1, [pid])
    level = current().get(_OWN_LEVEL, NIL)
    return NIL if level is NIL else Atom(level)


def log_at(level: Any, message: Any) -> Any:
    """``Logger.log/2``"""
    return (yield from log(_name(level), message))


def log_at_with(level: Any, message: Any, metadata: Any) -> Any:
    """``Logger.log/3``"""
    return (yield from log(_name(level), message))


def warn(message: Any) -> Any:
    """``Logger.warn/1``"""
    return (yield from log("warning", message))


def warn_with(message: Any, metadata: Any) -> Any:
    """``Logger.warn/2``"""
    return (yield from log("warning", message))


def configure(opts: Any) -> Atom:
    """``Logger.configure/1``: of its options the level."""
    level = options(opts).get("level")
    if level is not None:
        world().log_level = level_name(level)
    return _OK


def level_name(level: Any) -> str:
    """Return the name of a level from which on there is logging: ``off`` for ``:none``, the lowest for ``:all``."""
    return "off" if level is Atom("none") else "debug" if level is Atom("all") else _name(level)


def level() -> Atom:
    """``Logger.level/0``"""
    return Atom(world().log_level)


def levels() -> Any:
    """``Logger.levels/0``"""
    return from_list([Atom(each) for each in reversed(LEVELS)])


def compare_levels(left: Any, right: Any) -> Atom:
    """``Logger.compare_levels/2``"""
    difference = _place(left.name) - _place(right.name)
    return Atom("lt" if difference < 0 else "gt" if difference else "eq")


def enabled(pid: Any) -> Atom:
    """``Logger.enabled?/1``"""
    if pid != current().pid:
        raise function_clause("Logger", "enabled?", 1, [pid])
    return boolean(current().get(_DISABLED, NIL) is NIL)


def metadata() -> Any:
    """``Logger.metadata/0``"""
    return current().get(_METADATA, EMPTY)


def add_metadata(pairs_given: Any) -> Atom:
    """``Logger.metadata/1``"""
    proc = current()
    kept = dict(to_list(proc.get(_METADATA, EMPTY)))
    for key, value in to_list(pairs_given):
        if value is NIL:
            kept.pop(key, None)
        else:
            kept[key] = value
    proc.put(_METADATA, from_list(list(kept.items())))
    return _OK


def reset_metadata() -> Atom:
    """``Logger.reset_metadata/0``"""
    return reset_metadata_to(EMPTY)


def reset_metadata_to(given: Any) -> Atom:
    """``Logger.reset_metadata/1``"""
    current().put(_METADATA, given)
    return _OK


def nothing() -> Atom:
    """What has nothing to do here: everything is written at once."""
    return _OK


def uncalled(given: Any) -> Atom:
    """Take a backend, or a translator: the console's is there, of any other it is told once that nothing calls it."""
    text = inspect(given)
    if given is not _CONSOLE and text not in world().told:
        world().told.add(text)
        to_stderr(f"warning: {text} is not called: what is logged goes to the console alone, as it is\n")
    return _OK


def uncalled_with(given: Any, options: Any) -> Atom:
    """The same, with options."""
    return uncalled(given)


def nothing_for(given: Any) -> Atom:
    """What has nothing to do with one argument."""
    return _OK


def nothing_for_both(given: Any, other: Any) -> Atom:
    """The same of two arguments."""
    return _OK


FUNCTIONS = {
    "configure/1": configure, "level/0": level, "levels/0": levels, "compare_levels/2": compare_levels,
    "enabled?/1": enabled, "metadata/0": metadata, "metadata/1": add_metadata, "reset_metadata/0": reset_metadata,
    "reset_metadata/1": reset_metadata_to, "flush/0": nothing, "add_backend/1": uncalled,
    "add_backend/2": uncalled_with, "remove_backend/1": nothing_for, "remove_backend/2": nothing_for_both,
    "configure_backend/2": uncalled_with, "disable/1": disable, "enable/1": enable,
    "add_translator/1": uncalled, "remove_translator/1": nothing_for,
    "put_process_level/2": put_process_level, "delete_process_level/1": delete_process_level,
    "get_process_level/1": get_process_level,
}  # fmt: skip
BLOCKING = {
    "log/2": log_at, "log/3": log_at_with, "bare_log/2": log_at, "bare_log/3": log_at_with, "warn/1": warn,
    "warn/2": warn_with,
}  # fmt: skip
for _level in LEVELS:
    BLOCKING.update(_logging(_level))
