"""The capture operator: ``&fun/1``, ``&Mod.fun/1`` and ``&(&1 + &2)`` in all its forms."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.names import macros
from simulator.elixir.expand.names.macro_table import KERNEL_MACROS
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, form
from simulator.elixir.expand.scope.module_state import LocalCall
from simulator.elixir.tree.build import ARROW, DOT, KERNEL
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.operators import FUNCTIONS, OPERATORS, SPECIAL_FORMS
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms.text import integer_text

_CAPTURE = Atom("&")
_FN = Atom("fn")


@form("&", 1)
def capture(x: Context, node: Node) -> Any:
    """Expand a capture to one of a named function, or to a ``fn``."""
    inner = node.args[0]
    if x.match is not None:
        where = "match" if x.match == "match" else "guard"
        raise x.error(node.meta, "invalid pattern in match, & is not allowed in matches" if where == "match" else
                      "invalid expression in guards, & is not allowed in guards. To learn more about guards, visit: "
                      "https://hexdocs.pm/elixir/patterns-and-guards.html")  # fmt: skip
    if inner.__class__ is int:
        raise x.error(node.meta, f"capture argument &{integer_text(inner)} must be used within the capture operator &")
    if inner.__class__ is Node and inner.is_call("/", 2) and inner.args[1].__class__ is int:
        if inner.args[1] > 255:
            argument = integer_text(inner.args[1])
            raise x.error(node.meta, f"capture argument &{argument} must be numbered between 1 and 255")
        named = _named(x, node, inner)
        if named is not None:
            return named
    return _function(x, node, inner)


def _named(x: Context, node: Node, slash: Node) -> Any:
    target, arity = slash.args
    if target.__class__ is not Node:
        return None
    if target.is_variable:
        return _local(x, node, target.form.name, arity)
    if target.form.__class__ is Node and target.form.form is DOT and len(target.form.args) == 2 and not target.args:
        receiver = expand(x, target.form.args[0])
        name = target.form.args[1]
        if receiver.__class__ is Atom:
            return _remote(x, node, receiver, name.name, arity)
        return _reference(node, Node(Node(DOT, node.meta, [receiver, name]), target.meta, []), arity)
    return None


def _reference(node: Node, target: Any, arity: int) -> Node:
    return Node(_CAPTURE, node.meta, [Node(Atom("/"), node.meta, [target, arity])])


def _local(x: Context, node: Node, name: str, arity: int) -> Any:
    key = name, arity
    if macros.local_macro(x, name, arity) is not None or key in x.macros:
        return _wrapped(x, node, lambda args: Node(Atom(name), node.meta, args), arity)
    receiver = x.functions.get(key)
    if receiver is not None:
        return _remote(x, node, receiver, name, arity)
    if key not in x.excluded and (key in FUNCTIONS or key in KERNEL_MACROS or name in SPECIAL_FORMS):
        if key in FUNCTIONS:
            if x.module is not None and x.function is not None:
                x.module.imported.setdefault(key, (KERNEL, node.meta))
            return _remote(x, node, KERNEL, name, arity)
        return _wrapped(x, node, lambda args: Node(Atom(name), node.meta, args), arity)
    if x.module is None:
        raise x.error(node.meta, f"undefined function {name}/{arity} (there is no such import)")
    x.module.locals.append(LocalCall(x.function, name, arity, node.meta))
    return _reference(node, Node(Atom(name), node.meta, None), arity)


def _remote(x: Context, node: Node, receiver: Atom, name: str, arity: int) -> Any:
    macro = (receiver is KERNEL and (name, arity) in KERNEL_MACROS) or \
        macros.is_remote_macro(x, receiver, name, arity)  # fmt: skip
    operator = receiver is KERNEL and (name, arity) in FUNCTIONS
    args = [Node(Atom(f"x{index}"), node.meta, KERNEL) for index in range(arity)]
    if macro:
        function = Node(DOT, node.meta, [receiver, Atom(name)])
        return _wrapped(x, node, lambda made: Node(function, node.meta, made), arity)
    if operator:
        target, title = _operator(name, arity)
    else:
        probe = Node(Node(DOT, node.meta, [receiver, Atom(name)]), node.meta, args)
        _check(x, receiver, name, probe)
        target, title = receiver, name
    return _reference(node, Node(Node(DOT, node.meta, [target, Atom(title)]), node.meta, []), arity)


def _check(x: Context, receiver: Atom, name: str, probe: Node) -> None:
    from simulator.elixir.expand.names.calls import note_call

    note_call(x, receiver, name, len(probe.args), probe)


def _operator(name: str, arity: int) -> tuple[Atom, str]:
    operator = OPERATORS.get((name, arity))
    return (KERNEL, name) if operator is None else (Atom("erlang"), operator)


def _wrapped(x: Context, node: Node, call: Any, arity: int) -> Any:
    """Return ``fn a, b -> call(a, b) end`` for what has no function of its own."""
    args = _parameters(x, node.meta, arity)
    return expand(x, Node(_FN, node.meta, [Node(ARROW, node.meta, [args, call(args)])]))


def _parameters(x: Context, meta: Meta, arity: int) -> list[Any]:
    counter = x.unit.next()
    return [Node(Atom(f"&{index + 1}"), meta.with_(counter=counter), None) for index in range(arity)]


def _function(x: Context, node: Node, inner: Any) -> Any:
    counter = x.unit.next()
    highest = [0]
    seen: set[int] = set()
    body = _replaced(x, node, inner, counter, highest, seen)
    if not seen:
        raise x.error(node.meta, "invalid args for &, expected one of:\n\n"
                      "  * &Mod.fun/arity to capture a remote function, such as &Enum.map/2\n"
                      "  * &fun/arity to capture a local or imported function, such as &is_atom/1\n"
                      "  * &some_code(&1, ...) containing at least one argument as &1, such as &List.flatten(&1)\n\n"
                      f"Got: {to_source(inner)}")  # fmt: skip
    missing = next((index for index in range(1, highest[0] + 1) if index not in seen), None)
    if missing is not None:
        raise x.error(node.meta, f"capture argument &{integer_text(highest[0])} cannot be defined without &{missing} "
                      "(you cannot skip arguments, all arguments must be numbered)")  # fmt: skip
    sequential = _sequential(x, node, inner, highest[0])
    if sequential is not None:
        return sequential
    args = [Node(Atom(f"&{index + 1}"), node.meta.with_(counter=counter), None) for index in range(highest[0])]
    return expand(x, Node(_FN, node.meta, [Node(ARROW, node.meta, [args, body])]))


def _sequential(x: Context, node: Node, inner: Any, count: int) -> Any:
    """``&fun(&1, &2)`` is ``&fun/2`` for a function with a name."""
    if inner.__class__ is not Node or inner.args.__class__ is not list or len(inner.args) != count:
        return None
    for index, arg in enumerate(inner.args):
        if not (arg.__class__ is Node and arg.is_call("&", 1) and arg.args[0] == index + 1):
            return None
    if inner.form.__class__ is Atom:
        name = inner.form.name
        key = name, count
        if name in SPECIAL_FORMS or (key not in x.excluded and key in KERNEL_MACROS) \
                or macros.local_macro(x, name, count) is not None or key in x.macros:  # fmt: skip
            return None
        return _local(x, node, name, count)
    if inner.form.__class__ is Node and inner.form.form is DOT and len(inner.form.args) == 2:
        receiver = expand(x, inner.form.args[0])
        name = inner.form.args[1].name
        if receiver.__class__ is Atom and not macros.is_remote_macro(x, receiver, name, count) \
                and not (receiver is KERNEL and (name, count) in KERNEL_MACROS):  # fmt: skip
            return _remote(x, node, receiver, name, count)
    return None


def _replaced(x: Context, node: Node, inner: Any, counter: int, highest: list[int], seen: set[int]) -> Any:
    """Return *inner* with ``&1`` ... as variables."""
    kind = inner.__class__
    if kind is Node:
        if inner.is_call("&", 1):
            index = inner.args[0]
            if index.__class__ is not int:
                raise x.error(inner.meta, "nested captures are not allowed. You cannot define a function using  the "
                                          "capture "
                              f"operator & inside another function defined via &. Got invalid nested capture: "
                              f"{to_source(inner)}")
            if index < 1:
                raise x.error(inner.meta, f"capture argument &{integer_text(index)} must be numbered between 1 and 255")
            highest[0] = max(highest[0], index)
            seen.add(index)
            return Node(Atom(f"&{integer_text(index)}"), inner.meta.with_(counter=counter), None)
        args = inner.args
        if args.__class__ is list:
            args = [_replaced(x, node, arg, counter, highest, seen) for arg in args]
        head = inner.form
        if head.__class__ is Node:
            head = _replaced(x, node, head, counter, highest, seen)
        return Node(head, inner.meta, args)
    if kind is list:
        return [_replaced(x, node, each, counter, highest, seen) for each in inner]
    if kind is tuple:
        return tuple([_replaced(x, node, each, counter, highest, seen) for each in inner])
    return inner



