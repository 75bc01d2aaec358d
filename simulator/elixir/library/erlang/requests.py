"""Requests whose replies are asked for later: what ``:gen_server``, ``:gen_statem`` and ``:gen_event`` have in common.

A request is known by its reference; a collection of requests is a map from references to labels.
Source of the semantics: OTP 25's ``gen`` (``send_request/3``, ``receive_response/3`` and their like).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.library.processes.servers import address
from simulator.elixir.runtime.bridge import TRUE
from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.world import current
from simulator.kernel import ANY
from simulator.otp.server import gen
from simulator.terms import Atom, Reference, atom
from simulator.terms.lists import from_list
from simulator.terms.maps import Map, delete, from_pairs, get, has, pairs, put

_ABS, _NO_REPLY, _NO_REQUEST = Atom("abs"), Atom("no_reply"), Atom("no_request")
_EMPTY: Final = from_pairs([])
_MILLISECOND: Final = 1_000_000


def send(server: Any, request: Any) -> Any:
    """``send_request/2``: send a request; return its reference."""
    proc = current()
    pid = gen.whereis(proc, address(server))
    ref = proc.monitor(server if pid is None else pid, alias=True)
    ref.aliased = True  # a reply that comes when it is no alias any more is lost
    if pid is not None:
        proc.send(pid, (gen.CALL, (proc.pid, ref), request))
    return ref


def _after(timeout: Any) -> Any:
    """Return how many milliseconds there are to wait; None for no end of them."""
    if timeout is atom.infinity:
        return None
    if timeout.__class__ is tuple and len(timeout) == 2 and timeout[0] is _ABS:
        return max(0, timeout[1] - int(current().now) // _MILLISECOND)
    return timeout


def _awaited(refs: list[Any], timeout: Any) -> Any:
    """Return the answer to one of some requests, None where none comes in time; steps."""
    patterns: list[Any] = []
    for ref in refs:
        patterns += [(ref, ANY), (gen.DOWN, ref, ANY, ANY, ANY)]
    return (yield current().receive(*patterns, after=_after(timeout)))


def _request_of(message: Any) -> Any:
    """Return the reference of the request that a message may answer; None for another message."""
    if message.__class__ is not tuple:
        return None
    if len(message) == 2 and message[0].__class__ is Reference:
        return message[0]
    return message[1] if len(message) == 5 and message[0] is gen.DOWN else None


def _response(ref: Any, answer: Any) -> Any:
    """Return what a message answers to a request; steps."""
    if len(answer) == 5:
        who = answer[3]
        return (atom.error, (answer[4], who[0] if who.__class__ is tuple else who))  # a name without its node
    yield from gen.demonitor_steps(current(), ref)
    return (atom.reply, answer[1])


def wait_within(ref: Any, timeout: Any) -> Any:
    """``wait_response/2``"""
    answer = yield from _awaited([ref], timeout)
    return atom.timeout if answer is None else (yield from _response(ref, answer))


def wait(ref: Any) -> Any:
    """``wait_response/1``"""
    return (yield from wait_within(ref, atom.infinity))


def receive_within(ref: Any, timeout: Any) -> Any:
    """``receive_response/2``: a reply that is late never comes."""
    answer = yield from wait_within(ref, timeout)
    if answer is atom.timeout:
        yield from gen.demonitor_steps(current(), ref)
    return answer


def receive(ref: Any) -> Any:
    """``receive_response/1``"""
    return (yield from receive_within(ref, atom.infinity))


def check(message: Any, ref: Any) -> Any:
    """``check_response/2``"""
    found = _request_of(message)
    return (yield from _response(ref, message)) if found is not None and found == ref else _NO_REPLY


# -- collections ----------------------------------------------------------------------------------


def _checked(known: Any) -> Map:
    if known.__class__ is not Map:
        raise erlang(atom.badarg)
    return known


def new() -> Any:
    """``reqids_new/0``"""
    return _EMPTY


def size(known: Any) -> int:
    """``reqids_size/1``"""
    return len(_checked(known).d)


def add(ref: Any, label: Any, known: Any) -> Any:
    """``reqids_add/3``"""
    if ref.__class__ is not Reference or has(_checked(known), ref):
        raise erlang(atom.badarg)
    return put(known, ref, label)


def listed(known: Any) -> Any:
    """``reqids_to_list/1``"""
    return from_list(pairs(_checked(known)))


def _of_one(known: Map, ref: Any, response: Any, remove: Any) -> Any:
    return (response, get(known, ref), delete(known, ref) if remove is TRUE else known)


def wait_for_one(known: Any, timeout: Any, remove: Any) -> Any:
    """``wait_response/3``"""
    if not size(known):
        return _NO_REQUEST
    answer = yield from _awaited([ref for ref, _ in pairs(known)], timeout)
    if answer is None:
        return atom.timeout
    ref = _request_of(answer)
    return _of_one(known, ref, (yield from _response(ref, answer)), remove)


def receive_one(known: Any, timeout: Any, remove: Any) -> Any:
    """``receive_response/3``: replies that are late never come."""
    answer = yield from wait_for_one(known, timeout, remove)
    if answer is atom.timeout:
        for ref, _ in pairs(known):
            yield from gen.demonitor_steps(current(), ref)
    return answer


def check_one(message: Any, known: Any, remove: Any) -> Any:
    """``check_response/3``"""
    if not size(known):
        return _NO_REQUEST
    ref = _request_of(message)
    if ref is None or not has(known, ref):
        return _NO_REPLY
    return _of_one(known, ref, (yield from _response(ref, message)), remove)


FUNCTIONS_OF_ALL: Final = {"reqids_new/0": new, "reqids_size/1": size, "reqids_add/3": add, "reqids_to_list/1": listed}
"""What each of the modules has that does not wait."""


def of_all(response: Callable[[Any], Any] | None = None) -> dict[str, Any]:
    """Return what each of the modules has that waits; *response* changes what is answered."""
    found: dict[str, Any] = {
        "wait_response/1": wait, "wait_response/2": wait_within, "wait_response/3": wait_for_one,
        "receive_response/1": receive, "receive_response/2": receive_within, "receive_response/3": receive_one,
        "check_response/2": check, "check_response/3": check_one,
    }  # fmt: skip
    return found if response is None else {name: _changing(function, response) for name, function in found.items()}


def _changing(function: Any, response: Callable[[Any], Any]) -> Any:
    def changed(steps: Any) -> Any:
        return response((yield from steps))

    match function.__code__.co_argcount:
        case 1:
            return lambda ref: changed(function(ref))
        case 2:
            return lambda one, other: changed(function(one, other))
    return lambda known, timeout, remove: changed(function(known, timeout, remove))


def send_labelled(server: Any, request: Any, label: Any, known: Any) -> Any:
    """``send_request/4``: a request that is added to a collection."""
    return add(send(server, request), label, known)
