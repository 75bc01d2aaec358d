"""Erlang's ``:logger_formatter``: the text of an event by a template.

Source of the semantics: OTP 25, ``logger_formatter``. Local time is UTC here.
"""

from __future__ import annotations

import re
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.files.io import chardata
from simulator.elixir.library.string.formats import formatted
from simulator.elixir.library.string.printed_terms import written
from simulator.elixir.library.system.logger import is_text
from simulator.elixir.runtime.bridge import FALSE, TRUE, is_function
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.unsupported import refuse
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, parts, to_list
from simulator.terms.maps import Map, from_pairs, get, has, pairs

_LEVEL, _MSG, _META, _TIME, _MFA = Atom("level"), Atom("msg"), Atom("meta"), Atom("time"), Atom("mfa")
_STRING, _REPORT, _REPORT_CB, _UNLIMITED = Atom("string"), Atom("report"), Atom("report_cb"), Atom("unlimited")
_SINGLE: Final = Atom("single_line")


def _chars(text: str) -> Any:
    return from_list([ord(char) for char in text])


_SINGLE_LINE: Final = from_list([_TIME, _chars(" "), _LEVEL, _chars(": "), _MSG, _chars("\n")])
_SEVERAL_LINES: Final = from_list([_TIME, _chars(" "), _LEVEL, _chars(":\n"), _MSG, _chars("\n")])
_ONLY: Final = {"chars_limit": _UNLIMITED, "depth": _UNLIMITED, "max_size": _UNLIMITED, "legacy_header": FALSE}
"""What can be configured in no other way here."""


def _setting(config: Map, name: str, default: Any) -> Any:
    return get(config, Atom(name), default)


def format_(event: Any, config: Any) -> Any:
    """``:logger_formatter.format/2``"""
    for key, value in pairs(config):
        if key.name in _ONLY and value is not _ONLY[key.name]:
            refuse(f"{key.name}: {inspect(value)} of :logger_formatter")
    single = _setting(config, "single_line", TRUE) is TRUE
    template = to_list(_setting(config, "template", _SINGLE_LINE if single else _SEVERAL_LINES))
    place = next((nth for nth, part in enumerate(template) if part is _MSG), len(template))
    before = _filled(event, get(event, _META), template[:place], config)
    after = _filled(event, get(event, _META), template[place + 1 :], config)
    text = ""
    if place < len(template):
        text = yield from _message(event, config, single)
        if single:
            text = re.sub(r",?\r?\n *", ", ", text.strip(" \r\n"))
    return from_list([from_list(before), _chars(text), from_list(after)])


def _filled(event: Any, known: Map, template: list[Any], config: Map) -> list[Any]:
    """Return the parts of a template with what is known of an event."""
    found = []
    for part in template:
        if part is _LEVEL:
            found.append(_chars(get(event, _LEVEL).name))
        elif part.__class__ is tuple and len(part) == 3:
            value = _value(part[0], known)
            inner = part[2] if value is None else part[1]
            found.append(from_list(_filled(event, known, to_list(inner), config)))
        elif _is_key(part):
            value = _value(part, known)
            found.append(EMPTY if value is None else _chars(_shown(part, value, config)))
        else:
            found.append(part)
    return found


def _is_key(part: Any) -> bool:
    return part.__class__ is Atom or (
        is_list(part) and part is not EMPTY and parts(part)[0][0].__class__ is Atom
    )  # fmt: skip


def _value(key: Any, known: Any) -> Any:
    """Return what is known under a key, or under keys that lie in each other; None for nothing."""
    if key.__class__ is Atom:
        return get(known, key)
    for each in to_list(key):
        if known.__class__ is not Map or not has(known, each):
            return None
        known = get(known, each)
    return known


def _shown(key: Any, value: Any, config: Map) -> str:
    if key is _TIME:
        return _time(value, config)
    if key is _MFA and value.__class__ is tuple and len(value) == 3:
        module, name, arity = value
        return f"{written(module)}:{written(name)}/{arity if arity.__class__ is int else len(to_list(arity))}"
    if value.__class__ is Atom:
        return value.name
    if value.__class__ is Pid or value.__class__ is Reference:
        return inspect(value).removeprefix("#PID")
    if value.__class__ is int:
        return str(value)
    if is_text(value):
        return chardata(value)
    return formatted("~0tp" if _setting(config, "single_line", TRUE) is TRUE else "~tp", from_list([value]))


def _time(time: int, config: Map) -> str:
    offset = _setting(config, "time_offset", EMPTY)
    known = "Z" if offset in ("Z", _chars("Z"), 0) else "" if offset in ("", EMPTY) else None
    if known is None:
        refuse(f"time_offset: {inspect(offset)} of :logger_formatter")
    told = call(Atom("calendar"), "system_time_to_rfc3339", [time, from_list([(Atom("unit"), Atom("microsecond"))])])
    designator = chr(_setting(config, "time_designator", ord("T")))
    return chardata(told).replace("T", designator).removesuffix("Z") + (known if offset != 0 and known else "+00:00")


def _message(event: Any, config: Map, single: bool) -> Any:
    """Return the text of what an event says; steps."""
    kind, told = get(event, _MSG)
    if kind is _STRING:
        return chardata(told)
    if kind is _REPORT:
        callback = _setting(config, "report_cb", get(get(event, _META), _REPORT_CB))
        if is_function(callback, 2):
            options = from_pairs([
                (Atom("depth"), _UNLIMITED), (Atom("chars_limit"), _UNLIMITED), (_SINGLE, TRUE if single else FALSE),
            ])  # fmt: skip
            return chardata((yield from _called(callback, told, options)))
        if is_function(callback, 1):
            kind, told = yield from _called(callback, told)
        else:
            kind, told = call(Atom("logger"), "format_report", [told])
    control = kind if kind.__class__ is str else chardata(kind)
    try:
        return formatted(re.sub(r"~(t?)p", r"~0\1p", control) if single else control, told)
    except CAUGHT as failure:
        caught(failure)
        return formatted("FORMAT ERROR: ~0tp - ~0tp" if single else "FORMAT ERROR: ~tp - ~tp", from_list([kind, told]))


def _called(function: Any, *given: Any) -> Any:
    answer = function(*given)
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def check_config(config: Any) -> Any:
    """``:logger_formatter.check_config/1``"""
    known = (*_ONLY, "single_line", "template", "report_cb", "time_designator", "time_offset")
    wrong = [(key, value) for key, value in pairs(config) if key.__class__ is not Atom or key.name not in known]
    if wrong:
        return (Atom("error"), (Atom("invalid_formatter_config"), Atom("logger_formatter"), wrong[0]))
    return Atom("ok")


FUNCTIONS = {"check_config/1": check_config}
BLOCKING = {"format/2": format_}
