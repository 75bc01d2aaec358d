"""Warnings about callbacks: missing ones, ``@impl`` where it does not belong or is not there."""

from __future__ import annotations

from itertools import compress
from typing import Any

from simulator.elixir.expand.checks.behaviours import Callback, is_protocol, known
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.known import exported
from simulator.elixir.expand.scope.module_state import Definition, ModuleState
from simulator.elixir.tree.nodes import Clause, Function, Meta, Module
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

Key = tuple[str, int]

_INIT = (
    ".\n\nWe will inject a default implementation for now:\n\n    def init(init_arg) do\n      {:ok, init_arg}\n    "
    "end\n\nYou can copy the implementation above or define your own that converts the arguments given to "
    "GenServer.start_link/3 to the server state.\n"
)


def check_behaviours(x: Context, state: ModuleState) -> None:
    """Warn as Elixir does at the end of a module."""
    callbacks = _callbacks(x, state)
    _check_impls(x, state, callbacks)
    _check_missing(x, state, callbacks)


def _warn(x: Context, state: ModuleState, line: int, message: str) -> None:
    x.warn(line, message, place=f": {inspect_term(state.name)} (module)")


def _callbacks(x: Context, state: ModuleState) -> dict[Key, Callback]:
    """Return all callbacks of the module's behaviours by name and arity."""
    found: dict[Key, Callback] = {}
    shown = inspect_term(state.name)
    for behaviour in dict.fromkeys(name for name, _ in state.behaviours):
        wanted = known(x, behaviour)
        if wanted is None:
            exists = x.unit.find(behaviour, hard=False) is not None or exported(behaviour) is not None
            what = f"module {inspect_term(behaviour)} is not a behaviour" if exists else (
                f"@behaviour {inspect_term(behaviour)} does not exist")  # fmt: skip
            _warn(x, state, state.line, f"{what} (in module {shown})")
            continue
        for each in wanted:
            found[each.name, each.arity] = each
    return found


def _named(each: Callback | Definition) -> str:
    return f"{'macro' if each.macro else 'function'} {each.name}/{each.arity}"


def _check_missing(x: Context, state: ModuleState, callbacks: dict[Key, Callback]) -> None:
    for key, each in callbacks.items():
        if each.optional or _defined(state, key, each):
            continue
        shown = inspect_term(state.name)
        if is_protocol(x, each.behaviour):
            _warn(x, state, state.line, f"{_named(each)} required by protocol {inspect_term(each.behaviour)} is not "
                  f"implemented (in module {shown})")  # fmt: skip
            continue
        _warn(x, state, state.line, f"{_named(each)} required by behaviour {inspect_term(each.behaviour)} is not "
              f"implemented (in module {shown})")  # fmt: skip


def inject_init(x: Context, state: ModuleState) -> bool:
    """Warn of a server without ``init/1``; return whether it gets the default one."""
    if ("init", 1) in state.definitions or not any(name is Atom("Elixir.GenServer") for name, _ in state.behaviours):
        return False
    _warn(x, state, state.line, "function init/1 required by behaviour GenServer is not implemented (in module "
          f"{inspect_term(state.name)}){_INIT}")  # fmt: skip
    return True


def _defined(state: ModuleState, key: Key, each: Callback) -> bool:
    found = state.definitions.get(key)
    if found is None:
        return key in state.spare
    return not found.private and found.macro == each.macro


def _check_impls(x: Context, state: ModuleState, callbacks: dict[Key, Callback]) -> None:
    if not state.impls:
        return
    behaviours = {name for name, _ in state.behaviours}
    declared: set[Atom] = set()
    for key, (value, line) in state.impls.items():
        _check_impl(x, state, key, value, line, behaviours, callbacks)
        if value is Atom("true") and key in callbacks:
            declared.add(callbacks[key].behaviour)
        elif value.__class__ is Atom and value in behaviours:
            declared.add(value)
    if not declared and not any(value is not Atom("false") for value, _ in state.impls.values()):
        return
    for key in state.order:
        found = state.definitions.get(key)
        each = callbacks.get(key)
        if found is None or each is None or found.private or key in state.injected or _is_marked(state, key):
            continue
        if declared and not state.implicit:
            _warn(x, state, found.line, f"module attribute @impl was not set for {_named(found)} callback (specified "
                  f"in {inspect_term(each.behaviour)}). This either means you forgot to add the \"@impl true\" "
                  "annotation before the definition or that you are accidentally overriding this callback")  # fmt: skip


def _is_marked(state: ModuleState, key: Key) -> bool:
    return key in state.impls and state.impls[key][0] is not Atom("false")


def _check_impl(
    x: Context, state: ModuleState, key: Key, value: Any, line: int, behaviours: set[Atom],
    callbacks: dict[Key, Callback],
) -> None:  # fmt: skip
    found = state.definitions.get(key)
    if found is None:
        return
    each = callbacks.get(key)
    if found.private:
        _warn(x, state, line, f"{_named(found)} is private, @impl attribute is always discarded for private "
              "functions/macros")  # fmt: skip
    elif value is Atom("false"):
        if each is not None:
            _warn(x, state, line, f'got "@impl false" for {_named(found)} but it is a callback specified in '
                  f"{inspect_term(each.behaviour)}")  # fmt: skip
    elif value is Atom("true"):
        if not behaviours:
            _warn(x, state, line, f'got "@impl true" for {_named(found)} but no behaviour was declared')
        elif each is None and not _by_default(state, key, callbacks):
            _warn(x, state, line, f'got "@impl true" for {_named(found)} but no behaviour specifies such callback.'
                  f"{_listed(callbacks)}")  # fmt: skip
    elif value not in behaviours:
        _warn(x, state, line, f'got "@impl {inspect_term(value)}" for {_named(found)} but this behaviour was not '
              "declared with @behaviour")  # fmt: skip
    elif each is None or each.behaviour is not value:
        own = {name: one for name, one in callbacks.items() if one.behaviour is value}
        if _by_default(state, key, own):
            return
        _warn(x, state, line, f'got "@impl {inspect_term(value)}" for {_named(found)} but this behaviour does not '
              f"specify such callback.{_listed(own)}")  # fmt: skip


def _by_default(state: ModuleState, key: Key, callbacks: dict[Key, Callback]) -> bool:
    """Whether leaving out arguments that have defaults makes it a callback."""
    return any(owner == key and short in callbacks for short, owner in state.default_names.items())


def _listed(callbacks: dict[Key, Callback]) -> str:
    if not callbacks:
        return " There are no known callbacks, please specify the proper @behaviour and make sure it defines callbacks"
    lines = [
        f"  * {inspect_term(each.behaviour)}.{each.name}/{each.arity} ({'macro' if each.macro else 'function'})"
        for _, each in sorted(callbacks.items())
    ]
    return " The known callbacks are:\n\n" + "\n".join(lines) + "\n"


def add_information(state: ModuleState, module: Module) -> None:
    """Give a module that asks for callbacks the function ``behaviour_info/1``."""
    if not state.callbacks:
        return
    meta = Meta(state.line)
    asked = sorted(set(state.callbacks), reverse=True)  # one that is specified more than once is one
    shown = [(Atom(f"MACRO-{name}" if macro else name), arity) for name, arity, macro in asked]
    lenient = [(name, arity - macro) in state.optional for name, arity, macro in asked]
    module.asks = True
    module.functions.append(Function("behaviour_info", 1, False, [
        Clause([Atom("callbacks")], None, shown, meta.line),
        Clause([Atom("optional_callbacks")], None, list(compress(shown, lenient)), meta.line),
    ], state.file, meta.line))  # fmt: skip
