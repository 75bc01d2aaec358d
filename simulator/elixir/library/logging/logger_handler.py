"""``Logger.Handler``: the handler by which Elixir's Logger gets what is logged, in its own words, to its backends.

Source of the semantics: Elixir 1.14, ``Logger.Handler``. As long as the console is the only backend it prints at once;
else the events go to a manager, as messages.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.files.io import chardata, printable
from simulator.elixir.library.language.exception import format_3
from simulator.elixir.library.language.log import OK, text_of
from simulator.elixir.library.logging.logger_backends_console import printed_by_console, render
from simulator.elixir.library.logging.pipeline import CONFIG, LEVEL, META, MSG, REPORT, STRING, TIME, logging
from simulator.elixir.library.logging.settings import setting
from simulator.elixir.library.logging.texts import truncated
from simulator.elixir.library.string.formats import inspected
from simulator.elixir.runtime.bridge import NIL, TRUE, is_function
from simulator.elixir.runtime.errors import CAUGHT, error
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, is_list, parts, to_list
from simulator.terms.maps import Map, from_pairs, get, has, merge, pairs, put

_FORMAT, _SKIP, _NONE = Atom("format"), Atom("skip"), Atom("none")
_LABEL, _OTP, _SASL = Atom("label"), Atom("otp"), Atom("sasl")
TRANSLATORS, _TRUNCATE, _DOMAIN, _GL = Atom("translators"), Atom("truncate"), Atom("domain"), Atom("gl")
_REPORT_CB, _NOTIFY, _SET = Atom("report_cb"), Atom("notify"), Atom("set")
_OF_ELIXIR: Final = {
    "emergency": "error", "alert": "error", "critical": "error", "error": "error", "warning": "warn", "notice": "info",
    "info": "info", "debug": "debug", "none": "error", "off": "error", "all": "debug",
}  # fmt: skip
"""The levels that a backend is given."""


def default_data() -> Map:
    """Return the handler's own configuration, as the application is configured."""
    return from_pairs([
        (Atom("utc_log"), setting("utc_log")), (_TRUNCATE, setting("truncate")),
        (TRANSLATORS, setting("translators")), (_SASL, setting("handle_sasl_reports")),
        (Atom("thresholds"), (setting("sync_threshold"), setting("discard_threshold"))),
    ])  # fmt: skip


def data_of(config: Map) -> Map:
    """Return the handler's own configuration."""
    found = get(config, CONFIG)
    return default_data() if found is None else found


def log(event: Any, config: Any) -> Any:
    """``Logger.Handler.log/2``"""
    data, meta = data_of(config), get(event, META)
    if get(data, _SASL) is not TRUE and _is_of_sasl(get(meta, _DOMAIN)):
        return OK
    level = Atom(_OF_ELIXIR[get(event, LEVEL).name])
    told = yield from _said(level, get(event, MSG), meta, data)
    if told is _SKIP:
        return _tell_untranslated()
    message, metadata = told
    text = yield from _shortened(message, get(data, _TRUNCATE))
    known = [(Atom("erl_level"), get(event, LEVEL)), *_pairs(metadata)]
    made = (level, get(metadata, _GL), (Atom("Elixir.Logger"), text, timestamp(get(metadata, TIME)), from_list(known)))
    current().note(f"[{get(event, LEVEL).name}] {_noted(text)}")
    return (yield from _delivered(made))


def _tell_untranslated() -> Any:
    """Tell what real Elixir's Logger leaves out, where it is a crash: on the console, as reports are told."""
    text = logging().untranslated.get(current().pid)
    if text is not None and world().has_console:
        current().env.tell_report(text)
    return OK


def _noted(text: Any) -> str:
    return printable(text) if text.__class__ in (str, bytes) else chardata(text)


def _delivered(event: tuple[Any, Any, Any]) -> Any:
    """Give an event to those that capture what is logged, and to the backends; steps."""
    way = logging()
    for console, take in way.captures:
        text = yield from render(console, event)
        if text is not None:
            take(text)
    if way.manager is not None:
        current().send(way.manager, (_NOTIFY, event))
    elif not way.captures and world().has_console:
        yield from printed_by_console(event)
    return OK


def _is_of_sasl(domain: Any) -> bool:
    items = parts(domain)[0] if is_list(domain) else []
    return items[:2] == [_OTP, _SASL] or items[:1] == [Atom("supervisor_report")]


def _pairs(metadata: Map) -> list[Any]:
    """Return the metadata as a backend is given them: module and function, too, and the file as a text."""
    mfa = get(metadata, Atom("mfa"))
    if mfa.__class__ is tuple and len(mfa) == 3:
        told = from_pairs([(Atom("module"), mfa[0]), (Atom("function"), f"{mfa[1].name}/{mfa[2]}")])
        metadata = merge(told, metadata)
    file = get(metadata, Atom("file"))
    if file is not None and is_list(file):
        metadata = put(metadata, Atom("file"), chardata(file))
    return pairs(metadata)


def timestamp(time: int) -> Any:
    """Return a time, in microseconds since 1970, as ``{{year, month, day}, {hour, minute, second, millisecond}}``.

    >>> timestamp(1_767_225_600_000_000 + 1_250_000)
    ((2026, 1, 1), (0, 0, 1, 250))
    """
    date, (hour, minute, second) = call(
        Atom("calendar"), "system_time_to_universal_time", [time, Atom("microsecond")]
    )  # fmt: skip
    return (date, (hour, minute, second, time % 1_000_000 // 1000))


# -- the words of an event ------------------------------------------------------------------------


def _said(level: Atom, message: Any, metadata: Map, data: Map) -> Any:
    """Return what is said and its metadata; ``:skip`` for what is not to be told; steps."""
    kind, told = message
    if kind is STRING:
        return (told, metadata)
    least = Atom(_OF_ELIXIR[world().log_level])
    try:
        found = yield from _translated(to_list(get(data, TRANSLATORS)), least, level, message, metadata)
        if found is not _NONE:
            return found
        return ((yield from _untranslated(kind, told, metadata)), metadata)
    except CAUGHT as failure:
        reason = current().front.reason(caught(failure))
        problem, stack = reason if reason.__class__ is tuple and len(reason) == 2 else (reason, EMPTY)
        text = format_3(Atom("error"), problem, stack)
        return (from_list(["Failure while translating Erlang's logger event\n", text]), metadata)


def _translated(translators: list[Any], least: Atom, level: Atom, message: Any, metadata: Map) -> Any:
    """Return what the first translator says that has something to say; steps."""
    kind, given = _for_translators(message)
    for module, name in translators:
        answer = call(module, name.name, [least, level, kind, given])
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        if answer is _NONE:
            continue
        if answer is _SKIP:
            return _SKIP
        if answer.__class__ is tuple and len(answer) == 2 and answer[0] is OK:
            return (answer[1], metadata)
        if answer.__class__ is tuple and len(answer) == 3 and answer[0] is OK:
            more = answer[2]
            return (answer[1], merge(metadata, more if more.__class__ is Map else from_pairs(to_list(more))))
        raise error("CaseClauseError", term=answer)
    return _NONE


def _for_translators(message: Any) -> tuple[Atom, Any]:
    """Return the kind of a message and what translators are given of it."""
    kind, told = message
    if kind is not REPORT:
        return _FORMAT, message
    if told.__class__ is Map and has(told, _LABEL):
        label, report = get(told, _LABEL), get(told, REPORT)
        if report is not None and len(pairs(told)) == 2:
            return REPORT, (label, report)
        if label.__class__ is tuple and label[0] is Atom("error_logger") and has(told, _FORMAT):
            return _FORMAT, (get(told, _FORMAT), get(told, Atom("args")))
    return REPORT, (Atom("logger"), told)


def _untranslated(kind: Any, told: Any, metadata: Map) -> Any:
    """Return the text of what no translator knows; steps."""
    callback = get(metadata, _REPORT_CB)
    if kind is REPORT and is_function(callback, 1):
        answer = callback(told)
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        kind, told = answer
    elif kind is REPORT and is_function(callback, 2):
        options = from_pairs([(Atom("depth"), 50), (Atom("chars_limit"), 4096), (Atom("single_line"), Atom("false"))])
        answer = callback(told, options)
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        return answer
    if kind is REPORT:
        if told.__class__ is Map and setting("translator_inspect_opts") is EMPTY:
            return text_of(told)
        items = from_list(pairs(told)) if told.__class__ is Map else told
        return call(Atom("Elixir.Kernel"), "inspect", [items, setting("translator_inspect_opts")])
    return inspected(kind, told)


def _shortened(message: Any, most: Any) -> Any:
    """Return a message as a backend gets it: no longer than is wanted; steps."""
    if not is_list(message) and message.__class__ not in (str, bytes):
        message = call(Atom("Elixir.String.Chars"), "to_string", [message])
        if message.__class__ is GeneratorType:
            message = yield from message
    return truncated(message, most)


# -- its configuration ----------------------------------------------------------------------------


def changing_config(how: Any, old: Any, new: Any) -> Any:
    """``Logger.Handler.changing_config/3``: of its own configuration what it knows."""
    before, given = data_of(old), get(new, CONFIG)
    known = default_data() if how is _SET else before
    for key, value in _given(given):
        if has(known, key):
            known = put(known, key, value)
    return (OK, put(merge(old, new), CONFIG, known))


def _given(given: Any) -> list[Any]:
    if given is None or given is NIL:
        return []
    return pairs(given) if given.__class__ is Map else to_list(given)


def filter_config(config: Any) -> Any:
    """``Logger.Handler.filter_config/1``"""
    return put(config, CONFIG, data_of(config))


FUNCTIONS = {"changing_config/3": changing_config, "filter_config/1": filter_config}
BLOCKING = {"log/2": log}
