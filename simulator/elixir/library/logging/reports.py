"""What OTP reports, as the terms that handlers of ``:logger`` are given: level, message and metadata of each.

Source of the forms: OTP 25 and Elixir 1.14, as they were recorded. What only a BEAM knows of a process, its heap and
its reductions, is told as it is by ``Process.info/2``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.library.logging.report_texts import callbacks, newer
from simulator.elixir.library.processes import process as processes
from simulator.elixir.runtime.bridge import FALSE, TRUE, boolean, from_python, nilled
from simulator.elixir.runtime.failures.stack import current_stack, entry
from simulator.elixir.runtime.modules.modules import call
from simulator.otp.server.functions import name_or_pid
from simulator.terms import Atom, Pid, atom
from simulator.terms.lists import EMPTY, from_list, is_list
from simulator.terms.maps import Map, from_pairs, get

Report = tuple[str, tuple[Any, Any], list[tuple[Any, Any]]]
"""The level, the message ``{:report, map}`` or ``{format, arguments}``, and the metadata."""

UNTRANSLATED: Final = frozenset({"gen_statem"})
"""What Elixir's Logger does not tell, and what is told here on the console all the same."""
_OTP, _SASL, _ELIXIR, _REPORT = Atom("otp"), Atom("sasl"), Atom("elixir"), Atom("report")
_ERROR_LOGGER: Final = Atom("error_logger")
_TASK_SUPERVISOR: Final = Atom("Elixir.Task.Supervisor")
_DICTIONARY_OF_OTP: Final = ("$ancestors", "$initial_call")


def report_of(proc: Any, kind: str, told: dict[str, Any]) -> Report | None:
    """Return what handlers get of a report; None for what OTP does not report."""
    made = _KINDS.get(kind)
    return None if made is None else made(proc, told)


def _map(**fields: Any) -> Map:
    return from_pairs([(Atom(key), value) for key, value in fields.items()])


def _chars(text: str) -> Any:
    return from_list([ord(char) for char in text])


def _titled(function: Any, title: str) -> Any:
    function.__qualname__ = title
    return function


def _unexpected_format(report: Any) -> Any:
    inner = get(report, _REPORT)
    control = _chars("~p ~p received unexpected message in handle_info/2: ~p~n")
    return (control, from_list([get(inner, Atom("module")), get(inner, atom.name), get(inner, Atom("message"))]))


def _task_format(report: Any) -> Any:
    inner = get(report, _REPORT)
    control = _chars("** Task ~p terminating~n** Started from ~p~n** When function  == ~p~n**      arguments == ~p~n"
                     "** Reason for termination == ~n** ~p~n")  # fmt: skip
    keys = ("name", "starter", "function", "args", "reason")
    return (control, from_list([get(inner, Atom(key)) for key in keys]))


def otp_format(report: Any) -> Any:
    """``:logger.format_otp_report/1``"""
    return call(Atom("logger"), "format_report", [get(report, _REPORT)])


_CALLBACKS: Final = {module: callbacks(module) for module in ("gen_server", "gen_event", "gen_statem", "supervisor")}
_CRASH_CB: Final = _titled(lambda report, options: newer(report, options), ":proc_lib.report_cb/2")
_UNEXPECTED_CB: Final = _titled(_unexpected_format, "GenServer.format_report/1")
_TASK_CB: Final = _titled(_task_format, "Task.Supervised.format_report/1")
_OTP_CB: Final = _titled(otp_format, ":logger.format_otp_report/1")


def _placed(module: str, name: str, arity: int, line: int) -> list[tuple[Any, Any]]:
    """Return the metadata of a report that a macro in OTP's own code makes."""
    return [
        (Atom("mfa"), (Atom(module), Atom(name), arity)), (atom.file, _chars(f"{module}.erl")), (atom.line, line),
    ]  # fmt: skip


def _of_behaviour(module: str, name: str, arity: int, line: int) -> list[tuple[Any, Any]]:
    new, old = _CALLBACKS[module]
    return [
        *_placed(module, name, arity, line), (Atom("domain"), from_list([_OTP])), (Atom("report_cb"), new),
        (_ERROR_LOGGER, _map(report_cb=old, tag=atom.error)),
    ]  # fmt: skip


def _of_elixir(callback: Any) -> list[tuple[Any, Any]]:
    return [
        (Atom("domain"), from_list([_OTP, _ELIXIR])), (Atom("report_cb"), callback),
        (_ERROR_LOGGER, _map(tag=Atom("error_msg"))),
    ]  # fmt: skip


# -- servers --------------------------------------------------------------------------------------


def _name(proc: Any, name: Any) -> Any:
    """Return what a server is called: a name within a registry, or its pid."""
    if name is None:
        return proc.pid
    return name[2] if name.__class__ is tuple and len(name) == 3 else name


def _client(proc: Any, client: Any) -> Any:
    """Return what is told of who asked a server."""
    if client is None:
        return atom.undefined
    pid, alive = client
    if not alive:
        return (pid, Atom("dead"))
    known = proc.info(pid, atom.registered_name)
    stack = from_list([entry(frame) for frame in current_stack(pid)])
    return (pid, ((known[1] if known else None) or pid, stack))


def _server(proc: Any, told: dict[str, Any]) -> Report:
    report = _map(
        label=(Atom("gen_server"), Atom("terminate")), name=_name(proc, told["name"]), reason=told["reason"],
        last_message=from_python(told["message"]), state=from_python(told["state"]), log=EMPTY,
        client_info=_client(proc, told["client"]),
    )  # fmt: skip
    return "error", (_REPORT, report), _of_behaviour("gen_server", "error_info", 8, 1402)


def _machine(proc: Any, told: dict[str, Any]) -> Report:
    reason, raised = told["reason"], told["raised"]
    report = _map(
        label=(Atom("gen_statem"), Atom("terminate")), name=_name(proc, told["name"]), queue=from_python(told["queue"]),
        postponed=from_python(told["postponed"]), modules=from_list([proc.get(Atom("$initial_call"))[0]]),
        callback_mode=from_python(told["mode"]), state_enter=boolean(told["enters"]), state=from_python(told["state"]),
        timeouts=(0, EMPTY), log=EMPTY, client_info=_client(proc, told["client"]),
        reason=(atom.error, *reason) if raised else (Atom("exit"), reason, EMPTY),
    )  # fmt: skip
    return "error", (_REPORT, report), _of_behaviour("gen_statem", "error_info", 7, 2666)


def _event_handler(proc: Any, told: dict[str, Any]) -> Report:
    report = _map(label=(Atom("gen_event"), Atom("terminate")), **told)
    return "error", (_REPORT, report), _of_behaviour("gen_event", "report_error", 5, 997)


def _unhandled_by_handler(proc: Any, told: dict[str, Any]) -> Report:
    report = _map(label=(Atom("gen_event"), Atom("no_handle_info")), **told)
    metadata = [pair for pair in _of_behaviour("gen_event", "server_update", 4, 814) if pair[0] is not _ERROR_LOGGER]
    tag = _map(report_cb=_CALLBACKS["gen_event"][1], tag=Atom("warning_msg"))
    return "warning", (_REPORT, report), [*metadata, (_ERROR_LOGGER, tag)]


def _no_handle_info(proc: Any, told: dict[str, Any]) -> Report:
    report = _map(module=from_python(told["module"]), name=name_or_pid(proc), message=told["message"])
    label = (Atom("Elixir.GenServer"), Atom("no_handle_info"))
    return "error", (_REPORT, _map(label=label, report=report)), _of_elixir(_UNEXPECTED_CB)


def _task(proc: Any, told: dict[str, Any]) -> Report:
    work = told["work"]
    if len(work) == 2:
        function, args = from_python(work[0]), work[1]
    else:
        module, name, args = work
        function = _captured(from_python(module), name, len(args))
    report = _map(name=name_or_pid(proc), starter=from_python(told["starter"]), function=function,
                  args=from_python(list(args)), reason=told["reason"])  # fmt: skip
    callers = proc.get(Atom("$callers"))
    more = [] if callers is None else [(Atom("callers"), from_python(callers))]
    label = (_TASK_SUPERVISOR, Atom("terminating"))
    return "error", (_REPORT, _map(label=label, report=report)), [*_of_elixir(_TASK_CB), *more]


def _captured(module: Any, name: Atom, arity: int) -> Any:
    return call(atom.erlang, "make_fun", [module, name, arity])


def _unexpected(proc: Any, told: dict[str, Any]) -> Report:
    if told["who"] == "Supervisor":
        message = (_chars("Supervisor received unexpected message: ~tp~n"), from_list([told["message"]]))
        return "error", message, [
            *_placed("supervisor", "handle_info", 2, 617), (Atom("domain"), from_list([_OTP])),
            (_ERROR_LOGGER, _map(tag=atom.error)),
        ]  # fmt: skip
    label = (Atom("Elixir.DynamicSupervisor"), Atom("unexpected_msg"))
    report = _map(label=label, report=_map(msg=told["message"]))
    return "error", (_REPORT, report), _of_elixir(_DYNAMIC_CB)


def _dynamic_format(report: Any) -> Any:
    given = from_list([get(get(report, _REPORT), Atom("msg"))])
    return (_chars("DynamicSupervisor received unexpected message: ~p~n"), given)


_DYNAMIC_CB: Final = _titled(_dynamic_format, "DynamicSupervisor.format_report/1")


# -- crashes and supervisors ----------------------------------------------------------------------


def _crash(proc: Any, told: dict[str, Any]) -> Report:
    reason = told["reason"]
    with_stack = reason.__class__ is tuple and len(reason) == 2 and is_list(reason[1])
    if told["raised"] and with_stack:
        problem = reason[0]
        thrown = problem.__class__ is tuple and len(problem) == 2 and problem[0] is Atom("nocatch")
        error = (Atom("throw"), problem[1], reason[1]) if thrown else (atom.error, *reason)
    else:
        error = (Atom("exit"), reason, EMPTY)
    mine = from_list([
        *_first_call(proc, proc.pid), (PID, proc.pid), *_one(proc, "registered_name"), (Atom("error_info"), error),
        (Atom("ancestors"), from_python(proc.get(Atom("$ancestors"), []))), *_one(proc, "message_queue_len"),
        *_one(proc, "messages"), *_one(proc, "links"), (atom.dictionary, _dictionary(proc)), *_one(proc, "trap_exit"),
        (Atom("status"), Atom("running")), (Atom("heap_size"), 233), (Atom("stack_size"), 28), (Atom("reductions"), 0),
    ])  # fmt: skip
    linked = from_list([(Atom("neighbour"), _neighbour(proc, pid)) for pid in told["neighbours"]])
    label = (Atom("proc_lib"), Atom("crash"))
    return "error", (_REPORT, _map(label=label, report=from_list([mine, linked]))), [
        *_placed("proc_lib", "crash_report", 4, 539), (Atom("domain"), from_list([_OTP, _SASL])),
        (_ERROR_LOGGER, _map(tag=Atom("error_report"), type=Atom("crash_report"))),
        (Atom("logger_formatter"), _map(title=_chars("CRASH REPORT"))), (Atom("report_cb"), _CRASH_CB),
    ]  # fmt: skip


PID: Final = Atom("pid")


def _one(proc: Any, name: str, pid: Pid | None = None) -> list[tuple[Any, Any]]:
    """Return what is known of a process under one name, as a pair; of one that is dead nothing."""
    found = proc.info(proc.pid if pid is None else pid, Atom(name))
    return [] if found is None else [(Atom(name), from_python(found[1]) if found[1] else _nothing(name, found[1]))]


def _nothing(name: str, value: Any) -> Any:
    return EMPTY if name in ("registered_name", "links", "messages") else from_python(value)


def _first_call(proc: Any, pid: Pid) -> list[tuple[Any, Any]]:
    """Return what a process began with, with names in the place of its arguments."""
    found = call(Atom("proc_lib"), "initial_call", [pid])
    return [] if found is FALSE else [(Atom("initial_call"), found)]


def _dictionary(proc: Any) -> Any:
    known = processes.dictionary(proc.pid)
    return from_list([
        (key, from_python(value)) for key, value in known.items()
        if not (key.__class__ is Atom and key.name in _DICTIONARY_OF_OTP)
    ])  # fmt: skip


def _neighbour(proc: Any, pid: Pid) -> Any:
    ancestors = processes.dictionary(pid).get(Atom("$ancestors"), [])
    return from_list([
        (PID, pid), *_one(proc, "registered_name", pid), *_first_call(proc, pid),
        (Atom("ancestors"), from_python(ancestors)), *_one(proc, "message_queue_len", pid), *_one(proc, "links", pid),
        *_one(proc, "trap_exit", pid), (Atom("status"), Atom("waiting")), (Atom("heap_size"), 233),
        (Atom("stack_size"), 28), (Atom("reductions"), 0),
        (Atom("current_stacktrace"), from_list([entry(frame) for frame in current_stack(pid)])),
    ])  # fmt: skip


def _supervisor(proc: Any, told: dict[str, Any]) -> Report:
    child = told["child"]
    offender = from_list([
        (PID, from_python(child.pid)), (Atom("id"), from_python(child.id)), (Atom("mfargs"), from_python(child.mfa)),
        (Atom("restart_type"), child.restart), (Atom("significant"), boolean(child.significant is True or
                                                                            child.significant is TRUE)),
        (Atom("shutdown"), from_python(child.shutdown)), (Atom("child_type"), child.type),
    ])  # fmt: skip
    what = told["what"]
    if what.name == "progress":
        return "info", _about(what, [("supervisor", from_python(told["name"])), ("started", offender)]), [
            *_placed("supervisor", "report_progress", 2, 1557),
            *_supervising("info_report", "progress", "PROGRESS REPORT"),
        ]  # fmt: skip
    name, arity, line = _place(what.name, child.restart.name, told["alone"])
    return "error", _failed(told, offender), [
        *_placed("supervisor", name, arity, line),
        *_supervising("error_report", "supervisor_report", "SUPERVISOR REPORT"),
    ]  # fmt: skip


_RESTART_LINES: Final = {"permanent": 736, "transient": 748, "temporary": 751}


def _place(what: str, restart: str, alone: bool) -> tuple[str, int, int]:
    """Return where in OTP's supervisor a report is made."""
    if what == "child_terminated":
        return ("do_restart", 3, _RESTART_LINES[restart])
    if what == "start_error":
        return ("restart", 3, 846) if alone else ("start_children", 2, 392)
    return ("do_terminate", 2, 905) if what == "shutdown_error" else ("restart", 2, 805)


def _about(what: Atom, pairs: list[tuple[str, Any]]) -> tuple[Any, Any]:
    report = from_list([(Atom(key), value) for key, value in pairs])
    return (_REPORT, _map(label=(Atom("supervisor"), what), report=report))


def _failed(told: dict[str, Any], offender: Any) -> tuple[Any, Any]:
    what = told["what"]
    return _about(what, [
        ("supervisor", from_python(told["name"])), ("errorContext", what),
        ("reason", nilled(from_python(told["reason"]))), ("offender", offender),
    ])  # fmt: skip


def _supervising(tag: str, kind: str, title: str) -> list[tuple[Any, Any]]:
    new, old = _CALLBACKS["supervisor"]
    return [
        (Atom("domain"), from_list([_OTP, _SASL])), (Atom("report_cb"), new),
        (_ERROR_LOGGER, _map(report_cb=old, tag=Atom(tag), type=Atom(kind))),
        (Atom("logger_formatter"), _map(title=_chars(title))),
    ]  # fmt: skip


def _dynamic_supervisor(proc: Any, told: dict[str, Any]) -> Report:
    (module, function, args), restart, shutdown, kind, _ = told["child"]
    given = [] if args is atom.undefined else [*told["extra"], *args]
    arguments = args if args is atom.undefined else from_python(given)
    offender = from_list([
        (PID, from_python(told["pid"])), (Atom("id"), atom.undefined),
        (Atom("mfargs"), (from_python(module), function, arguments)), (Atom("restart_type"), restart),
        (Atom("shutdown"), from_python(shutdown)), (Atom("child_type"), kind),
    ])  # fmt: skip
    return "error", _failed(told, offender), [
        (Atom("domain"), from_list([_OTP, _SASL])), (Atom("report_cb"), _OTP_CB),
        (_ERROR_LOGGER, _map(tag=Atom("error_report"), type=Atom("supervisor_report"))),
        (Atom("logger_formatter"), _map(title="SUPERVISOR REPORT")),
    ]  # fmt: skip


_KINDS: Final[dict[str, Callable[[Any, dict[str, Any]], Report]]] = {
    "gen_server": _server, "gen_statem": _machine, "gen_event": _event_handler,
    "gen_event_no_handle_info": _unhandled_by_handler, "task": _task,
    "no_handle_info": _no_handle_info, "unexpected": _unexpected, "crash": _crash, "supervisor": _supervisor,
    "dynamic_supervisor": _dynamic_supervisor,
}  # fmt: skip
