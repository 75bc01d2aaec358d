"""What every module can tell of itself: ``module_info/0,1`` and ``__info__/1``.

Source of the semantics: the Erlang reference manual, "Modules", and ``Module`` of Elixir 1.14.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.runtime import index
from simulator.elixir.runtime.errors import BADARG, erlang, function_clause
from simulator.elixir.runtime.loaded import Loaded
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list

_TOLD = frozenset(["__info__/1", "module_info/0", "module_info/1"])


def function_of(module: Loaded, key: str) -> Callable[..., Any]:
    """Return the function *key* that a module has without defining it."""

    def info(what: Any) -> Any:
        return _info(module, what)

    def module_info(what: Any) -> Any:
        return _module_info(module, what)

    def whole() -> Any:
        names = map(Atom, ("module", "exports", "attributes"))
        return from_list([(name, _module_info(module, name)) for name in names])

    functions: dict[str, Callable[..., Any]] = {
        "__info__/1": info, "module_info/1": module_info, "module_info/0": whole,
        "handle_call/3": lambda message, client, state: _default("handle_call", module, message, state),
        "handle_cast/2": lambda message, state: _default("handle_cast", module, message, state),
        "handle_info/2": lambda message, state: _default("handle_info", module, message, state),
        "terminate/2": lambda reason, state: Atom("ok"),
        "code_change/3": lambda old, state, extra: (Atom("ok"), state),
    }  # fmt: skip
    return functions[key]


def told_by(module: Atom, key: str) -> Callable[..., Any] | None:
    """Return the function *key* of a module of the library that tells of it; None if it has none such.

    It tells what the real module exports, whether that is supported or not.
    """
    if key not in _TOLD or (key == "__info__/1" and not module.name.startswith("Elixir.")):
        return None
    exports = index.known(module.name)
    if exports is None:
        return None
    names: dict[str, Any] = {name: None for name, kind in exports.items() if kind == "function"}
    own = Loaded(module, names)
    own.info = {"macros": [name for name, kind in exports.items() if kind == "macro"]}
    return function_of(own, key)


def _default(callback: str, module: Loaded, message: Any, state: Any) -> Any:
    """Do what ``use GenServer`` defines for a callback."""
    default = index.functions("Elixir.Kernel.Utils")["gen_server_default/2"]
    return default(Atom(callback), from_list([module.name, message, state]))


def _named(keys: Any) -> list[tuple[Atom, int]]:
    found = [(name, int(arity)) for name, _, arity in (key.rpartition("/") for key in keys)]
    return [(Atom(name), arity) for name, arity in sorted(found)]


def _info(module: Loaded, what: Any) -> Any:
    if what is Atom("module"):
        return module.name
    if what is Atom("functions"):
        told = module.info or {}
        hidden = "behaviour_info/1" if told.get("asks") else ""
        keys = [*module.functions, *told.get("spare", ())]
        return from_list(_named(key for key in keys if key != hidden and not key.startswith("MACRO-")))
    if what is Atom("macros"):
        return from_list(_named((module.info or {}).get("macros", ())))
    if what is Atom("attributes"):
        return _behaviours(module)
    if what in (Atom("md5"), Atom("compile"), Atom("struct")):
        return Atom("nil")
    raise function_clause(module.name, "__info__", 1, [what])


def _module_info(module: Loaded, what: Any) -> Any:
    if what is Atom("module"):
        return module.name
    if what in (Atom("exports"), Atom("functions")):
        keys = [*module.functions, *(module.info or {}).get("spare", ())]
        return from_list([*_named(keys), (Atom("module_info"), 0), (Atom("module_info"), 1)])
    if what is Atom("attributes"):
        return _behaviours(module)
    raise erlang(BADARG)


def _behaviours(module: Loaded) -> Any:
    names = (module.info or {}).get("behaviours", ())
    return from_list([(Atom("behaviour"), from_list([Atom(name)])) for name in names]) if names else EMPTY
