"""``Macro.Env``: the place of an expression, as macros see it.

Source of the semantics: Elixir 1.14, the module ``Macro.Env``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.bridge import NIL, boolean
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, to_list
from simulator.terms.maps import get, pairs, put

_ERROR = Atom("error")


def _of(env: Any, name: str) -> Any:
    return get(env, Atom(name))


def location(env: Any) -> Any:
    """``Macro.Env.location/1``"""
    return from_list([(Atom("file"), _of(env, "file")), (Atom("line"), _of(env, "line"))])


def stacktrace(env: Any) -> Any:
    """``Macro.Env.stacktrace/1``: the frame that the place would be."""
    place = from_list([(Atom("file"), to_charlist(_of(env, "file"))), (Atom("line"), _of(env, "line"))])
    module, function = _of(env, "module"), _of(env, "function")
    if module is NIL:
        return from_list([(Atom("elixir_compiler"), Atom("__FILE__"), 1, place)])
    if function is NIL:
        return from_list([(module, Atom("__MODULE__"), 0, place)])
    return from_list([(module, function[0], function[1], place)])


def to_charlist(text: str) -> Any:
    """Return a text as a list of its characters."""
    return from_list([ord(letter) for letter in text]) if text else EMPTY


def is_in_match(env: Any) -> Atom:
    """``Macro.Env.in_match?/1``"""
    return boolean(_of(env, "context") is Atom("match"))


def is_in_guard(env: Any) -> Atom:
    """``Macro.Env.in_guard?/1``"""
    return boolean(_of(env, "context") is Atom("guard"))


def variables(env: Any) -> Any:
    """``Macro.Env.vars/1``"""
    return from_list([key for key, _ in pairs(_of(env, "versioned_vars"))])


def has_variable(env: Any, variable: Any) -> Atom:
    """``Macro.Env.has_var?/2``"""
    return boolean(any(key == variable for key, _ in pairs(_of(env, "versioned_vars"))))


def fetch_alias(env: Any, name: Any) -> Any:
    """``Macro.Env.fetch_alias/2``"""
    short = Atom(f"Elixir.{name.name}")
    found = next((target for key, target in to_list(_of(env, "aliases")) if key is short), None)
    return _ERROR if found is None else (Atom("ok"), found)


def is_required(env: Any, module: Any) -> Atom:
    """``Macro.Env.required?/2``"""
    return boolean(module in to_list(_of(env, "requires")))


def lookup_import(env: Any, name_and_arity: Any) -> Any:
    """``Macro.Env.lookup_import/2``"""
    found = [
        (Atom(kind), module)
        for kind, key in (("function", "functions"), ("macro", "macros"))
        for module, names in to_list(_of(env, key))
        if name_and_arity in to_list(names)
    ]
    return from_list(found)


def prune_compile_info(env: Any) -> Any:
    """``Macro.Env.prune_compile_info/1``"""
    return put(put(env, Atom("lexical_tracker"), NIL), Atom("tracers"), EMPTY)


def to_match(env: Any) -> Any:
    """``Macro.Env.to_match/1``"""
    return put(env, Atom("context"), Atom("match"))


def to_guard(env: Any) -> Any:
    """``Macro.Env.to_guard/1``"""
    return put(env, Atom("context"), Atom("guard"))


FUNCTIONS = {
    "location/1": location, "stacktrace/1": stacktrace, "in_match?/1": is_in_match, "in_guard?/1": is_in_guard,
    "vars/1": variables, "has_var?/2": has_variable, "fetch_alias/2": fetch_alias, "required?/2": is_required,
    "lookup_import/2": lookup_import, "prune_compile_info/1": prune_compile_info, "to_match/1": to_match,
    "to_guard/1": to_guard,
}  # fmt: skip
