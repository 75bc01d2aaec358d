"""What is logged: to standard error, with the virtual time; it never keeps anybody waiting.

This is all there is as long as a program has no handlers, filters or backends of its own: with the first of them
``world().logging`` is there, and whatever is logged goes through it
(:mod:`simulator.elixir.library.logging.pipeline`).
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.files.io import chardata, printable, to_stderr
from simulator.elixir.library.language.system import now
from simulator.elixir.runtime.bridge import FALSE, NIL, TRUE, is_function
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.world import current, running, world
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, parts, to_list
from simulator.terms.maps import Map, pairs

LEVELS: Final = ("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency")
OK: Final = Atom("ok")
LEVEL_OF_PROCESS: Final = Atom("logger_level")
"""The key of a process's dictionary under which it keeps from which level on it logs."""
METADATA: Final = Atom("$logger_metadata$")
"""The key of a process's dictionary under which its metadata are."""
APPLICATION: Final = Atom("logger")
SETTINGS: Final[dict[Atom, Any]] = {
    Atom(name): value for name, value in {
        "backends": from_list([Atom("console")]), "compile_time_application": NIL,
        "compile_time_purge_matching": EMPTY, "console": EMPTY, "discard_threshold": 500,
        "discard_threshold_for_error_logger": 500, "discard_threshold_periodic_check": 30_000,
        "handle_otp_reports": TRUE, "handle_sasl_reports": FALSE, "start_options": EMPTY, "sync_threshold": 20,
        "translator_inspect_opts": EMPTY, "truncate": 8096, "utc_log": FALSE,
        "translators": from_list([(Atom("Elixir.Logger.Translator"), Atom("translate"))]),
    }.items()
}  # fmt: skip
"""What the application ``:logger`` is configured with where nobody says otherwise."""
_ALIASES: Final = {"warn": "warning", "all": "debug"}
_OFF: Final = ("off", "none")


def clock(ns: int) -> str:
    """Return a virtual time as Logger shows it.

    >>> clock(3_661_250_000_000)
    '01:01:01.250'
    """
    milliseconds = ns // 1_000_000
    seconds, rest = divmod(milliseconds, 1_000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def place(level: str) -> int:
    """Return how grave a level is; the one at which nothing is logged comes last.

    >>> place("all"), place("warn"), place("none")
    (0, 3, 8)
    """
    return len(LEVELS) if level in _OFF else LEVELS.index(_ALIASES.get(level, level))


def logged_level(level: Any) -> str:
    """Return the name of a level to log at; raises ``ArgumentError`` for what is none."""
    name = _ALIASES.get(level.name, level.name) if level.__class__ is Atom and level.name != "all" else ""
    if name not in LEVELS:
        raise error("ArgumentError", message=f"invalid Logger level {inspect(level)}")
    return name


def level_name(level: Any) -> str:
    """Return the name of a level from which on there is logging: of those to log at, or ``all`` or ``none``."""
    return level.name if level.__class__ is Atom and level.name in ("none", "all") else logged_level(level)


def allows(level: str, module: Any = None) -> bool:
    """Return whether something of this level is logged where a module says it."""
    here = world()
    if here.logging is not None:
        return bool(here.logging.allows(level, module))
    return place(level) >= place(here.log_level)


def log(level: str, message: Any, metadata: Any = EMPTY, location: Any = None) -> Any:
    """Log a message of a level that is one to be logged, from a place in code; steps."""
    if is_function(message, 0):
        message = message()
        if message.__class__ is GeneratorType:
            message = yield from message
        if message.__class__ is tuple and len(message) == 2:
            message, more = message
            metadata = joined(metadata, more)
    if message.__class__ is not str and message.__class__ is not Map and not is_list(message):
        if message.__class__ is not bytes:
            _deprecate(message)
        message = yield from _text_of_term(message)
    if world().logging is not None:
        return (yield from world().logging.elixir_event(level, message, metadata, location))
    if running() and not _own_level_lets(level):
        return OK
    text = text_of(message)
    if running():
        current().note(f"[{level}] {text}")
    here = world()
    if here.log_device is not None:
        here.log_device(line(level, text))
    elif here.has_console:
        to_stderr(line(level, text))
    return OK


def log_if_allowed(level: str, message: Any) -> Any:
    """Log a message, if its level is one that is logged; steps."""
    return (yield from log(level, message)) if allows(level) else OK


def joined(metadata: Any, more: Any) -> list[Any]:
    """Return metadata, a list of pairs or a map, with more of it."""
    return [*_pairs(metadata), *_pairs(more)]


def line(level: str, text: str) -> str:
    """Return a message as Logger prints it, at the virtual time."""
    return f"\n{clock(now())} [{level}] {text}\n"


def _deprecate(message: Any) -> None:
    to_stderr(f"warning: passing {inspect(message)} to Logger is deprecated, expected a map, a keyword list, a string, "
              "a list of strings, or a zero-arity anonymous function\n")  # fmt: skip


def _text_of_term(message: Any) -> Any:
    text = call(Atom("Elixir.String.Chars"), "to_string", [message])
    if text.__class__ is GeneratorType:
        text = yield from text
    return printable(text)


def text_of(message: Any) -> str:
    """Return the text of a message: of a report its pairs, of other lists the characters in them."""
    if message.__class__ is str:
        return message
    if is_report(message):
        return "[" + ", ".join(f"{_key(key)}: {inspect(value)}" for key, value in _pairs(message)) + "]"
    return chardata(message)


def _pairs(message: Any) -> Any:
    if message.__class__ is list:
        return message
    return pairs(message) if message.__class__ is Map else to_list(message)


def _key(key: Any) -> str:
    return key.name if key.__class__ is Atom else inspect(key)


def is_report(message: Any) -> bool:
    """Return whether a message is a report: a map, or keywords."""
    if message.__class__ is Map:
        return True
    items, end = parts(message)
    return end is EMPTY and bool(items) and all(
        each.__class__ is tuple and len(each) == 2 and each[0].__class__ is Atom for each in items
    )


def _own_level_lets(level: str) -> bool:
    """Return whether this process logs from this level on."""
    own = current().get(LEVEL_OF_PROCESS)
    return own is None or place(level) >= place(own.name)
