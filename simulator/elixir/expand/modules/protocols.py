"""Protocols: ``defprotocol``, ``defimpl``, and implementations that ``@derive`` makes.

A protocol's functions are listed in ``Module.protocol`` and made by the compiler. An implementation is a module of
its own, ``Protocol.Type``, that says in ``Module.implementation`` what it implements and for what.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.modules.fragments import value_of
from simulator.elixir.expand.modules.outlines import module_name, outline
from simulator.elixir.expand.modules.special_attributes import put
from simulator.elixir.expand.modules.statements import statement
from simulator.elixir.expand.names import macros
from simulator.elixir.expand.names.macro_table import LIBRARY_MACROS, Done, kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.known import exported
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import DO, OK, arrow, call, case, elixir, keyword, remote, statements
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.quoted import term_of
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term


class ProtocolInfo:
    """A protocol: its functions, and whether ``Any`` stands in for what has no implementation."""

    __slots__ = ("fallback", "functions")

    def __init__(self) -> None:
        self.functions: list[tuple[str, int]] = []
        self.fallback = False

    @property
    def told(self) -> tuple[list[tuple[str, int]], dict[str, bool]]:
        """What the compiler is told of it."""
        return self.functions, {"fallback_to_any": self.fallback}


@kernel_macro(("defprotocol", 2))
def _defprotocol(x: Context, node: Node) -> Any:
    body = keyword(node.args[1], "do")
    if body is None:
        raise x.error(node.meta, 'missing :do option in "defprotocol"')

    def prepare(inner: Context, state: ModuleState) -> None:
        state.protocol = ProtocolInfo()

    return Done(outline(x, node, module_name(x, node, node.args[0]), body, prepare))


@kernel_macro(("defimpl", 2), ("defimpl", 3))
def _defimpl(x: Context, node: Node) -> Any:
    if not all(part.__class__ is list for part in node.args[1:]):
        raise x.error(node.meta, "no function clause matching in Keyword.merge/2", "FunctionClauseError")
    options = [pair for part in node.args[1:] for pair in part]
    body = keyword(options, "do")
    target = keyword(options, "for")
    if body is None:
        raise x.error(node.meta, 'missing :do option in "defimpl"')
    protocol = expand(x, node.args[0])
    if target is None and x.module is None:
        raise x.error(node.meta, "defimpl/3 expects a :for option when declared outside a module", "ArgumentError")
    types = x.module_name if target is None else expand(x, target)
    types = types if types.__class__ is list else [types]
    if all(each.__class__ is Atom for each in [protocol, *types]):
        done = [_implementation(x, node, protocol, each, body) for each in types]
    else:
        written = target if target.__class__ is list else [target]
        done = [_computed(x, node, each, body) for each in written]
    return Done(done[0] if len(done) == 1 else Node(Atom("__block__"), node.meta, done))


def _check_protocol(x: Context, node: Node, protocol: Atom) -> None:
    state = x.unit.find(protocol)
    shown = inspect_term(protocol)
    if state is not None:
        if state.protocol is None:
            raise x.error(node.meta, f"{shown} is not a protocol", "ArgumentError")
        return
    found = exported(protocol)
    if found is None:
        raise x.error(node.meta, f"could not load module {shown} due to reason :nofile", "ArgumentError")
    if ("__protocol__", 1) not in found[0] and ("impl_for", 1) not in found[0]:
        raise x.error(node.meta, f"{shown} is not a protocol", "ArgumentError")


def _implementation(x: Context, node: Node, protocol: Atom, target: Atom, body: Any) -> Any:
    name = Atom(f"{protocol.name}.{target.name.removeprefix('Elixir.')}")

    def prepare(inner: Context, state: ModuleState) -> None:
        _implement(inner, state, node, protocol, target)

    whole = [_impl_function(protocol, target, node.meta), *statements(body)]
    return outline(x, node, name, Node(Atom("__block__"), node.meta, whole), prepare)


def _implement(x: Context, state: ModuleState, node: Node, protocol: Atom, target: Atom) -> None:
    """Let a module be the implementation of a protocol."""
    _check_protocol(x, node, protocol)
    state.implementation = protocol, target
    state.behaviours.append((protocol, node.line))
    for key, value in (("protocol", protocol), ("for", target)):
        put(x, state, key, value, node.meta)
        state.attributes[key].used = True
    state.implicit = True


def _computed(x: Context, node: Node, target: Any, body: Any) -> Any:
    """Return what defines an implementation whose protocol, or type, is known when the code runs."""
    counter = x.unit.next()
    meta = node.meta.with_(counter=counter)
    names = [Node(Atom(name), meta, Atom("Elixir.Protocol")) for name in ("protocol", "for")]
    given = zip(names, [node.args[0], x.module_name if target is None else target], strict=True)
    bound = [Node(Atom("="), node.meta, [name, value]) for name, value in given]
    whole = [call("__implementation__", names, node.meta), *statements(body)]
    name = elixir("Module", "concat", names, node.meta)
    inner = Node(Atom("__block__"), node.meta, whole)
    defined = Node(Atom("defmodule"), node.meta, [name, [(DO, inner)]])
    return expand(x, Node(Atom("__block__"), node.meta, [*bound, defined]))


@kernel_macro(("__implementation__", 2))
def _implementation_here(x: Context, node: Node) -> Any:
    """The first statement of a module of :func:`_computed`."""
    state = x.module
    assert state is not None
    protocol, target = [value_of(x, expand(x, each), node.meta) for each in node.args]
    if protocol.__class__ is not Atom or target.__class__ is not Atom:
        raise x.error(node.meta, "no function clause matching in Module.concat/2", "FunctionClauseError")
    _implement(x, state, node, protocol, target)
    statement(x, state, _impl_function(protocol, target, node.meta))
    return Done(OK)


def _impl_function(protocol: Atom, target: Atom, meta: Meta) -> Node:
    """Return ``def __impl__(:for | :target | :protocol)``."""
    name = Atom(f"{protocol.name}.{target.name.removeprefix('Elixir.')}")
    argument = Node(Atom("key"), meta, Atom("Elixir.Protocol"))
    body = case(argument, [
        arrow([Atom("for")], target, meta), arrow([Atom("target")], name, meta),
        arrow([Atom("protocol")], protocol, meta),
    ], meta)  # fmt: skip
    return Node(Atom("def"), meta, [call("__impl__", [argument], meta), [(DO, body)]])


def derive(x: Context, state: ModuleState, meta: Meta) -> None:
    """Make the implementations that ``@derive`` asks for, of the source's own protocols."""
    for protocol, options in state.derived:
        own = x.unit.find(protocol)
        if own is None or own.protocol is None:
            continue
        made = _derived(x, state, protocol, options, meta)
        if made is None:
            state.body.append(_delegate(x, state, protocol, own, meta))
        else:
            statement(x, state, made)


def _derived(x: Context, state: ModuleState, protocol: Atom, options: Any, meta: Meta) -> Any:
    """Return the code that a protocol makes for a struct; None if it has that handed on to the one for ``Any``."""
    whole = Atom(f"{protocol.name}.Any")
    default = x.unit.find(whole)
    if default is None:
        raise x.error(meta, f"{inspect_term(protocol)} is not available", "ArgumentError")
    if ("__deriving__", 3) not in default.definitions:
        return None
    struct = Node(Atom("%{}"), meta, [(Atom("__struct__"), state.name), *(state.struct or [])])
    return macros.applied_terms(x, meta, whole, "__deriving__", [state.name, term_of(struct), term_of(options)])


def _derive_call(x: Context, node: Node) -> Any:
    """``Protocol.derive/2``, ``/3``: an implementation for a struct that is defined elsewhere."""
    protocol, module = expand(x, node.args[0]), expand(x, node.args[1])
    own = x.unit.find(protocol) if protocol.__class__ is Atom else None
    state = x.unit.find(module) if module.__class__ is Atom else None
    if own is None or own.protocol is None:
        raise x.not_supported(node.meta, f"Protocol.derive of {to_source(node.args[0])}")
    if state is None or state.struct is None:
        raise x.error(node.meta, f"{to_source(node.args[1])}.__struct__/0 is undefined, cannot expand struct "
                      f"{to_source(node.args[1])}")  # fmt: skip
    options = value_of(x, expand(x, node.args[2]), node.meta) if len(node.args) == 3 else []
    made = _derived(x, state, protocol, options, node.meta)
    return Done(_delegate(x, state, protocol, own, node.meta)) if made is None else made


LIBRARY_MACROS["Elixir.Protocol", "derive"] = _derive_call


def _delegate(x: Context, state: ModuleState, protocol: Atom, own: ModuleState, meta: Meta) -> Any:
    """Return an implementation that hands on to the one for ``Any``."""
    whole = Atom(f"{protocol.name}.Any")
    functions = []
    for name, arity in own.protocol.functions:
        args = [Node(Atom(f"x{index}"), meta, Atom("Elixir.Protocol")) for index in range(arity)]
        functions.append(
            Node(Atom("def"), meta, [call(name, args, meta), [(DO, remote(whole, name, args, meta))]])
        )
    node = Node(Atom("defimpl"), meta, [])
    return _implementation(x, node, protocol, state.name, Node(Atom("__block__"), meta, functions))

