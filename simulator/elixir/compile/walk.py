"""What a piece of expanded Elixir is: the questions that every phase of the compiler asks of a node."""

from __future__ import annotations

from typing import Any

from simulator.elixir.tree.nodes import Module, Node
from simulator.terms import Atom

BLOCK = Atom("__block__")
WHEN = Atom("when")
ARROW = Atom("->")
DOT = Atom(".")
FN = Atom("fn")
UNDERSCORE = Atom("_")
MATCH = Atom("=")
PIN = Atom("^")
CAPTURE = Atom("&")
CONS = Atom("|")
TUPLE = Atom("{}")
MAP = Atom("%{}")
STRUCT = Atom("%")
BINARY = Atom("<<>>")
GENERATOR = Atom("<-")
SEGMENT = Atom("::")
NIL = Atom("nil")
TRUE = Atom("true")
FALSE = Atom("false")
EMPTY_LIST: list[Any] = []

FORMS = frozenset([
    "__block__", "case", "cond", "receive", "try", "fn", "for", "with", "=", "^", "&", "{}", "%{}", "%", "<<>>", "::",
    "->", "when", "<-", "|", ".", "__define__", "__STACKTRACE__",
])  # fmt: skip
"""Names of nodes that are no local calls."""


def sections(options: Any) -> dict[str, Any]:
    """Return the ``do``, ``else`` ... of a form by name."""
    return {key.name: value for key, value in options}


def head(clause: Any) -> tuple[list[Any], Any]:
    """Return the patterns and the guard (None without one) of a ``->`` clause."""
    patterns = clause.args[0]
    if len(patterns) == 1 and patterns[0].__class__ is Node and patterns[0].form is WHEN:
        return patterns[0].args[:-1], patterns[0].args[-1]
    return patterns, None


def statements(body: Any) -> list[Any]:
    """Return the expressions of a body."""
    if body.__class__ is Node and body.form is BLOCK and body.args.__class__ is list:
        return body.args
    return [body]


def variable_key(node: Node) -> tuple[str, Any]:
    """Return what tells a binding of a variable from all others of the function."""
    version = node.meta.get("version")
    return node.form.name, node.args if version is None else version


def is_variable(node: Any) -> bool:
    """Return whether *node* is a variable."""
    return node.__class__ is Node and node.form.__class__ is Atom and node.args.__class__ is not list


def remote(node: Any) -> tuple[Any, str] | None:
    """Return module (an atom or a node) and name of a remote call, None for what is none."""
    if node.__class__ is Node and node.form.__class__ is Node and node.form.form is DOT and len(node.form.args) == 2:
        module, name = node.form.args
        return module, name.name
    return None


def called(node: Any, module: str) -> tuple[str, str, int] | None:
    """Return module, name and arity of a call whose target is known, made in *module*; else None."""
    if node.__class__ is not Node or node.args.__class__ is not list:
        return None
    if node.form.__class__ is Atom:
        name = node.form.name
        return None if name in FORMS else (module, name, len(node.args))
    found = remote(node)
    if found is None or found[0].__class__ is not Atom:
        return None
    return found[0].name, found[1], len(node.args)


def captured(node: Any, module: str) -> tuple[str, str, int] | None:
    """Return module, name and arity of ``&fun/1`` or ``&Mod.fun/1``; None for what is none."""
    if node.__class__ is not Node or node.form is not CAPTURE:
        return None
    inner = node.args[0]
    if inner.__class__ is Node and inner.is_call("/", 2):
        what, arity = inner.args
    else:
        found = remote(inner)  # `/` is expanded to a call of :erlang.
        if found is None or found[1] != "/":
            return None
        what, arity = inner.args
    if is_variable(what) or what.form.__class__ is Atom:
        return module, what.form.name, arity
    target, name = remote(what) or (None, "")
    return (target.name, name, arity) if target.__class__ is Atom else None


def functions_of(module: Module) -> list[tuple[str, int]]:
    """Return names and arities of the functions that a protocol has beside those written in it."""
    return [*module.protocol[0], ("impl_for", 1), ("impl_for!", 1), ("__protocol__", 1)] if module.protocol else []


def unknown(arg: Any) -> bool:
    """Return whether an argument, or what is in it, is known only when the program runs; a module is so, too."""
    if arg.__class__ is list or arg.__class__ is tuple:
        return any([unknown(each) for each in arg])
    return arg.__class__ is Node or (arg.__class__ is Atom and arg.name.startswith("Elixir."))
