"""``Access``: reading and changing what is in maps, keyword lists and structs; the steps of paths.

Source of the semantics: Elixir 1.14, the module ``Access``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.collections.keyword import fetch as fetch_pair
from simulator.elixir.library.collections.keyword import pop_2 as pop_pair
from simulator.elixir.library.collections.keyword_changes import get_and_update as update_pair
from simulator.elixir.library.collections.map import get_and_update as update_key
from simulator.elixir.library.collections.map import pop_2 as pop_key
from simulator.elixir.library.language.access_steps import FUNCTIONS_OF_ACCESS as STEPS
from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.errors import Raised, error, exception, function_clause
from simulator.elixir.runtime.modules.modules import find
from simulator.elixir.runtime.values.enumerable import NIL, Fun
from simulator.terms import Atom, inspect
from simulator.terms.lists import is_list
from simulator.terms.maps import Map, get, has, struct_name

OK, ERROR = Atom("ok"), Atom("error")


def fetch(term: Any, key: Any) -> Any:
    """Return ``{:ok, value}``, or ``:error``."""
    if term.__class__ is Map:
        module = struct_name(term)
        if module is None:
            return (OK, get(term, key)) if has(term, key) else ERROR
        own: Fun = behaviour(module, "fetch", 2)
        return own(term, key)
    if is_list(term):
        return found_in(term, key)
    if term is NIL:
        return ERROR
    raise function_clause("Access", "fetch", 2, [term, key])


def found_in(term: Any, key: Any) -> Any:
    """Return ``{:ok, value}`` of a key of a keyword list, or ``:error``."""
    if key.__class__ is not Atom:
        message = f"the Access calls for keywords expect the key to be an atom, got: {inspect(key)}"
        raise error("ArgumentError", message=message)
    return fetch_pair(term, key)


def behaviour(module: Atom, name: str, arity: int) -> Any:
    """Return a function of a struct's module that implements the behaviour. Raises ``UndefinedFunctionError``."""
    function = find(module, name, arity)
    if function is None:
        hint = "If you are using get_in/put_in/update_in, you can specify the field to be accessed using Access.key!/1"
        shown = inspect(module)
        message = (
            f"function {shown}.{name}/{arity} is undefined ({shown} does not implement the Access behaviour. {hint})"
        )
        raise Raised(
            Atom("undef"),
            exception(
                "UndefinedFunctionError", arity=arity, function=Atom(name), message=message, module=module, reason=NIL
            ),
        )
    return function


def fetch_or_raise(term: Any, key: Any) -> Any:
    """Return the value of the key. Raises ``KeyError``."""
    found = fetch(term, key)
    if found is ERROR:
        raise error("KeyError", key=key, term=term)
    return found[1]


def get_2(term: Any, key: Any) -> Any:
    """Return the value of the key, or nil."""
    return get_3(term, key, NIL)


def get_3(term: Any, key: Any, default: Any) -> Any:
    """Return the value of the key, or *default*."""
    if term is NIL:
        return default
    if term.__class__ is not Map and not is_list(term):
        raise function_clause("Access", "get", 3, [term, key, default])
    found = fetch(term, key)
    return default if found is ERROR else found[1]


def get_and_update(term: Any, key: Any, fun: Fun) -> Any:
    """Return what *fun* gives for the value as ``{value, new}``, and the term with the new one; or ``:pop`` it."""
    if term.__class__ is Map:
        module = struct_name(term)
        if module is None:
            return update_key(term, key, fun)
        own: Fun = behaviour(module, "get_and_update", 3)
        return own(term, key, fun)
    if is_list(term):
        if key.__class__ is not Atom:
            found_in(term, key)
        return update_pair(term, key, fun)
    if term is NIL:
        raise error("ArgumentError", message=f"could not put/update key {inspect(key)} on a nil value")
    raise function_clause("Access", "get_and_update", 3, [term, key, fun])


def pop(term: Any, key: Any) -> Any:
    """Return the value of the key, or nil, and the term without it."""
    if term.__class__ is Map:
        module = struct_name(term)
        if module is None:
            return pop_key(term, key)
        own: Fun = behaviour(module, "pop", 2)
        return own(term, key)
    if is_list(term):
        return pop_pair(term, key)
    if term is NIL:
        raise error("ArgumentError", message=f"could not pop key {inspect(key)} on a nil value")
    raise function_clause("Access", "pop", 2, [term, key])


TABLE = {
    "fetch/2": fetch, "fetch!/2": fetch_or_raise, "get/2": get_2, "get/3": get_3, "get_and_update/3": get_and_update,
    "pop/2": pop,
}  # fmt: skip
FUNCTIONS = {**TABLE, **STEPS}


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
