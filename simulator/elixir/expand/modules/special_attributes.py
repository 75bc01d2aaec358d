"""Setting a module attribute, and what those that are special stand for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.expand.forms.quoting import escape
from simulator.elixir.expand.modules.fragments import is_opaque
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import MODULE_DOC, Attribute, ModuleState
from simulator.elixir.tree.build import TRUE, is_keyword
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.quoted import to_terms
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

TYPES: Final = frozenset({"type", "typep", "opaque", "spec", "callback", "macrocallback"})
"""Attributes that hold types and specifications."""


def put(x: Context, state: ModuleState, name: str, value: Any, meta: Meta) -> None:
    """Set an attribute to a literal, or add to one that accumulates; or do what one that is special stands for."""
    special = _SPECIAL.get(name)
    if special is None:
        _put(state, name, value, meta)
    else:
        special(x, state, value, meta)


DOCS: Final = ("doc", "moduledoc", "typedoc")
"""Attributes that document: what is defined next uses them up, but for that of the module."""


def special(state: ModuleState, name: str) -> Any:
    """Return what one that is special has gathered so far, as a literal; None for any other."""
    if name == "behaviour":
        return [behaviour for behaviour, _ in reversed(state.behaviours)]
    if name == "enforce_keys" and state.struct is None:  # which a struct uses up
        return list(state.enforced)
    if name in TYPES:
        return [_specification(state, name, *each) for each in reversed(state.types.get(name, ()))]
    if name in DOCS:
        return state.docs[name][1] if name in state.docs else None
    hooks = _HOOKS.get(name)
    if hooks is not None:
        return [(module, Atom(function)) for module, function in reversed(hooks(state))]
    return state.given.get(name, [])[::-1] if name in ("optional_callbacks", "derive") else None


def _specification(state: ModuleState, name: str, quoted: Any, line: int) -> Node:
    meta = Meta(line)
    return Node(Atom("{}"), meta, [Atom(name), escape(to_terms(quoted), meta), (state.name, (line, 1))])


def _put(state: ModuleState, name: str, value: Any, meta: Meta) -> None:
    state.opaque = state.opaque or is_opaque(value)
    if name in state.accumulating:
        old = state.attributes.get(name)
        value = [value, *(old.value if old is not None else [])]
    state.attributes[name] = Attribute(value, meta.line)


def _behaviour(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    if value.__class__ is not Atom:
        raise x.error(meta, f"@behaviour expects a module, got: {to_source(value)}", "ArgumentError")
    state.behaviours.append((value, meta.line))


def _impl(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.impl = value, meta.line


def _derive(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.given.setdefault("derive", []).append(value)
    for each in value if value.__class__ is list else [value]:
        state.derived.append((each, []) if each.__class__ is Atom else (each[0], each[1]))


def _enforce(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.enforced = value if value.__class__ is list else [value]


def _before_compile(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.before_compile.append(_hook(value, "__before_compile__"))


def _on_definition(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.on_definition.append(_hook(value, "__on_definition__"))


def _after_compile(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.after_compile.append(_hook(value, "__after_compile__"))


def _on_load(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.on_load = (value[0] if value.__class__ is tuple else value).name


def _hook(value: Any, name: str) -> tuple[Any, str]:
    return (value[0], value[1].name) if value.__class__ is tuple else (value, name)


def _optional(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.given.setdefault("optional_callbacks", []).append(value)
    if is_keyword(value):
        state.optional |= {(name.name, arity) for name, arity in value}


def _fallback(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    _put(state, "fallback_to_any", value, meta)
    state.persisted.add("fallback_to_any")
    if state.protocol is not None:
        state.protocol.fallback = value is TRUE


_SPECIAL: Final[dict[str, Callable[[Context, ModuleState, Any, Meta], None]]] = {
    "behaviour": _behaviour, "impl": _impl, "derive": _derive, "enforce_keys": _enforce,
    "before_compile": _before_compile, "after_compile": _after_compile, "optional_callbacks": _optional,
    "fallback_to_any": _fallback, "on_definition": _on_definition, "on_load": _on_load,
}  # fmt: skip


_HOOKS: Final[dict[str, Callable[[ModuleState], list[tuple[Any, Any]]]]] = {
    "before_compile": lambda state: state.before_compile, "after_compile": lambda state: state.after_compile,
    "on_definition": lambda state: state.on_definition,
}  # fmt: skip


def document(x: Context, state: ModuleState, name: str, line: int, text: Any) -> None:
    """Keep a text of documentation for what it is about: the module, or what is defined next."""
    before = state.docs.get(name)
    if before is not None:
        x.warn(line, f"redefining @{name} attribute previously set at line {before[0]}",
               place=f": {inspect_term(state.name)} (module)")  # fmt: skip
    state.docs[name] = line, text
    if name == "moduledoc" and text.__class__ is str:
        state.documentation.append((MODULE_DOC, line, text))
