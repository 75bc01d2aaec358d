"""The walk over quoted Elixir: special forms go to their handlers, all else is a call or a literal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.scope.context import Context, Key
from simulator.elixir.tree.build import NIL, UNDERSCORE, call
from simulator.elixir.tree.errors import OuterVariable
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

Handler = Callable[[Context, Node], Any]

FORMS: dict[tuple[str, int], Handler] = {}
"""Special forms by name and arity; arity -1 takes any."""

CALLS: dict[str, Handler] = {}
"""What expands a ``local`` call, and one of something behind a ``dot``."""

_ANY = -1


def form(name: str, arity: int = _ANY) -> Callable[[Handler], Handler]:
    """Register the handler of a special form."""

    def register(handler: Handler) -> Handler:
        FORMS[name, arity] = handler
        return handler

    return register


def calls(kind: str) -> Callable[[Handler], Handler]:
    """Register what expands calls of a kind."""

    def register(handler: Handler) -> Handler:
        CALLS[kind] = handler
        return handler

    return register


def expand(x: Context, node: Any) -> Any:
    """Return *node* expanded: special forms, remote calls and calls of the module's own functions only."""
    kind = node.__class__
    if kind is Node:
        name = node.form
        if name.__class__ is not Atom:
            return CALLS["dot"](x, node)
        args = node.args
        if args.__class__ is not list:
            return expand_variable(x, node)
        handler = FORMS.get((name.name, len(args))) or FORMS.get((name.name, _ANY))
        if handler is not None:
            return handler(x, node)
        return local_call(x, node)
    if kind is list:
        return _expand_list(x, node)
    if kind is tuple:
        return tuple(expand_args(x, list(node)))
    return node


def _expand_list(x: Context, items: list[Any]) -> list[Any]:
    """Expand a list, whose end may be ``head | tail``."""
    last = items[-1] if items else None
    if last.__class__ is not Node or not last.is_call("|", 2):
        return expand_args(x, items)
    *done, head, tail = expand_args(x, [*items[:-1], *last.args])
    return [*done, Node(last.form, last.meta, [head, tail])]


def expand_args(x: Context, args: list[Any]) -> list[Any]:
    """Expand arguments: what one of them binds, the others do not see; all after them do."""
    if x.match is not None or len(args) < 2:
        return [expand(x, arg) for arg in args]
    before = merged = x.vars
    expanded = []
    for arg in args:
        if arg.__class__ is not Node and arg.__class__ is not list and arg.__class__ is not tuple:
            expanded.append(arg)
            continue
        x.vars = before
        expanded.append(expand(x, arg))
        if x.vars is not before:
            merged = x.vars if merged is before else _merge(before, merged, x.vars)
    x.vars = merged
    return expanded


def _merge(before: dict[Key, int], merged: dict[Key, int], new: dict[Key, int]) -> dict[Key, int]:
    changed = {key: version for key, version in new.items() if before.get(key) != version}
    return {**merged, **changed}


def expand_block(x: Context, expressions: list[Any]) -> list[Any]:
    """Expand expressions that follow each other."""
    return [expand(x, expression) for expression in expressions]


def expand_scoped(x: Context, node: Any) -> Any:
    """Expand a body of its own scope."""
    saved = x.open()
    expanded = expand(x, node)
    x.close(saved)
    return expanded


def variable_key(node: Node) -> Key:
    """Return the name and context by which a variable is known."""
    return node.form.name, node.meta.get("counter") or (None if node.args is NIL else node.args)


def versioned(node: Node, version: int) -> Node:
    """Return a variable with its version noted."""
    return Node(node.form, node.meta.with_(version=version), node.args)


def expand_variable(x: Context, node: Node) -> Any:
    """Expand a variable: bind it in a pattern, read it elsewhere."""
    name = node.form.name
    if name.startswith("__") and (name, 0) in FORMS:
        return FORMS[name, 0](x, node)
    if x.match == "match":
        return _bind(x, node)
    if node.form is UNDERSCORE:
        raise x.error(
            node.meta,
            'invalid use of _. "_" represents a value to be ignored in a pattern and cannot be used in expressions',
        )
    key = variable_key(node)
    version = x.vars.get(key)
    if version is not None:
        x.used(key, version)
        if key[1] is None and name.startswith("_") and not name.startswith("__"):
            x.warn(
                node.line,
                f'the underscored variable "{name}" is used after being set. A leading underscore indicates that the '
                "value of the variable should be ignored. If this is intended please rename the variable to remove the "
                "underscore",
            )
        return versioned(node, version)
    return _unknown_variable(x, node, key)


def _bind(x: Context, node: Node) -> Node:
    if node.form is UNDERSCORE:
        return node
    key = variable_key(node)
    version = x.vars.get(key)
    if version is None:
        return versioned(node, x.bind(key, node.line, False))
    if version < x.pattern_start:
        return versioned(node, x.bind(key, node.line, True))
    name = node.form.name
    if key[1] is None and name.startswith("_") and not name.startswith("__"):
        x.warn(
            node.line,
            f'the underscored variable "{name}" appears more than once in a match. This means the pattern will only '
            f'match if all "{name}" bind to the same value. If this is the intended behaviour, please remove the '
            f"leading underscore from the variable name, otherwise give the variables different names",
        )
    x.used(key, version)
    return versioned(node, version)


def _unknown_variable(x: Context, node: Node, key: Key) -> Any:
    name = node.form.name
    if key in x.outer:
        raise OuterVariable(f"the variable {name} of the script inside of a module", x.unit.file, node.line)
    if key[1] is not None:
        module = key[1] if key[1].__class__ is Atom else node.args
        raise x.error(
            node.meta,
            f'undefined variable "{name}" (context {module!r})'
            if node.meta.get("counter") is None
            else f'expected "{name}" to expand to an existing variable or be part of a match',
        )
    x.warn(
        node.line,
        f'variable "{name}" does not exist and is being expanded to "{name}()", please use parentheses to remove the '
        "ambiguity or change the variable name",
    )
    return expand(x, call(name, [], node.meta))


def local_call(x: Context, node: Node) -> Any:
    """Expand ``name(args)``."""
    return CALLS["local"](x, node)
