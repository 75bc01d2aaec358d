"""How OTP words what it reports: formats with what they are filled with, on one line or on several.

Source of the forms: OTP 25, ``format_log/1`` and ``format_log/2`` of its behaviours, ``proc_lib:report_cb/2``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.library.string.formats import formatted
from simulator.elixir.runtime.bridge import TRUE
from simulator.elixir.runtime.failures.traces import is_stack
from simulator.elixir.runtime.modules.modules import exists, find
from simulator.elixir.runtime.unsupported import refuse
from simulator.terms import Atom, atom
from simulator.terms.lists import from_list, is_list, parts, to_list
from simulator.terms.maps import Map, get, pairs

Words = tuple[str, list[Any]]
_LABEL, _REPORT, _UNLIMITED, _SINGLE = Atom("label"), Atom("report"), Atom("unlimited"), Atom("single_line")


def _p(single: bool) -> str:
    return "~0tp" if single else "~tp"


def _of(report: Any, *names: str) -> list[Any]:
    return [get(report, Atom(name)) for name in names]


def _reason(reason: Any) -> Any:
    """Return a reason that says more of a function that is not there."""
    if reason.__class__ is not tuple or len(reason) != 2 or reason[0] is not Atom("undef") or not is_stack(reason[1]):
        return reason
    module, name, given, _ = parts(reason[1])[0][0]
    if not exists(module):
        return (Atom("module could not be loaded"), reason[1])
    arity = len(to_list(given)) if is_list(given) else given
    return reason if find(module, name.name, arity) is not None else (Atom("function not exported"), reason[1])


def _unhandled(report: Any, single: bool) -> Words:
    given = _of(report, "module", "message")
    if single:
        return "Undefined handle_info in ~0tp. Unhandled message: ~0tp.", given
    return "** Undefined handle_info in ~p~n** Unhandled message: ~tp~n", given


def _server(report: Any, single: bool) -> Words:
    name, message, state, reason, client = _of(report, "name", "last_message", "state", "reason", "client_info")
    log, p = to_list(get(report, Atom("log"))), _p(single)
    reason = _reason(reason)
    told, given = _client(client, single)
    if single:
        control = f"Generic server {p} terminating. Reason: {p}. Last message: {p}. State: {p}."
        logged = [from_list(log)] if log else []
        return control + (f" Log: {p}" if log else "") + told, [name, reason, message, state, *logged, *given]
    control = f"** Generic server {p} terminating \n** Last message in was {p}~n** When Server state == {p}~n"
    control += f"** Reason for termination ==~n** {p}~n"
    if log:
        control += "** Log ==~n** [" + ",~n    ".join([p] * len(log)) + "]~n"
    return control + told, [name, message, state, reason, *log, *given]


def _client(client: Any, single: bool) -> Words:
    if client.__class__ is not tuple:
        return "", []
    who, state = client
    if state is Atom("dead"):
        return (" Client ~0p is dead." if single else "** Client ~p is dead~n"), [who]
    if single:
        return " Client ~0tp stacktrace: ~0tp.", [state[0], from_list(to_list(state[1])[:4])]
    return "** Client ~tp stacktrace~n** ~tp~n", [state[0], state[1]]


def _event_handler(report: Any, single: bool) -> Words:
    handler, name, message, state, reason = _of(report, "handler", "name", "last_message", "state", "reason")
    if reason.__class__ is tuple and len(reason) == 2 and reason[0] is atom.EXIT:
        reason = _reason(reason[1])
    given = [handler, name, message, state, reason]
    if single:
        told = "Installed: ~0tp. Last event: ~0tp. State: ~0tp. Reason: ~0tp."
        return f"Generic event handler ~0tp crashed. {told}", given
    return ("** gen_event handler ~tp crashed.\n** Was installed in ~tp\n** Last event was: ~tp\n"
            "** When handler state == ~tp\n** Reason == ~tp\n"), given  # fmt: skip


def _supervisor(report: Any, single: bool) -> Words:
    items = [(key.name, value) for key, value in to_list(get(report, _REPORT))]
    *said, (what, child) = items
    if not single:
        return "".join(f"    {name}: ~tp~n" for name, _ in items), [value for _, value in items]
    titles = {"supervisor": "Supervisor", "errorContext": "Context", "reason": "Reason"}
    control = " ".join(f"{titles[name]}: ~0tp." for name, _ in said)
    known = {key.name: value for key, value in to_list(child)}
    number = "pid" if "pid" in known else "nb_children"
    given = [value for _, value in said]
    tag = "Started:" if what == "started" else "Offender:"
    return f"{control} ~s id=~w,{number}=~w.", [*given, tag, known["id"], known[number]]


def _crash(report: Any, single: bool) -> Words:
    if not single:
        refuse(":proc_lib.report_cb/2 on several lines")
    mine, linked = to_list(get(report, _REPORT))
    neighbours = "; ".join(f"neighbour: {_info(info)}" for _, info in to_list(linked))
    return "crasher: ~ts; neighbours: ~ts", [_info(mine), neighbours]


def _info(info: Any) -> str:
    return ", ".join(_told(key, value) for key, value in to_list(info))


def _told(key: Atom, value: Any) -> str:
    if key.name == "error_info":
        kind, reason, stack = value
        return f"{kind.name}: {formatted('~0tp', from_list([(reason, stack)]))}"
    if key.name == "initial_call" and is_list(value[2]):
        control = from_list([value[0], value[1], len(to_list(value[2]))])
        return formatted("initial call: ~tw:~tw/~w", control)
    return formatted("~0p: ~0.18tp", from_list([key, value]))


_WORDS: Final[dict[tuple[str, str], Callable[[Any, bool], Words]]] = {
    ("gen_server", "terminate"): _server, ("gen_server", "no_handle_info"): _unhandled,
    ("gen_event", "terminate"): _event_handler, ("gen_event", "no_handle_info"): _unhandled,
    ("proc_lib", "crash"): _crash,
}  # fmt: skip


def words(report: Any, single: bool) -> Words:
    """Return the words of a report; the run ends for one that is not known."""
    label = get(report, _LABEL) if report.__class__ is Map else None
    if label.__class__ is tuple and len(label) == 2:
        if label[0] is Atom("supervisor"):
            return _supervisor(report, single)
        made = _WORDS.get((label[0].name, label[1].name))
        if made is not None:
            return made(report, single)
        refuse(f"the words of a report of {label[0].name}")
    refuse("the words of a report that is none of OTP's")


def older(report: Any) -> Any:
    """``format_log/1``: a format with what it is filled with."""
    control, given = words(report, False)
    return (from_list([ord(char) for char in control]), from_list(given))


def newer(report: Any, options: Any) -> Any:
    """``format_log/2``: a text, on one line if that is asked for."""
    for key, value in pairs(options):
        if key.name in ("depth", "chars_limit") and value is not _UNLIMITED:
            refuse(f"{key.name} of a report's words")
    control, given = words(report, get(options, _SINGLE) is TRUE)
    return from_list([ord(char) for char in formatted(control, from_list(given))])


def callbacks(module: str) -> tuple[Any, Any]:
    """Return the functions of a behaviour that word its reports: ``format_log/2`` and ``format_log/1``."""

    def new(report: Any, options: Any) -> Any:
        return newer(report, options)

    def old(report: Any) -> Any:
        return older(report)

    new.__qualname__, old.__qualname__ = f":{module}.format_log/2", f":{module}.format_log/1"
    return new, old


