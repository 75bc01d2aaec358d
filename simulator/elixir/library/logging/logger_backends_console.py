"""``Logger.Backends.Console``: the backend that prints, to standard error or to a device of its own.

Source of the semantics: Elixir 1.14, ``Logger.Backends.Console``; what is printed is there at once.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.files.io import chardata, printable, to_stderr
from simulator.elixir.library.files.io_ansi import enabled, fragment_as
from simulator.elixir.library.language.log import OK, place
from simulator.elixir.library.logging.logger_formatter import compile_, format_, prune
from simulator.elixir.library.logging.settings import set_setting, setting
from simulator.elixir.runtime.bridge import NIL, TRUE
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom, Pid, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, parts, to_list
from simulator.terms.maps import Map, from_pairs, get, merge
from simulator.terms.structs import define

NAME: Final = Atom("Elixir.Logger.Backends.Console")
_STRUCT: Final = define(
    "Logger.Backends.Console", "buffer", "buffer_size", "colors", "device", "format", "level", "max_buffer",
    "metadata", "output", "ref",
)  # fmt: skip
_CONSOLE, _COLORS, _USER = Atom("console"), Atom("colors"), Atom("user")
_OF_OTP: Final = Atom("error_logger")
_ALL, _ERL_LEVEL, _ANSI, _ENABLED = Atom("all"), Atom("erl_level"), Atom("ansi_color"), Atom("enabled")
_DEVICE, _FORMAT, _METADATA, _LEVEL = Atom("device"), Atom("format"), Atom("metadata"), Atom("level")
_SHARED: Final = {"emergency": "error", "alert": "error", "critical": "error", "error": "error", "notice": "info",
                  "info": "info", "debug": "debug"}  # fmt: skip
_USUAL: Final = {"error": "red", "info": "normal", "debug": "cyan"}
_STANDARD: Final = ("user", "standard_error", "stderr", "standard_io", "stdio")


def made(options: Any) -> Map:
    """Return a console with options, keywords."""
    given = {pair[0].name: pair[1] for pair in reversed(to_list(options))}
    metadata = given.get("metadata", EMPTY)
    return from_pairs([
        (Atom("__struct__"), NAME), (Atom("buffer"), EMPTY), (Atom("buffer_size"), 0),
        (_COLORS, _colors(given.get("colors", EMPTY))), (_DEVICE, given.get("device", _USER)),
        (_FORMAT, compile_(given.get("format", NIL))), (_LEVEL, given.get("level", NIL)),
        (Atom("max_buffer"), given.get("max_buffer", 32)),
        (_METADATA, metadata if metadata is _ALL else from_list(to_list(metadata)[::-1])),
        (Atom("output"), NIL), (Atom("ref"), NIL),
    ])  # fmt: skip


def _colors(options: Any) -> Map:
    given = {pair[0].name: pair[1] for pair in reversed(to_list(options))}
    found = [(Atom(level), given.get(kind, Atom(_USUAL[kind]))) for level, kind in _SHARED.items()]
    warning = given.get("warning", given.get("warn", NIL))
    found.append((Atom("warning"), Atom("yellow") if warning is NIL else warning))
    return from_pairs([*found, (_ENABLED, given.get("enabled", enabled()))])


def merged(options: Any) -> Any:
    """Return what the console is configured with, and options besides, which come first."""
    known, given = dict(to_list(setting("console"))), dict(to_list(options))
    for key, value in given.items():
        both = key is _COLORS and key in known
        known[key] = from_list(list({**dict(to_list(known[key])), **dict(to_list(value))}.items())) if both else value
    return from_list(list(known.items()))


def render(console: Map, event: tuple[Any, Any, Any]) -> Any:
    """Return the text of an event; None for one that is below the console's level; steps."""
    level, _, (_, message, time, metadata) = event
    known = to_list(metadata)
    level = next((value for key, value in known if key is _ERL_LEVEL), level)
    least = get(console, _LEVEL)
    if least is not NIL and place(level.name) < place(least.name):
        return None
    wanted = get(console, _METADATA)
    told = metadata if wanted is _ALL else from_list(_taken(known, to_list(wanted)))
    data = yield from format_(get(console, _FORMAT), level, message, time, told)
    colors = get(console, _COLORS)
    if get(colors, _ENABLED) is TRUE:
        color = next((value for key, value in known if key is _ANSI), NIL)
        color = get(colors, level) if color is NIL else color
        data = from_list([fragment_as(color, TRUE), data, "\x1b[0m"])
    return _as_text(data)


def _taken(known: list[Any], wanted: list[Any]) -> list[Any]:
    first: dict[Any, Any] = {}
    for key, value in known:
        first.setdefault(key, value)
    return [(key, first[key]) for key in reversed(wanted) if key in first]


def _as_text(data: Any) -> str:
    if data.__class__ in (str, bytes):
        return printable(data)
    return chardata(prune(data)) if _holds_bytes(data) else chardata(data)


def _holds_bytes(data: Any) -> bool:
    if not is_list(data):
        return data.__class__ is bytes
    items, end = parts(data)
    return any(map(_holds_bytes, items)) or end.__class__ is bytes


def write(console: Map, text: str) -> Any:
    """Print a text where the console prints; steps."""
    device = get(console, _DEVICE)
    if device.__class__ is Atom and device.name in _STANDARD:
        (world().log_device or to_stderr)(text)
        return
    pid = device if device.__class__ is Pid else current().whereis(device)
    if pid is None:
        raise error("RuntimeError", message=f"no device registered with the name {inspect(device)}")
    answer = call(Atom("Elixir.IO"), "write", [pid, text])
    if answer.__class__ is GeneratorType:
        yield from answer


def printed_by_console(event: tuple[Any, Any, Any]) -> Any:
    """Print an event as the console is configured, where it is the only backend; steps.

    What OTP reports goes where reports of crashes go.
    """
    options = setting("console")
    if options is EMPTY and event[0].name == "error" and any(key is _OF_OTP for key, _ in to_list(event[2][3])):
        current().env.tell_report(_as_text(event[2][1]))
        return
    console = made(options)
    text = yield from render(console, event)
    if text is not None:
        yield from write(console, text)


# -- as a backend ---------------------------------------------------------------------------------


def init(given: Any) -> Any:
    """Begin as the backend ``:console``, or as another one with options of its own."""
    if given is _CONSOLE:
        return (OK, made(setting("console")))
    return (OK, made(merged(given[1])))


def handle_event(event: Any, state: Any) -> Any:
    """Print an event."""
    if _is_event(event) and not (world().logging.captures and get(state, _DEVICE) is _USER):
        text = yield from render(state, event)
        if text is not None:
            yield from write(state, text)
    return (OK, state)


def _is_event(event: Any) -> bool:
    return event.__class__ is tuple and len(event) == 3 and event[2].__class__ is tuple and len(event[2]) == 4


def handle_call(request: Any, state: Any) -> Any:
    """Be configured anew; the application remembers it."""
    options = merged(request[1])
    set_setting("console", options)
    return (OK, OK, merge(state, made(options)))


def handle_info(message: Any, state: Any) -> Any:
    """Take no notice."""
    return (OK, state)


def terminate(reason: Any, state: Any) -> Any:
    """End."""
    return OK


FUNCTIONS = {
    "init/1": init, "handle_call/2": handle_call, "handle_info/2": handle_info, "terminate/2": terminate,
}  # fmt: skip
BLOCKING = {"handle_event/2": handle_event}
