"""Elixir's ``Code.Typespec``: the types of modules that are kept compiled, and types as code."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.language.typespecs import Typespecs
from simulator.elixir.library.language.written_types import spec_to_quoted, type_to_quoted
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.loaded import Loaded, loaded
from simulator.elixir.runtime.modules.modules import exists
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.world import world
from simulator.elixir.tree.packing import unpacked
from simulator.terms import Atom, inspect
from simulator.terms.lists import from_list

_OK, _ERROR = Atom("ok"), Atom("error")
_TYPES = ("typep", "opaque", "type")


def _module(name: str, given: Any) -> Loaded | None:
    """Return a module whose types are known; None for one that real Elixir has in no compiled file."""
    if given.__class__ is not Atom:
        if given.__class__ is str or given.__class__ is bytes:
            return refuse(f"Code.Typespec.{name}/1 of a module's bytes")
        raise function_clause("Code.Typespec", "get_module_and_beam", 1, [given])
    found = loaded(given)
    if found is None and exists(given):
        return refuse(f"Code.Typespec.{name}/1 of {inspect(given)}, a module of Elixir's own")
    kept = world().mix is not None and found is not None and (found.info or {}).get("types") is not None
    return found if kept else None


def fetch_types(given: Any) -> Any:
    """``Code.Typespec.fetch_types/1``"""
    found = _module("fetch_types", given)
    if found is None:
        return _ERROR
    specs = Typespecs(found)
    made = [(Atom(kind), specs.definition(unpacked(code))) for kind, code in found.info["types"] if kind in _TYPES]
    made.reverse()
    return (_OK, from_list(sorted(made, key=lambda each: _TYPES.index(each[0].name))))


def fetch_specs(given: Any) -> Any:
    """``Code.Typespec.fetch_specs/1``"""
    return _functions("fetch_specs", given, ("spec",))


def fetch_callbacks(given: Any) -> Any:
    """``Code.Typespec.fetch_callbacks/1``"""
    return _functions("fetch_callbacks", given, ("callback", "macrocallback"))


def _functions(name: str, given: Any, kinds: tuple[str, ...]) -> Any:
    """Return the types of functions, by name and arity; of one that has several all of them."""
    found = _module(name, given)
    if found is None:
        return _ERROR
    specs = Typespecs(found)
    made: dict[tuple[str, int, bool], list[Any]] = {}
    for kind, packed in found.info["types"]:
        if kind in kinds:
            code = unpacked(packed)
            macro = kind == "macrocallback" or _is_macro(found, kind, code)
            called, arity, form = specs.function(code, macro)
            made.setdefault((called, arity, macro), []).append(form)
    return (_OK, from_list([_told(*key, made[key]) for key in sorted(made, reverse=True)]))


def _told(name: str, arity: int, macro: bool, forms: list[Any]) -> Any:
    key = (Atom(f"MACRO-{name}"), arity + 1) if macro else (Atom(name), arity)
    return (key, from_list(forms))


def _is_macro(module: Loaded, kind: str, code: Any) -> bool:
    head = (code.args[0] if code.is_call("when", 2) else code).args[0]
    arity = len(head.args) if head.args.__class__ is list else 0
    return kind == "spec" and f"{head.form.name}/{arity}" in module.info["macros"]


FUNCTIONS = {
    "fetch_types/1": fetch_types, "fetch_specs/1": fetch_specs, "fetch_callbacks/1": fetch_callbacks,
    "type_to_quoted/1": type_to_quoted, "spec_to_quoted/2": spec_to_quoted,
}  # fmt: skip
