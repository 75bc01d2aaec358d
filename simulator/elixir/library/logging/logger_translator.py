"""``Logger.Translator``: what OTP reports, in Elixir's words.

Source of the semantics: Elixir 1.14, ``Logger.Translator``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.language.exception import (
    format_banner_3,
    format_exit,
    format_mfa,
    format_stacktrace_entry,
    normalize_3,
)
from simulator.elixir.library.logging.settings import setting
from simulator.elixir.runtime.bridge import FALSE, NIL
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom, Pid, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, parts, to_list
from simulator.terms.maps import Map, get, pairs, strict_equal, struct_name

_DEBUG, _NONE, _SKIP, _OK = Atom("debug"), Atom("none"), Atom("skip"), Atom("ok")
_ERROR, _NAME = Atom("error"), Atom("registered_name")
_CRASH_REASON: Final = Atom("crash_reason")
_CONTEXTS: Final = {
    "start_error": "failed to start", "child_terminated": "terminated", "shutdown": "caused shutdown",
    "shutdown_error": "shut down abnormally",
}  # fmt: skip
_CHILD: Final = {"restart_type": "Restart", "shutdown": "Shutdown", "child_type": "Type"}
_PROCESS: Final = {
    "message_queue_len": "Message Queue Length", "messages": "Messages", "links": "Links", "dictionary": "Dictionary",
    "trap_exit": "Trapping Exits", "status": "Status", "heap_size": "Heap Size", "stack_size": "Stack Size",
    "reductions": "Reductions",
}  # fmt: skip
_UNDEFINED: Final = (Atom("module could not be loaded"), Atom("function not exported"))


def translate(least: Any, level: Any, kind: Any, message: Any) -> Any:
    """``Logger.Translator.translate/4``: ``{:ok, text, metadata}``, ``{:ok, text}``, ``:skip`` or ``:none``."""
    if kind is Atom("format"):
        return _format(least, level, message)
    label, data = message
    if label is Atom("logger"):
        return _logger_report(least, data)
    if label.__class__ is tuple and len(label) == 2:
        return _labelled(least, level, label, data)
    if label is Atom("std_info"):
        return _of_application(data, "exited")
    if label is Atom("supervisor_report") and level is _ERROR:
        return _supervisor(least, data)
    if label is Atom("crash_report") and level is _ERROR:
        return _crash(least, data)
    if label is Atom("progress") and level is Atom("info"):
        found = _progress(least, data)
        return found if found is not _NONE else _of_application(data, "started_at")
    return _NONE


def _logger_report(least: Any, report: Any) -> Any:
    label = get(report, Atom("label")) if report.__class__ is Map else None
    if label is None:
        return _NONE
    if label == (Atom("gen_server"), Atom("terminate")):
        return _server(least, report)
    if label == (Atom("gen_event"), Atom("terminate")):
        return _event_handler(least, report)
    return _SKIP


def _labelled(least: Any, level: Any, label: Any, data: Any) -> Any:
    whose, what = label[0].name, label[1].name
    if (whose, what) == ("proc_lib", "crash"):
        return _crash(least, data)
    if whose == "supervisor":
        return _progress(least, data) if what == "progress" else _supervisor(least, data)
    if whose == "application_controller":
        return _of_application(data, "started_at" if what == "progress" else "exited")
    if (whose, what) == ("Elixir.Task.Supervisor", "terminating") and level is _ERROR:
        return _task(data)
    if (whose, what) == ("error_logger", "error_report") and level is _ERROR:
        return _supervisor(least, data)
    return _NONE


# -- what went wrong ------------------------------------------------------------------------------


def _shown(term: Any) -> Any:
    """Return a term as it is shown in a report."""
    return call(Atom("Elixir.Kernel"), "inspect", [term, setting("translator_inspect_opts")])


def _stack(stack: Any) -> str:
    return "".join(f"\n    {format_stacktrace_entry(entry)}" for entry in to_list(stack))


def _stop(reason: Any) -> str:
    return f"\n** (stop) {format_exit(reason)}"


def _reason(reason: Any) -> tuple[str, Any]:
    """Return a reason in words, and as it stands in the metadata."""
    words = _words(reason)
    if words is not None and reason.__class__ is tuple and len(reason) == 2 and is_list(reason[1]):
        return words, (_normalized(*reason)[1], reason[1])
    if words is not None:
        return words, (reason, EMPTY)
    if reason.__class__ is tuple and len(reason) == 2 and is_list(reason[1]) and reason[1] is not EMPTY:
        problem, stack = reason
        try:
            lines = _stack(stack)
        except CAUGHT as failure:
            caught(failure)
        else:
            if len(parts(stack)[0]) == lines.count("\n    "):
                told, struct = _normalized(problem, stack)
                return told + lines, (struct, stack)
    return _stop(reason), (reason, EMPTY)


def _words(reason: Any) -> str | None:
    """Return the words of a failure that this process reports at the moment; None for another reason."""
    way = world().logging
    known = None if way is None else way.words.get(current().pid)
    return f"\n{known[1]}" if known is not None and strict_equal(known[0], reason) else None


def _normalized(problem: Any, stack: Any) -> tuple[str, Any]:
    if problem in _UNDEFINED:
        module, name, given, _ = parts(stack)[0][0]
        arity = len(to_list(given)) if is_list(given) else given
        options = from_list([(Atom("module"), module), (Atom("function"), name), (Atom("arity"), arity),
                             (Atom("reason"), problem)])  # fmt: skip
        struct = call(Atom("Elixir.UndefinedFunctionError"), "exception", [options])
        return f"\n{format_banner_3(_ERROR, struct, stack)}", struct
    struct = normalize_3(_ERROR, problem, stack)
    if struct is not problem and struct_name(struct) is Atom("Elixir.ErlangError"):
        return _stop(problem), problem
    return f"\n{format_banner_3(_ERROR, struct, stack)}", struct


def _named(name: Any) -> list[Any]:
    return [(_NAME, name)] if name.__class__ is Atom else []


def _told(text: str, metadata: list[Any] | None = None) -> Any:
    return (_OK, text) if metadata is None else (_OK, text, from_list(metadata))


# -- reports --------------------------------------------------------------------------------------


def _server(least: Any, report: Map) -> Any:
    name, client = get(report, Atom("name")), get(report, Atom("client_info"))
    told, reason = _reason(get(report, Atom("reason")))
    sender = ""
    if client.__class__ is tuple and client[1].__class__ is tuple:
        sender = f" (from {inspect(client[1][0])})"
    text = f"GenServer {inspect(name)} terminating{told}\nLast message{sender}: "
    text += _shown(get(report, Atom("last_message")))
    if least is _DEBUG:
        text += f"\nState: {_shown(get(report, Atom('state')))}{_client(client)}"
    return _told(text, [(_CRASH_REASON, reason), *_named(name)])


def _client(client: Any) -> str:
    if client.__class__ is not tuple:
        return ""
    who, state = client
    if state is Atom("dead"):
        return f"\nClient {inspect(who)} is dead"
    return f"\nClient {inspect(state[0])} is alive\n{_stack(state[1])}"


def _event_handler(least: Any, report: Map) -> Any:
    name, reason = get(report, Atom("name")), get(report, Atom("reason"))
    if reason.__class__ is tuple and len(reason) == 2 and reason[0] is Atom("EXIT"):
        reason = reason[1]
    told, known = _reason(reason)
    text = f":gen_event handler {inspect(get(report, Atom('handler')))} installed in {inspect(name)} terminating{told}"
    text += f"\nLast message: {_shown(get(report, Atom('last_message')))}"
    if least is _DEBUG:
        text += f"\nState: {_shown(get(report, Atom('state')))}"
    return _told(text, [(_CRASH_REASON, known), *_named(name)])


def _task(report: Map) -> Any:
    name = get(report, Atom("name"))
    told, reason = _reason(get(report, Atom("reason")))
    text = f"Task {inspect(name)} started from {inspect(get(report, Atom('starter')))} terminating{told}"
    text += f"\nFunction: {_shown(get(report, Atom('function')))}\n    Args: {_shown(get(report, Atom('args')))}"
    return _told(text, [(_CRASH_REASON, reason), *_named(name)])


def _exit_reason(kind: Atom, reason: Any, stack: Any) -> Any:
    return ((Atom("nocatch"), reason) if kind is Atom("throw") else reason, stack)


def _crash(least: Any, data: Any) -> Any:
    """Return what is told of the crash of a process that ``:proc_lib`` has started."""
    crashed, linked = to_list(data)
    known = to_list(crashed)
    extra: list[Any] = []
    if known[0][0] is Atom("initial_call"):
        module, name, given = known.pop(0)[1]
        extra = [(Atom("initial_call"), (module, name, len(to_list(given)) if is_list(given) else given))]
    (_, pid), (_, registered), (_, (kind, reason, stack)), *rest = known
    own = dict(rest)
    reason = normalize_3(kind, reason, stack)
    dictionary = {pair[0]: pair[1] for pair in to_list(own.get(Atom("dictionary"), EMPTY)) if len(pair) == 2}
    if dictionary.get(Atom("logger_enabled")) is FALSE:
        return _SKIP
    mine = dictionary.get(Atom("$logger_metadata$"))
    who = inspect(pid) if registered is EMPTY else f"{inspect(registered)} ({inspect(pid)})"
    text = f"Process {who} terminating\n{format_banner_3(kind, reason, stack)}{_stack(stack)}"
    text += _info(least, [*extra, *rest], "\n") + _neighbours(least, linked)
    for key, value in (("ancestors", own.get(Atom("ancestors"))), ("callers", dictionary.get(Atom("$callers")))):
        if value is not None and value is not NIL:
            extra = [(Atom(key), value), *extra]
    metadata = [(_CRASH_REASON, _exit_reason(kind, reason, stack)), *extra, *([] if mine is None else pairs(mine))]
    return _told(text, [*([] if registered is EMPTY else _named(registered)), *metadata])


def _info(least: Any, info: list[Any], prefix: str) -> str:
    text = ""
    for nth, (key, value) in enumerate(info):
        if key.name in ("initial_call", "current_function"):
            if value is not EMPTY:
                title = "Initial Call" if key.name == "initial_call" else "Current Call"
                given = value[2]
                arity = given if given.__class__ is int else len(to_list(given))
                text += f"{prefix}{title}: {format_mfa(value[0], value[1], arity)}"
        elif key.name == "ancestors":
            text += f"{prefix}Ancestors: {inspect(value)}"
        else:
            return text + (_details(info[nth:], prefix) if least is _DEBUG else "")
    return text


def _details(info: list[Any], prefix: str) -> str:
    text = ""
    for key, value in info:
        if key.name == "current_stacktrace":
            entries = "".join(f"{prefix}    {format_stacktrace_entry(entry)}" for entry in to_list(value))
            text += f"{prefix}Current Stacktrace:{entries}"
        else:
            text += f"{prefix}{_PROCESS[key.name]}: {inspect(value)}"
    return text


def _neighbours(least: Any, linked: Any) -> str:
    if linked is EMPTY:
        return ""
    text = "\nNeighbours:"
    for _, info in to_list(linked):
        (_, pid), (_, name), *rest = to_list(info)
        who = inspect(pid) if name is EMPTY else f"{inspect(name)} ({inspect(pid)})"
        text += f"\n    {who}" + _info(least, rest, "\n        ")
    return text


def _supervisor_name(name: Any) -> str:
    if name.__class__ is tuple and name[0] in (Atom("local"), Atom("global"), Atom("via")):
        return inspect(name[-1])
    if name.__class__ is tuple and len(name) == 2:
        return f"{inspect(name[0])} ({inspect(name[1])})"
    return inspect(name)


def _child_info(least: Any, child: list[Any]) -> str:
    if not child:
        return ""
    (key, value), *rest = child
    if key.name not in ("mfargs", "mfa"):
        return f"\nStart Module: {inspect(value)}{_child_details(least, rest)}" if key.name == "mod" else ""
    module, name, args = value
    shown = f"{inspect(module)}.{name.name}/?" if args is Atom("undefined") else format_mfa(module, name, args)
    return f"\nStart Call: {shown}{_child_details(least, rest)}"


def _child_details(least: Any, child: list[Any]) -> str:
    if least is not _DEBUG:
        return ""
    text = ""
    for key, value in child:
        if key.name in _CHILD:
            text += f"\n{_CHILD[key.name]}: {inspect(value)}"
        elif key.name == "significant" and value not in (FALSE, NIL):
            text += "\nSignificant: true"
    return text


def _supervisor(least: Any, data: Any) -> Any:
    items = to_list(data) if is_list(data) else []
    if [each[0].name for each in items if each.__class__ is tuple] != ["supervisor", "errorContext", "reason",
                                                                      "offender"]:  # fmt: skip
        return _NONE
    name, context, reason, offender = (each[1] for each in items)
    (first, who), *rest = to_list(offender)
    if context is Atom("start_error") and reason.__class__ is tuple and len(reason) == 2 and reason[0] is Atom("EXIT"):
        reason = reason[1]
    said = f"{_CONTEXTS[context.name]}\n** (exit) {format_exit(reason)}"
    where = f"Supervisor {_supervisor_name(name)} {said}"
    named = bool(rest) and rest[0][0] is Atom("id")
    if first is Atom("nb_children"):
        return _told(f"Children {inspect(rest[0][1])} of {where}\nNumber: {who}{_child_info(least, rest[1:])}")
    if not named:
        return _told(f"Child of {where}\nPid: {inspect(who)}{_child_info(least, rest)}")
    pid = f"\nPid: {inspect(who)}" if who.__class__ is Pid and context is not Atom("shutdown") else ""
    return _told(f"Child {inspect(rest[0][1])} of {where}{pid}{_child_info(least, rest[1:])}")


def _progress(least: Any, data: Any) -> Any:
    items = to_list(data) if is_list(data) else []
    if [each[0].name for each in items if each.__class__ is tuple] != ["supervisor", "started"]:
        return _NONE
    name, started = (each[1] for each in items)
    (_, pid), *rest = to_list(started)
    named = bool(rest) and rest[0][0] is Atom("id")
    who = f"Child {inspect(rest[0][1])} of" if named else "Child of"
    text = f"{who} Supervisor {_supervisor_name(name)} started\nPid: {inspect(pid)}"
    return _told(text + _child_info(least, rest[1:] if named else rest))


def _of_application(data: Any, what: str) -> Any:
    known = {each[0].name: each[1] for each in to_list(data)} if is_list(data) else {}
    if "application" not in known or what not in known:
        return _NONE
    if what == "started_at":
        return _told(f"Application {known['application'].name} started at {inspect(known[what])}")
    reason = call(Atom("Elixir.Application"), "format_error", [known[what]])
    return _told(f"Application {known['application'].name} exited: {reason}")


# -- formats --------------------------------------------------------------------------------------


def _format(least: Any, level: Any, message: Any) -> Any:
    """Return what is told of a format that Erlang's own code logs: the failure of a process."""
    control, given = message
    text = control if control.__class__ is str else "".join(map(chr, to_list(control))) if is_list(control) else ""
    if level is not _ERROR or not text.startswith("Error in process ") or not is_list(given):
        return _NONE
    items = to_list(given)
    if len(items) not in (2, 3) or items[-1].__class__ is not tuple or len(items[-1]) != 2:
        return _NONE
    pid, (problem, stack) = items[0], items[-1]
    struct = normalize_3(_ERROR, problem, stack)
    where = f" on node {inspect(items[1])}" if len(items) == 3 else ""
    words = _words((problem, stack)) or f"\n{format_banner_3(_ERROR, struct, stack)}{_stack(stack)}"
    metadata = [(_CRASH_REASON, _exit_reason(_ERROR, struct, stack))]
    return _told(f"Process {inspect(pid)}{where} raised an exception{words}", metadata)


FUNCTIONS = {"translate/4": translate}
