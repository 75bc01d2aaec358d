"""Module attributes: ``@name value`` sets, ``@name`` reads; those that mean something to the compiler."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.expand.modules.fragments import evaluated, value_of
from simulator.elixir.expand.modules.special_attributes import DOCS, TYPES, document, put, special
from simulator.elixir.expand.modules.types import check_type
from simulator.elixir.expand.names.macro_table import Done, kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.tree.build import NIL, OK, elixir, is_keyword
from simulator.elixir.tree.nodes import Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

DOCUMENTATION: Final = frozenset({
    "moduledoc", "doc", "typedoc", "dialyzer", "compile", "deprecated", "since", "nifs",
    "after_verify",
})  # fmt: skip
"""Attributes without an effect here."""


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
    waits = name in state.deferred and not x.straight and x.function is None  # it is set while a loop of the body runs
    gathered = None if waits else special(state, name)
    if gathered is not None:
        return gathered
    if waits:
        return expand(x, elixir("Kernel.Utils", "get_attribute", [x.module_name, Atom(name)], node.meta))
    found = state.attributes.get(name)
    if found is None:
        if name in state.accumulating:
            return []
        if name not in DOCUMENTATION or name in ("doc", "typedoc"):
            x.warn(node.line, f"undefined module attribute @{name}, please remove access to @{name} or explicitly set "
                   "it before access", place=f": {inspect_term(state.name)} (module)")  # fmt: skip
        return NIL
    found.used = True
    return found.value


def _write(x: Context, node: Node, name: str, value: Any) -> Any:
    if name in TYPES:
        return _type(x, node, name, value)
    if name in DOCUMENTATION:
        if name in DOCS:
            return _doc(x, node, name, value)
        return OK
    if not x.straight:
        meta = node.meta.with_(generates=True)
        if x.module is not None:
            x.module.deferred.add(name)
        made = elixir("Kernel.Utils", "put_attribute", [x.module_name, Atom(name), value], meta)
        return expand(x, made)
    assert x.module is not None
    put(x, x.module, name, _value(x, node, value), node.meta)
    if (node.meta.get("quoted") or name == "vsn") and name in x.module.attributes:
        x.module.attributes[name].used = True  # of what a macro's code sets nobody is told that it goes unused
    return OK


def _doc(x: Context, node: Node, name: str, value: Any) -> Any:
    """Documentation is expanded for what it may complain of, and kept for its examples."""
    straight, x.straight = x.straight, False
    expanded = expand(x, value)
    x.straight = straight
    state = x.module
    assert state is not None
    if is_keyword(value) and value:
        return OK
    text = folded(expanded)
    if text is None and not x.straight:
        state.deferred.add(name)
        given = [x.module_name, Atom(name), value, node.line]
        return expand(x, elixir("Kernel.Utils", "document", given, node.meta.with_(generates=True)))
    document(x, state, name, node.line, value_of(x, expanded, node.meta) if text is None else text)
    return OK


def _value(x: Context, node: Node, value: Any) -> Any:
    """Return what the value expands to, evaluated, in quoted form; variables that it binds are the body's."""
    straight, x.straight = x.straight, False
    before = x.vars
    expanded = expand(x, value)
    x.straight = straight
    if x.vars is not before and x.module is not None:
        return evaluated(x, x.module, expanded, before)
    made = folded(expanded)
    return value_of(x, expanded, node.meta) if made is None else made


def _type(x: Context, node: Node, name: str, value: Any) -> Any:
    return check_type(x, node, name, value)
