"""Module attributes: ``@name value`` sets, ``@name`` reads; those that mean something to the compiler."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.expand.modules.fragments import value_of
from simulator.elixir.expand.names.macros import Done, kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.expand.scope.module_state import Attribute, ModuleState
from simulator.elixir.tree.build import NIL, OK, TRUE, elixir, is_keyword
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

DOCUMENTATION: Final = frozenset({
    "moduledoc", "doc", "typedoc", "dialyzer", "compile", "deprecated", "external_resource", "since", "vsn", "on_load",
    "on_definition", "nifs", "after_verify",
})  # fmt: skip
"""Attributes without an effect here."""
TYPES: Final = frozenset({"type", "typep", "opaque", "spec"})


@kernel_macro(("@", 1))
def _attribute(x: Context, node: Node) -> Any:
    inner = node.args[0]
    if x.module is None:
        raise x.error(node.meta, "cannot invoke @/1 outside module", "ArgumentError")
    if inner.__class__ is not Node or inner.form.__class__ is not Atom:
        raise x.error(node.meta, f"expected 0 or 1 argument for @, got: {to_source(inner)}", "ArgumentError")
    name = inner.form.name
    if inner.args.__class__ is not list:
        return Done(read(x, node, name))
    if len(inner.args) != 1:
        raise x.error(node.meta, f"expected 0 or 1 argument for @{name}, got: {len(inner.args)}", "ArgumentError")
    if x.match is not None:
        raise x.error(node.meta, "invalid write attribute syntax. If you want to define an attribute, don't do this:"
                      "\n\n"
                      "    @foo = :value\n\nInstead, do this:\n\n    @foo :value\n", "ArgumentError")  # fmt: skip
    if x.function is not None:
        raise x.error(node.meta, f"cannot set attribute @{name} inside function/macro", "ArgumentError")
    return Done(_write(x, node, name, inner.args[0]))


def read(x: Context, node: Node, name: str) -> Any:
    """Return an attribute's value as a literal."""
    state = x.module
    assert state is not None
    special = _special(state, name)
    if special is not None:
        return special
    found = state.attributes.get(name)
    if found is None:
        if name in state.accumulating:
            return []
        if name not in DOCUMENTATION:
            x.warn(node.line, f"undefined module attribute @{name}, please remove access to @{name} or explicitly set "
                   "it before access", place=f": {inspect_term(state.name)} (module)")  # fmt: skip
        return NIL
    found.used = True
    return found.value


def _special(state: ModuleState, name: str) -> Any:
    if name == "behaviour":
        return [behaviour for behaviour, _ in reversed(state.behaviours)]
    if name == "enforce_keys":
        return list(state.enforced)
    return None


def _write(x: Context, node: Node, name: str, value: Any) -> Any:
    if name in TYPES or name in ("callback", "macrocallback"):
        return _type(x, node, name, value)
    if name in DOCUMENTATION:
        if name in ("doc", "moduledoc", "typedoc"):
            _doc(x, node, name, value)
        return OK
    if not x.straight:
        meta = node.meta.with_(generates=True)
        made = elixir("Kernel.Utils", "put_attribute", [x.module_name, Atom(name), value], meta)
        return expand(x, made)
    assert x.module is not None
    put(x, x.module, name, _value(x, node, value), node.meta)
    return OK


def _doc(x: Context, node: Node, name: str, value: Any) -> None:
    """Documentation is expanded for what it may complain of, and then forgotten."""
    straight, x.straight = x.straight, False
    expand(x, value)
    x.straight = straight
    state = x.module
    assert state is not None
    if is_keyword(value) and value:
        return
    before = state.docs.get(name)
    if before is not None:
        x.warn(node.line, f"redefining @{name} attribute previously set at line {before}",
               place=f": {inspect_term(state.name)} (module)")  # fmt: skip
    state.docs[name] = node.line


def _value(x: Context, node: Node, value: Any) -> Any:
    """Return what the value expands to, evaluated, in quoted form."""
    straight, x.straight = x.straight, False
    expanded = expand(x, value)
    x.straight = straight
    made = folded(expanded)
    return value_of(x, expanded, node.meta) if made is None else made


def put(x: Context, state: ModuleState, name: str, value: Any, meta: Meta) -> None:
    """Set an attribute to a literal, or add to one that accumulates; or do what one that is special stands for."""
    special = _SPECIAL.get(name)
    if special is None:
        _put(x, state, name, value, meta)
    else:
        special(x, state, value, meta)


def _put(x: Context, state: ModuleState, name: str, value: Any, meta: Meta) -> None:
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
    for each in value if value.__class__ is list else [value]:
        state.derived.append((each, []) if each.__class__ is Atom else (each[0], each[1]))


def _enforce(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.enforced = value if value.__class__ is list else [value]


def _before_compile(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.before_compile.append(_hook(value, "__before_compile__"))


def _after_compile(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    state.after_compile.append(_hook(value, "__after_compile__"))


def _hook(value: Any, name: str) -> tuple[Any, str]:
    return (value[0], value[1].name) if value.__class__ is tuple else (value, name)


def _optional(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    if is_keyword(value):
        state.optional |= {(name.name, arity) for name, arity in value}


def _fallback(x: Context, state: ModuleState, value: Any, meta: Meta) -> None:
    _put(x, state, "fallback_to_any", value, meta)
    state.persisted.add("fallback_to_any")
    if state.protocol is not None:
        state.protocol.fallback = value is TRUE


_SPECIAL: Final[dict[str, Callable[[Context, ModuleState, Any, Meta], None]]] = {
    "behaviour": _behaviour, "impl": _impl, "derive": _derive, "enforce_keys": _enforce,
    "before_compile": _before_compile, "after_compile": _after_compile, "optional_callbacks": _optional,
    "fallback_to_any": _fallback,
}  # fmt: skip


def _type(x: Context, node: Node, name: str, value: Any) -> Any:
    from simulator.elixir.expand.modules.types import check_type

    return check_type(x, node, name, value)
