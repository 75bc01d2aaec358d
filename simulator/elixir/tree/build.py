"""Short ways to make quoted Elixir."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

TRUE: Final = Atom("true")
FALSE: Final = Atom("false")
NIL: Final = Atom("nil")
DO: Final = Atom("do")
ELSE: Final = Atom("else")
OK: Final = Atom("ok")
DOT: Final = Atom(".")
BLOCK: Final = Atom("__block__")
ARROW: Final = Atom("->")
WHEN: Final = Atom("when")
CASE: Final = Atom("case")
EQUALS: Final = Atom("=")
KERNEL: Final = Atom("Elixir.Kernel")
ERLANG: Final = Atom("erlang")
UTILS: Final = Atom("Elixir.Kernel.Utils")
"""Where what expanded code needs at run time stands, besides Elixir's own functions."""
UNDERSCORE: Final = Atom("_")


def module(name: str) -> Atom:
    """Return the atom of the Elixir module *name*.

    >>> module("Enum")
    Enum
    """
    return Atom("Elixir." + name)


def call(name: str, args: list[Any], meta: Meta) -> Node:
    """Return the local call ``name(args)``."""
    return Node(Atom(name), meta, args)


def remote(receiver: Any, name: str, args: list[Any], meta: Meta) -> Node:
    """Return ``receiver.name(args)``; *receiver* is a module's atom or a quoted expression."""
    return Node(Node(DOT, meta, [receiver, Atom(name)]), meta, args)


def erlang(name: str, args: list[Any], meta: Meta) -> Node:
    """Return ``:erlang.name(args)``."""
    return remote(ERLANG, name, args, meta)


def elixir(module_name: str, name: str, args: list[Any], meta: Meta) -> Node:
    """Return the call of a function of an Elixir module, given without ``Elixir.``."""
    return remote(module(module_name), name, args, meta)


def variable(name: str, meta: Meta, context: Atom | None = None) -> Node:
    """Return the variable *name*."""
    return Node(Atom(name), meta, context)


def underscore(meta: Meta) -> Node:
    """Return ``_``."""
    return Node(UNDERSCORE, meta, KERNEL)


def block(expressions: list[Any], meta: Meta) -> Any:
    """Return the expressions in order; a single one as it is."""
    if len(expressions) == 1:
        return expressions[0]
    return Node(BLOCK, meta, expressions)


def arrow(patterns: list[Any], body: Any, meta: Meta) -> Node:
    """Return the clause ``patterns -> body``."""
    return Node(ARROW, meta, [patterns, body])


def guarded(pattern: Any, guard: Any, body: Any, meta: Meta) -> Node:
    """Return the clause ``pattern when guard -> body``."""
    return arrow([Node(WHEN, meta, [pattern, guard])], body, meta)


def case(subject: Any, clauses: list[Any], meta: Meta) -> Node:
    """Return a ``case``."""
    return Node(CASE, meta, [subject, [(DO, clauses)]])


def statements(body: Any) -> list[Any]:
    """Return the expressions of a block, or what is none as a single one."""
    if body.__class__ is Node and body.form is BLOCK and body.args.__class__ is list:
        return list(body.args)
    return [body]


def keyword(options: Any, key: str) -> Any:
    """Return the value under *key* in quoted keywords; Python's None when it is not there."""
    if options.__class__ is list:
        for pair in options:
            if pair.__class__ is tuple and pair[0] is Atom(key):
                return pair[1]
    return None


def is_keyword(options: Any) -> bool:
    """Whether these are quoted keywords with literal keys."""
    return options.__class__ is list and all(
        pair.__class__ is tuple and len(pair) == 2 and pair[0].__class__ is Atom for pair in options
    )


def is_alias(node: Any) -> bool:
    """Whether this is a module's name as it is written, ``Foo.Bar``."""
    return node.__class__ is Node and node.form is Atom("__aliases__") and node.args.__class__ is list
