"""Erlang's ``:gen_event``: a manager of events, and the handlers that are installed in it.

A handler is a module with a state; of one module there may be many. One that fails is taken out, and who installed it
with ``add_sup_handler`` is told so; the manager and the others go on. Source of the semantics: OTP 25's ``gen_event``.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.erlang.gen_server import named, stop, stop_within
from simulator.elixir.library.erlang.requests import FUNCTIONS_OF_ALL, of_all, send, send_labelled
from simulator.elixir.library.logging.report_texts import newer, older
from simulator.elixir.library.processes.servers import address, extras_of, timeout_of_start
from simulator.elixir.runtime.bridge import NIL, converts
from simulator.elixir.runtime.failures.exit_text import exit_text, headline_of
from simulator.elixir.runtime.failures.traces import is_stack, lines, of_term
from simulator.elixir.runtime.modules.modules import call as call_function
from simulator.elixir.runtime.modules.modules import find
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit, Process, ScenarioError, Throw
from simulator.otp.server import gen
from simulator.otp.server.gen import Steps
from simulator.otp.server.gen_server import GenServer
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.inspect import PRINTERS
from simulator.terms.lists import EMPTY, Cons, from_list, is_list
from simulator.terms.maps import strict_equal

GEN_EVENT: Final = Atom("gen_event")
_LOGGER: Final = Atom("Elixir.Logger")
_NOTIFY, _SYNC_NOTIFY, _CALL = Atom("notify"), Atom("sync_notify"), atom.call
_ADD, _ADD_SUP, _DELETE = Atom("add_handler"), Atom("add_sup_handler"), Atom("delete_handler")
_SWAP, _SWAP_SUP, _WHICH = Atom("swap_handler"), Atom("swap_sup_handler"), Atom("which_handlers")
_REMOVE, _EXIT, _CRASH, _SWAPPED = Atom("remove_handler"), atom.EXIT, Atom("crash"), Atom("swapped")
_FALSE: Final = Atom("false")
_TOLD: Final = Atom("gen_event_EXIT")
_ORDINARY: Final = (atom.normal, atom.shutdown)


class Handler:
    """A module that is installed, with its state; who supervises it, or None."""

    __slots__ = ("id", "module", "state", "supervisor")

    def __init__(self, name: Any, supervisor: Pid | None = None) -> None:
        several = name.__class__ is tuple and len(name) == 2
        self.module: Any = name[0] if several else name
        self.id: Any = name[1] if several else _FALSE
        self.supervisor = supervisor
        self.state: Any = None

    @property
    def name(self) -> Any:
        """What it is called: its module, or ``{module, id}``."""
        return self.module if self.id is _FALSE else (self.module, self.id)


class Handlers:
    """The state of a manager: its handlers, the newest first."""

    __slots__ = ("known",)

    def __init__(self) -> None:
        self.known: list[Handler] = []

    def find(self, name: Any) -> Handler | None:
        """Return the newest handler of a name."""
        return next((each for each in self.known if strict_equal(each.name, name)), None)


def _shown(handlers: Handlers) -> Any:
    """Return handlers as ``:sys.get_state/1`` tells them."""
    return from_list([(each.module, each.id, each.state) for each in handlers.known])


converts(Handlers, _shown)
PRINTERS[Handlers] = lambda term, limit, walk: PRINTERS[Cons](_shown(term), limit, walk) if term.known else "[]"


class Manager(GenServer):
    """The process that hands each event to its handlers, one after the other."""

    __elixir__ = GEN_EVENT

    def init(proc: Process, arg: Any) -> Any:
        """Trap exits: a handler's supervisor that ends takes it along."""
        proc.flag(atom.trap_exit, True)
        return (atom.ok, Handlers())

    def handle_call(proc: Process, request: Any, client: Any, state: Any) -> Any:
        """Do what a client asks, and tell it what came of it."""
        match request if request.__class__ is tuple else (request,):
            case (tag,) if tag is _WHICH:
                answer: Any = from_list([each.name for each in state.known])
            case (tag, event) if tag is _SYNC_NOTIFY:
                yield from _notified(proc, state, "handle_event", event)
                answer = atom.ok
            case (tag, name, query) if tag is _CALL:
                answer = yield from _asked(proc, state, name, query)
            case (tag, name, args) if tag is _ADD:
                answer = yield from _added(proc, state, Handler(name), args)
            case (tag, name, args, pid) if tag is _ADD_SUP:
                answer = yield from _added_supervised(proc, state, Handler(name, pid), args)
            case (tag, name, args) if tag is _DELETE:
                answer = yield from _deleted(proc, state, name, args)
            case (tag, (old, old_args), (new, new_args), *pids):
                answer = yield from _swapped(proc, state, old, old_args, new, new_args, *pids)
        return (atom.reply, answer, state)

    def handle_info(proc: Process, message: Any, state: Any) -> Any:
        """Hand an event, or a message that is none, to the handlers."""
        match message:
            case (tag, event) if tag is _NOTIFY:
                yield from _notified(proc, state, "handle_event", event)
            case (tag, pid, reason) if tag is _EXIT:
                for each in [each for each in state.known if each.supervisor == pid]:
                    state.known.remove(each)
                    yield from _terminated(proc, each, (atom.stop, reason), atom.shutdown)
                yield from _notified(proc, state, "handle_info", message)
            case _:
                yield from _notified(proc, state, "handle_info", message)
        return (atom.noreply, state)

    def terminate(proc: Process, reason: Any, state: Any) -> Any:
        """Let all handlers end."""
        for each in state.known:
            yield from _terminated(proc, each, atom.stop, atom.shutdown)


# -- in the manager -------------------------------------------------------------------------------


def _caught(proc: Process, module: Any, name: str, *args: Any) -> Steps:
    """Return what a callback returns or throws; ``{:EXIT, reason}`` where it fails (Erlang's ``catch``)."""
    try:
        answer = call_function(module, name, args)
        if answer.__class__ is GeneratorType:
            answer = yield from answer
    except Throw as thrown:
        return thrown.value
    except ScenarioError:
        raise
    except (Exception, Exit) as failure:
        return (_EXIT, proc.front.reason(proc.front.failure(failure)))
    return answer


def _kept(answer: Any) -> bool:
    """Return whether a callback answers ``{:ok, state}``, with ``:hibernate`` or without."""
    if answer.__class__ is not tuple or answer[:1] != (atom.ok,):
        return False
    return len(answer) == 2 or (len(answer) == 3 and answer[2] is atom.hibernate)


def _added(proc: Process, state: Handlers, handler: Handler, args: Any) -> Steps:
    """Install a handler in front of the others, if its ``init`` agrees; return ``:ok``, or what it says instead."""
    answer = yield from _caught(proc, handler.module, "init", args)
    if not _kept(answer):
        return answer
    handler.state = answer[1]
    state.known.insert(0, handler)
    return atom.ok


def _added_supervised(proc: Process, state: Handlers, handler: Handler, args: Any) -> Steps:
    """Install a handler that is linked to who supervises it."""
    pid = handler.supervisor
    if pid is not None:
        proc.link(pid)
    answer = yield from _added(proc, state, handler, args)
    if answer is not atom.ok and pid is not None:
        proc.unlink(pid)
    return answer


def _notified(proc: Process, state: Handlers, function: str, event: Any) -> Steps:
    """Hand something to each handler; those that fail, or want no more, are gone."""
    for each in list(state.known):
        if function == "handle_info" and find(each.module, function, 2) is None:
            told = {"module": each.module, "message": event}
            yield from proc.front.reported(proc, "gen_event_no_handle_info", "", told)
            continue
        answer = yield from _caught(proc, each.module, function, event, each.state)
        if _kept(answer):
            each.state = answer[1]
        elif answer is _REMOVE:
            state.known.remove(each)
            yield from _terminated(proc, each, _REMOVE, atom.normal)
        elif answer.__class__ is tuple and len(answer) == 5 and answer[0] is _SWAP:
            yield from _exchanged(proc, state, each, *answer[1:])
        else:
            state.known.remove(each)
            yield from _terminated(proc, each, (atom.error, answer), answer, event)


def _asked(proc: Process, state: Handlers, name: Any, query: Any) -> Steps:
    """Let one handler answer a call."""
    handler = state.find(name)
    if handler is None:
        return (atom.error, Atom("bad_module"))
    answer = yield from _caught(proc, handler.module, "handle_call", query, handler.state)
    size = len(answer) if answer.__class__ is tuple else 0
    if size >= 3 and _kept((answer[0], *answer[2:])):
        handler.state = answer[2]
        return answer[1]
    if size == 2 and answer[0] is _REMOVE:
        state.known.remove(handler)
        yield from _terminated(proc, handler, _REMOVE, atom.normal)
        return answer[1]
    if size == 6 and answer[0] is _SWAP:
        yield from _exchanged(proc, state, handler, *answer[2:])
        return answer[1]
    state.known.remove(handler)
    yield from _terminated(proc, handler, (atom.error, answer), answer, query)
    return (atom.error, answer)


def _deleted(proc: Process, state: Handlers, name: Any, args: Any) -> Steps:
    """Take a handler out; return what its ``terminate`` returns."""
    handler = state.find(name)
    if handler is None:
        return (atom.error, Atom("module_not_found"))
    state.known.remove(handler)
    return (yield from _terminated(proc, handler, args, atom.normal))


def _swapped(
    proc: Process, state: Handlers, old: Any, old_args: Any, new: Any, new_args: Any, pid: Pid | None = None
) -> Steps:
    """Put a handler in the place of another one, which hands it what its ``terminate`` returns."""
    handler = state.find(old)
    handed: Any = atom.error
    if handler is not None:
        state.known.remove(handler)
        pid = handler.supervisor if pid is None else pid
        before = _FALSE if handler.supervisor is None else handler.supervisor
        handed = yield from _terminated(proc, handler, old_args, (_SWAPPED, new, before))
    answer = yield from _added_supervised(proc, state, Handler(new, pid), (new_args, handed))
    return answer if answer is atom.ok else (atom.error, answer)


def _exchanged(
    proc: Process, state: Handlers, handler: Handler, args: Any, last: Any, new: Any, new_args: Any
) -> Steps:
    """Put another handler in the place of one that asks for it."""
    handler.state = last
    before = _FALSE if handler.supervisor is None else handler.supervisor
    handed = yield from _terminated(proc, handler, args, (_SWAPPED, new, before))
    made = Handler(new, handler.supervisor)
    answer = yield from _caught(proc, made.module, "init", (new_args, handed))
    place = state.known.index(handler)
    if _kept(answer):
        made.state = answer[1]
        state.known[place] = made
        return
    del state.known[place]
    made.state = (atom.error, answer)  # OTP tells it in the place of the state
    yield from _parted(proc, made, _CRASH, _own_name(proc), _FALSE)


def _terminated(proc: Process, handler: Handler, args: Any, reason: Any, event: Any = NIL) -> Steps:
    """Let a handler end, and tell who supervises it; return what its ``terminate`` returns."""
    answer: Any = atom.ok
    if find(handler.module, "terminate", 2) is not None:
        answer = yield from _caught(proc, handler.module, "terminate", args, handler.state)
    yield from _parted(proc, handler, reason, event)
    return answer


def _parted(proc: Process, handler: Handler, reason: Any, event: Any, manager: Any = None) -> Steps:
    """Report the end of a handler if it is a bad one, and tell who supervises it."""
    if reason not in _ORDINARY and not (reason.__class__ is tuple and reason[:1] == (_SWAPPED,)):
        place = manager or _own_name(proc)
        text = f":gen_event handler {inspect(handler.name)} installed in {inspect(place)} terminating"
        lines = [text, *_told(reason), f"Last message: {inspect(event)}", f"State: {inspect(handler.state)}"]
        yield from proc.report(
            "\n".join(lines), "gen_event",
            handler=handler.name, name=place, last_message=event, state=handler.state, reason=reason,
        )  # fmt: skip
    if handler.supervisor is not None and proc.alive(handler.supervisor):
        proc.send(handler.supervisor, (_TOLD, handler.name, reason))


def _told(reason: Any) -> list[str]:
    """Return the lines that tell why a handler ended."""
    if reason.__class__ is tuple and len(reason) == 2 and reason[0] is _EXIT:
        reason = reason[1]
    if reason.__class__ is tuple and len(reason) == 2 and is_stack(reason[1]):
        stack = of_term(reason[1])
        return [headline_of(reason[0], stack), *lines(stack)]
    return [f"** (stop) {exit_text(reason)}"]


def _own_name(proc: Process) -> Any:
    """Return what a manager is called."""
    known = proc.info(proc.pid, atom.registered_name)[1]
    return known if known.__class__ is Atom else proc.pid


# -- clients --------------------------------------------------------------------------------------


def _starting(how: str) -> dict[str, Any]:
    """Return the functions that start a manager: with a name, with options, with both, with neither."""

    def start(*given: Any) -> Any:
        options = given[-1] if given and is_list(given[-1]) else EMPTY
        name = named(given[0]) if given and not is_list(given[0]) else None
        limit, extras = timeout_of_start(options), extras_of(options)
        return (yield getattr(GenServer, how)(current(), Manager, EMPTY, name=name, timeout=limit, extras=extras))

    return {f"{how}/{arity}": start for arity in range(3)}


def _started(manager: Any) -> Any:
    """Let Logger's manager be there for who asks it: it starts when it is first needed."""
    if manager is _LOGGER and current().whereis(_LOGGER) is None:
        yield from call_function(Atom("Elixir.Logger.BackendSupervisor"), "__manager__", [])


def _request(manager: Any, request: Any, timeout: Any = atom.infinity, complaint: Any = None) -> Any:
    """Ask a manager; who gets no answer exits with the reason alone, or with *complaint* behind it."""

    def gone(reason: Any) -> Exit:
        return Exit(reason if complaint is None else (reason, complaint))

    yield from _started(manager)

    return (yield gen.call(current(), address(manager), request, timeout, gone))


def notify(manager: Any, event: Any) -> Any:
    """``:gen_event.notify/2``"""
    yield from _started(manager)
    proc, where = current(), address(manager)
    if where.__class__ is Atom:
        proc.send(where, (_NOTIFY, event))
        return atom.ok
    pid = yield from gen.found_by(gen.whereis(proc, where))
    if pid is not None:
        proc.send(pid, (_NOTIFY, event))
    return atom.ok


def call(manager: Any, handler: Any, query: Any, *timeout: Any) -> Any:
    """``:gen_event.call/3``, ``/4``"""
    complaint = (GEN_EVENT, _CALL, from_list([manager, handler, query, *timeout]))
    (limit,) = timeout or (5000,)
    return (yield from _request(manager, (_CALL, handler, query), limit, complaint))


def add_sup_handler(manager: Any, handler: Any, args: Any) -> Any:
    """``:gen_event.add_sup_handler/3``"""
    return (yield from _request(manager, (_ADD_SUP, handler, args, current().pid)))


def swap_sup_handler(manager: Any, old: Any, new: Any) -> Any:
    """``:gen_event.swap_sup_handler/3``"""
    return (yield from _request(manager, (_SWAP_SUP, old, new, current().pid)))


def _response(answer: Any) -> Any:
    """Return what is answered to a request: an error that a manager replies is one."""
    if answer.__class__ is tuple and answer[0].__class__ is tuple and len(answer) == 3:
        return (_response(answer[0]), *answer[1:])
    failed = answer.__class__ is tuple and answer[0] is atom.reply and answer[1].__class__ is tuple
    return answer[1] if failed and len(answer[1]) == 2 and answer[1][0] is atom.error else answer


def send_request(manager: Any, handler: Any, query: Any) -> Any:
    """``:gen_event.send_request/3``"""
    return send(manager, (_CALL, handler, query))


def send_request_labelled(manager: Any, handler: Any, query: Any, label: Any, known: Any) -> Any:
    """``:gen_event.send_request/5``"""
    return send_labelled(manager, (_CALL, handler, query), label, known)


FUNCTIONS = {
    "send_request/3": send_request, "send_request/5": send_request_labelled, **FUNCTIONS_OF_ALL,
    "format_log/1": older, "format_log/2": newer,
}  # fmt: skip
BLOCKING = {
    **of_all(_response),
    **_starting("start"), **_starting("start_link"), **_starting("start_monitor"),
    "stop/1": stop, "stop/3": stop_within, "notify/2": notify,
    "sync_notify/2": lambda manager, event: _request(manager, (_SYNC_NOTIFY, event)),
    "call/3": call, "call/4": call,
    "add_handler/3": lambda manager, handler, args: _request(manager, (_ADD, handler, args)),
    "add_sup_handler/3": add_sup_handler,
    "delete_handler/3": lambda manager, handler, args: _request(manager, (_DELETE, handler, args)),
    "swap_handler/3": lambda manager, old, new: _request(manager, (_SWAP, old, new)),
    "swap_sup_handler/3": swap_sup_handler,
    "which_handlers/1": lambda manager: _request(manager, _WHICH),
}  # fmt: skip
