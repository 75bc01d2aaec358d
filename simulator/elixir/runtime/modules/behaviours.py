"""Elixir's modules as the classes that OTP takes for the modules of servers.

OTP calls a module's callbacks with the process first, and knows a module by its class. The class of an
Elixir module has its callbacks, as far as it defines them; every other function is found when it is asked
for, as a supervisor does that starts a child.
"""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.runtime.bridge import client_of, client_term, from_python, to_python, truth
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.runtime.loaded import spare as spare_of
from simulator.elixir.runtime.modules.modules import call, exports, find, lacks
from simulator.elixir.runtime.world import world
from simulator.terms import Atom, atom
from simulator.terms.lists import EMPTY, is_list, parts, to_list
from simulator.terms.maps import Map, pairs

SERVER: Final = "server"
SUPERVISOR: Final = "supervisor"
MACHINE: Final = "machine"
STARTER: Final = "starter"
"""What a supervisor calls to start a child: any function of the module."""

_CALLBACKS: Final = {
    SERVER: {
        "init": 1, "handle_call": 3, "handle_cast": 2, "handle_info": 2, "handle_continue": 2, "terminate": 2,
        "code_change": 3,
    },
    SUPERVISOR: {"init": 1},
    STARTER: {},
    MACHINE: {"init": 1, "callback_mode": 0, "terminate": 3, "handle_event": 4, "code_change": 4},
}  # fmt: skip

_REQUIRED: Final = {
    SERVER: ("init", "handle_call", "handle_cast", "handle_info", "handle_continue", "code_change"),
    SUPERVISOR: ("init",),
    STARTER: (),
    MACHINE: ("init", "callback_mode", "code_change"),
}
"""What is called whether a module has it or not. Of the rest OTP does without, or looks for it itself."""


class Behaviour(type):
    """The class of such classes; it finds the functions that are no callbacks."""

    __elixir__: Atom
    kind: str

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__") or name in _CALLBACKS[cls.kind]:
            raise AttributeError(name)
        called = name[:-1] if name.endswith("_") and iskeyword(name[:-1]) else name
        module = cls.__elixir__
        if not any(known == called for known, _ in exports(module)) and not lacks(module, called):
            raise AttributeError(name)

        def function(proc: Any, *args: Any) -> Any:
            return _answered(call(module, called, list(map(from_python, args))))

        function.__name__ = called
        return function


def _answered(answer: Any) -> Any:
    return answer


def behaviour(module: Atom, kind: str = SERVER) -> type:
    """Return the class that stands for an Elixir module in OTP."""
    known = world().behaviours
    found = known.get((module, kind))
    if found is None:
        found = known[module, kind] = _made(module, kind)
    return found


def _made(module: Atom, kind: str) -> type:
    functions: dict[str, Any] = {"__elixir__": module, "kind": kind, "__module__": "elixir"}
    given = loaded(module)
    spare = () if given is None else spare_of(given)
    for name, arity in _CALLBACKS[kind].items():
        if f"{name}/{arity}" in spare:
            continue  # OTP has them
        function = find(module, name, arity)
        if function is None and name in _REQUIRED[kind]:
            function = _undefined(module, name)
        if function is not None:
            functions[name] = _plain(function) if name == "code_change" else _ADAPTERS[kind](function, name)
    for arity in (1, 2) if kind in (SERVER, MACHINE) else ():
        function = find(module, "format_status", arity)
        if function is not None:
            functions["format_status"] = (_formatting_map, _formatting)[arity - 1](function)
            break
    if kind == MACHINE:  # OTP looks for the functions of states in the class itself
        for name, arity in exports(module):
            if arity == 3 and name not in _CALLBACKS[kind]:
                functions[f"{name}_" if iskeyword(name) else name] = _moving(find(module, name, arity))
    made = Behaviour(module.name.removeprefix("Elixir."), (), functions)
    made.__elixir__, made.kind = module, kind
    made.__qualname__ = module.name.removeprefix("Elixir.")
    return made


def _undefined(module: Atom, name: str) -> Callable[..., Any]:
    """Return what is called in the place of a callback that a module lacks: it says so.

    A message that no ``handle_info/2`` is there for is only logged, at a level that Elixir's Logger does not show.
    """
    if name == "handle_info":
        return lambda message, state: (atom.noreply, state)

    def function(*args: Any) -> Any:
        return call(module, name, args)

    return function


def _serving(function: Any, name: str) -> Callable[..., Any]:
    """Return a server's callback, which takes the process first and has no use for it."""
    if name == "handle_call":

        def handle_call(proc: Any, request: Any, client: Any, state: Any) -> Any:
            return function(request, client_term(client), state)

        return handle_call
    if name == "init":

        def init(proc: Any, arg: Any) -> Any:
            return function(arg)

        return init

    def handle(proc: Any, message: Any, state: Any) -> Any:
        return function(message, state)

    return handle


def _plain(function: Any) -> Callable[..., Any]:
    """Return a callback whose arguments and answer are the same in OTP."""
    return lambda proc, *args: function(*args)


def _formatting_map(function: Any) -> Callable[..., Any]:
    """Return a ``format_status/1``, which takes a map and answers one."""

    def format_status(proc: Any, status: Any) -> Any:
        answer = function(from_python(status))
        return _later(answer, _fields) if answer.__class__ is GeneratorType else _fields(answer)

    return format_status


def _fields(answer: Any) -> Any:
    return dict(pairs(answer)) if answer.__class__ is Map else answer


def _formatting(function: Any) -> Callable[..., Any]:
    """Return a ``format_status/2``, which takes a list and answers what is told, or a list of it."""

    def format_status(proc: Any, reason: Any, data: Any) -> Any:
        answer = function(reason, from_python(data))
        return _later(answer, _told_items) if answer.__class__ is GeneratorType else _told_items(answer)

    return format_status


def _told_items(answer: Any) -> Any:
    return to_list(answer) if is_list(answer) else answer


def _supervising(function: Any, name: str) -> Callable[..., Any]:
    """Return a supervisor's ``init``, whose answer OTP has to understand."""

    def init(proc: Any, arg: Any) -> Any:
        answer = function(arg)
        if answer.__class__ is GeneratorType:
            return _later(answer, told)
        return told(answer)

    return init


def told(answer: Any) -> Any:
    """Return what a supervisor's ``init`` answered, as OTP knows it."""
    if answer.__class__ is tuple and len(answer) == 2 and answer[0] is atom.ok:
        if answer[1].__class__ is Map:  # a dynamic supervisor
            return (atom.ok, to_python(answer[1]))
        if answer[1].__class__ is tuple and len(answer[1]) == 2:
            flags, specs = answer[1]
            return (atom.ok, (to_python(flags), [specification(each) for each in to_list(specs)]))
    return answer


def specification(spec: Any) -> Any:
    """Return a child specification as OTP knows it: a dict, the module in it a class."""
    if spec.__class__ is tuple and len(spec) == 6:
        return (spec[0], _start(spec[1]), *spec[2:5], _modules(spec[5]))
    if spec.__class__ is not Map:
        return spec
    found = {key: truth(value) for key, value in pairs(spec)}
    if atom.start in found:
        found[atom.start] = _start(found[atom.start])
    if atom.modules in found:
        found[atom.modules] = _modules(found[atom.modules])
    return found


def _start(start: Any) -> Any:
    if start.__class__ is tuple and len(start) == 3 and start[0].__class__ is Atom and is_list(start[2]):
        return (behaviour(start[0], STARTER), start[1], to_list(start[2]))
    return start


def _modules(modules: Any) -> Any:
    return to_list(modules) if is_list(modules) else modules


def _machining(function: Any, name: str) -> Callable[..., Any]:
    if name == "callback_mode":

        def callback_mode(proc: Any) -> Any:
            return to_python(function())

        return callback_mode
    return _moving(function)


def _moving(function: Any) -> Callable[..., Any]:
    """Return a state machine's callback; its answer may have a list of actions in it."""

    def handle(proc: Any, *args: Any) -> Any:
        if args and args[0].__class__ is tuple and len(args[0]) == 2 and args[0][0] is atom.call:
            args = ((atom.call, client_term(args[0][1])), *args[1:])
        answer = function(*args)
        if answer.__class__ is GeneratorType:
            return _later(answer, _moves)
        return _moves(answer)

    return handle


def _moves(answer: Any) -> Any:
    """Return what a callback answered, with its actions as OTP knows them."""
    if answer.__class__ is not tuple or not answer or answer[0].__class__ is not Atom:
        return answer
    at = _ACTIONS.get((answer[0].name, len(answer)))
    if at is None:
        return answer
    actions = answer[at]
    if is_list(actions):
        items, end = parts(actions)
        if end is not EMPTY:
            return answer
        made: Any = [_action(each) for each in items]
    else:
        made = _action(actions)
    return (*answer[:at], made, *answer[at + 1 :])


def _action(action: Any) -> Any:
    """Return an action with Python's truths, and the options of a timeout as OTP takes them."""
    if action.__class__ is not tuple:
        return action
    if len(action) == 3 and action[0] is atom.reply:
        return (action[0], client_of(action[1]), action[2])
    if len(action) == 2 and action[0] in (atom.postpone, atom.hibernate):
        return (action[0], truth(action[1]))
    if len(action) == 4:
        return (*action[:3], to_python(action[3]))
    return action


def _later(steps: Any, then: Callable[[Any], Any]) -> Any:
    """Let a callback that blocks come to its end, and convert its answer."""
    answer = yield from steps
    return then(answer)


_ACTIONS: Final = {
    ("ok", 4): 3, ("next_state", 4): 3, ("keep_state", 3): 2, ("keep_state_and_data", 2): 1, ("repeat_state", 3): 2,
    ("repeat_state_and_data", 2): 1, ("stop_and_reply", 3): 2, ("stop_and_reply", 4): 2,
}  # fmt: skip
"""Where the actions stand in what a state machine's callback answers, by its tag and its size."""

_ADAPTERS: Final = {SERVER: _serving, SUPERVISOR: _supervising, MACHINE: _machining}
