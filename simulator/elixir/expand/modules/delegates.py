"""``defdelegate``, ``defguard``, ``defguardp``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.forms.clauses import guard, pattern
from simulator.elixir.expand.modules.definitions import define, split_defaults, split_head, take_docs
from simulator.elixir.expand.modules.fragments import deferred, filled
from simulator.elixir.expand.names.macro_table import kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import variable_key
from simulator.elixir.expand.scope.module_state import Definition
from simulator.elixir.tree.build import DO, DOT, WHEN, keyword, remote
from simulator.elixir.tree.nodes import Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_DEFAULT = Atom("\\\\")


@kernel_macro(("defdelegate", 2))
def _defdelegate(x: Context, node: Node) -> Any:
    state = x.module
    if state is None:
        raise x.error(node.meta, "cannot invoke defdelegate/2 outside module", "ArgumentError")
    options = node.args[1]
    to = keyword(options, "to")
    if to is None:
        raise x.error(node.meta, "expected to: to be given as argument", "ArgumentError")
    renamed = keyword(options, "as")
    if not x.straight and node.args[0].__class__ is Node:
        return _later(x, node, to, renamed)
    target = _known(x, to, node)
    if node.args[0].__class__ is list:
        x.warn(node.line, "passing a list to Kernel.defdelegate/2 is deprecated, please define each delegate "
               "separately", place=f": {inspect_term(state.name)} (module)")  # fmt: skip
    heads = node.args[0] if node.args[0].__class__ is list else [node.args[0]]
    done = []
    for head in heads:
        head = filled(x, head, node.meta)
        name, args, _ = split_head(x, "defdelegate", head, node.meta)
        called = name if renamed is None else _known(x, filled(x, renamed, node.meta), node).name
        values = [arg.args[0] if arg.__class__ is Node and arg.form is _DEFAULT else arg for arg in args]
        for value in values:
            if not (value.__class__ is Node and value.is_variable):
                raise x.error(node.meta, "guards are not allowed in defdelegate/2" if head.form is WHEN else
                              f"defdelegate/2 only accepts function parameters, got: {to_source(value)}",
                              "ArgumentError")  # fmt: skip
        made, arity = define(x, "def", head, [(DO, remote(target, called, values, node.meta))], node.meta)
        done.append((Atom(made), arity))
    return done


def _known(x: Context, value: Any, node: Node) -> Any:
    """Return what an option is: it may be computed by the module's body."""
    return filled(x, Node(Atom("unquote"), node.meta, [value]), node.meta)


def _later(x: Context, node: Node, to: Any, renamed: Any) -> Any:
    """Return the code that defines a delegate when it runs: in a loop of the body, or a condition."""
    head = node.args[0]
    args = head.args if head.args.__class__ is list else []
    values = [arg.args[0] if arg.__class__ is Node and arg.form is _DEFAULT else arg for arg in args]
    target, name = (None if each is None else Node(Atom("unquote"), node.meta, [each]) for each in (to, renamed))
    called = Node(Node(DOT, node.meta, [target, head.form if name is None else name]), node.meta, values)
    return deferred(x, node, "def", head, [(DO, called)])


@kernel_macro(("defguard", 1), ("defguardp", 1))
def _defguard(x: Context, node: Node) -> Any:
    """A guard is a macro whose body is expanded here, once; where it is used, arguments take the parameters' places."""
    state = x.module
    if state is None:
        raise x.error(node.meta, f"cannot invoke {node.form.name}/1 outside module", "ArgumentError")
    kind = "defmacro" if node.form.name == "defguard" else "defmacrop"
    name, args, condition = split_head(x, node.form.name, filled(x, node.args[0], node.meta), node.meta)
    if condition is None:
        raise x.error(node.meta, f"invalid syntax in defguard {to_source(node.args[0])}")
    args, defaults = split_defaults(args)
    for missing in range(len(defaults), -1, -1):
        left_out = dict(defaults[len(defaults) - missing :])
        given = [arg for index, arg in enumerate(args) if index not in left_out]
        known = {variable_key(args[index]): default for index, default in left_out.items()}
        _add_guard(x, Definition(kind, name, len(given), node.line), given, _put(condition, known))
    take_docs(x, state, state.definitions[name, len(args)], node.meta)
    return (Atom(name), len(args))


def _add_guard(x: Context, found: Definition, args: list[Any], condition: Any) -> None:
    """Add a guard of so many arguments to the module."""
    state = x.module
    assert state is not None
    key = found.name, found.arity
    inner = x.inside(state, key)
    parameters = pattern(inner, args)
    found.guard = parameters, guard(inner, condition)
    state.definitions[key] = found
    state.order.append(key)


def _put(node: Any, known: dict[Any, Any]) -> Any:
    """Return quoted code with values in the place of variables."""
    kind = node.__class__
    if kind is Node:
        if node.is_variable:
            return known.get(variable_key(node), node)
        return Node(node.form, node.meta, _put(node.args, known))
    if kind is list or kind is tuple:
        return kind([_put(each, known) for each in node])
    return node
