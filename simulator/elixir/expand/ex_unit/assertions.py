"""ExUnit's assertions: what is asserted is taken apart, so that a failure can say what it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from simulator.elixir.expand.modules import templates
from simulator.elixir.expand.names.macro_table import KERNEL_MACROS, LIBRARY_MACROS
from simulator.elixir.expand.names.macros import is_remote_macro, local_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import Handler, expand, variable_key
from simulator.elixir.tree.build import FALSE, KERNEL, NIL, TRUE, WHEN, is_alias, variable
from simulator.elixir.tree.nodes import Node
from simulator.elixir.tree.operators import SPECIAL_FORMS
from simulator.elixir.tree.to_source import BINARY, arguments, to_source
from simulator.terms import Atom

_OPERATORS: Final = frozenset(["==", "!=", "===", "!==", "<", ">", "<=", ">=", "=~", "in"])
_UNARY: Final = frozenset(["!", "not", "+", "-", "@", "&", "^"])


def _assert(x: Context, node: Node) -> Any:
    asserted = node.args[0]
    if _is_call(asserted, "=", 2):
        return _match(node, asserted)
    if _is_match(x, asserted):
        return _matches(node, asserted, TRUE, _failing("ExUnit unmatched", node, asserted))
    return _truth(x, node, "assert")


def _refute(x: Context, node: Node) -> Any:
    refuted = node.args[0]
    if _is_match(x, refuted):
        return _matches(node, refuted, _failing("ExUnit matched", node, refuted), FALSE)
    return _truth(x, node, "refute")


def _is_match(x: Context, node: Any) -> bool:
    """Whether code calls ``Kernel.match?/2``; the name may be another module's."""
    key = "match?", 2
    return _is_call(node, *key) and key not in x.functions and key not in x.macros and key not in x.excluded


def _is_call(node: Any, name: str, arity: int) -> bool:
    if node.__class__ is not Node or node.form is not Atom(name) or node.args.__class__ is not list:
        return False
    return len(node.args) == arity


def _code(node: Node) -> str:
    return f"{_name(node)} {arguments([_bare(arg) for arg in node.args])}"


def _bare(node: Any) -> Any:
    """Return quoted code in which sigils have the usual delimiter."""
    kind = node.__class__
    if kind is Node:
        args = [_bare(arg) for arg in node.args] if node.args.__class__ is list else node.args
        notes = node.meta.with_(delimiter='"') if node.meta.get("delimiter") else node.meta
        return Node(_bare(node.form), notes, args)
    if kind is list or kind is tuple:
        return kind([_bare(each) for each in node])
    return node


def _name(node: Node) -> str:
    return str(node.form.name if node.form.__class__ is Atom else node.form.args[1].name)


def _told(node: Node, *more: Any) -> Node:
    """Return what a failure says of the assertion: its code and more."""
    return Node(Atom("{}"), node.meta, [_code(node), *more])


def _truth(x: Context, node: Node, kind: str) -> Any:
    """Return an assertion of what is true or false: of an operator's operands, of a call's arguments."""
    asserted, meta = node.args[0], node.meta
    if asserted.__class__ is Node and asserted.form.__class__ is Atom and asserted.form.name in _OPERATORS \
            and asserted.args.__class__ is list and len(asserted.args) == 2:  # fmt: skip
        operator = asserted.form
        operands = [variable("left", meta, KERNEL), variable("right", meta, KERNEL)]
        test: Any = Node(operator, asserted.meta, operands)
        if kind == "refute":
            test = Node(Atom("not"), meta, [test])
        return templates.quoted("ExUnit operator", meta, {
            "left": asserted.args[0], "right": asserted.args[1], "test": test,
            "whether": TRUE if kind == "assert" else FALSE, "told": _told(node, Atom(kind), operator),
        })  # fmt: skip
    bound, value, args = _arguments(x, asserted)
    made = templates.quoted("ExUnit value" if kind == "assert" else "ExUnit no value", meta, {
        "value": value, "told": _told(node), "args": args,
    })  # fmt: skip
    return Node(Atom("__block__"), meta, [*bound, made])


def _arguments(x: Context, asserted: Any) -> tuple[list[Any], Any, Any]:
    """Return a call with its arguments in variables: what binds them, the call, and the variables as a list."""
    if asserted.__class__ is not Node or asserted.args.__class__ is not list or not asserted.args:
        return [], asserted, NIL
    form = asserted.form
    if form.__class__ is Atom and (
        form.name in BINARY or form.name in _UNARY or form.name in SPECIAL_FORMS or form.name == "__block__"
        or (form.name, len(asserted.args)) in KERNEL_MACROS or (form.name, len(asserted.args)) in x.macros
        or local_macro(x, form.name, len(asserted.args)) is not None
    ):  # fmt: skip
        return [], asserted, NIL
    if form.__class__ is Node and (form.form is not Atom(".") or _is_macro(x, form, len(asserted.args))):
        return [], asserted, NIL
    if all(map(_is_literal, asserted.args)):
        return [], asserted, NIL
    meta = asserted.meta
    names = [variable(f"arg{index}", meta, KERNEL) for index in range(len(asserted.args))]
    bound = [Node(Atom("="), meta, [name, arg]) for name, arg in zip(names, asserted.args, strict=True)]
    return bound, Node(form, meta, list(names)), list(names)


def _is_macro(x: Context, form: Node, arity: int) -> bool:
    """Whether ``Module.name`` is a macro."""
    if len(form.args) != 2 or form.args[1].__class__ is not Atom:
        return False
    receiver = form.args[0]
    module = expand(x, receiver) if receiver.__class__ is Atom or is_alias(receiver) else None
    if module.__class__ is not Atom:
        return False
    x.unit.find(module, hard=False)
    return is_remote_macro(x, module, form.args[1].name, arity)


def _is_literal(node: Any) -> bool:
    if node.__class__ is list or node.__class__ is tuple:
        return all([_is_literal(each) for each in node])
    if node.__class__ is Node:
        return node.form in (Atom("%{}"), Atom("{}"), Atom("__aliases__")) and _is_literal(node.args)
    return True


def _match(node: Node, asserted: Node) -> Any:
    left, right = asserted.args
    meta = node.meta
    bound = Node(Atom("{}"), meta, _each_once(_bound(left)))
    if left.__class__ is Node and left.is_variable:
        return templates.quoted("ExUnit value", meta, {"value": asserted, "told": _told(node), "args": NIL})
    return templates.quoted("ExUnit match", meta, {
        "left": left, "right": right, "bound": bound, "told": _told(node, Atom("="), to_source(left)),
        "pinned": _pins(left),
    })  # fmt: skip


def _matches(node: Node, asserted: Node, matching: Any, other: Any) -> Any:
    return templates.quoted("ExUnit match?", node.meta, {
        "left": asserted.args[0], "right": asserted.args[1], "matching": matching, "other": other,
    })  # fmt: skip


def _failing(template: str, node: Node, asserted: Node) -> Any:
    told = _told(node, Atom("match?"), to_source(asserted.args[0]))
    return templates.quoted(template, node.meta, {"told": told, "pinned": _pins(asserted.args[0])})


def _each_once(variables: Iterator[Node]) -> list[Node]:
    """Return variables in the order of their names; those of a macro's code are others than those of the same name."""
    found = {variable_key(each): each for each in variables}
    return [found[key] for key in sorted(found, key=lambda key: (key[0], str(key[1])))]


def _bound(pattern: Any) -> Iterator[Node]:
    """Yield the variables that a pattern binds and that are meant to be read."""
    if pattern.__class__ is Node:
        if pattern.is_variable:
            if not pattern.form.name.startswith("_"):
                yield pattern
            return
        if pattern.form in (Atom("^"), Atom("@")) or pattern.args.__class__ is not list:
            return
        inner = pattern.args[:1] if pattern.form in (Atom("::"), WHEN) else pattern.args
        for each in inner:
            yield from _bound(each)
    elif pattern.__class__ is list or pattern.__class__ is tuple:
        for each in pattern:
            yield from _bound(each)


def _pinned(pattern: Any) -> Iterator[Node]:
    """Yield the variables that a pattern pins."""
    if pattern.__class__ is Node:
        if pattern.form is Atom("^") and pattern.args[0].is_variable:
            yield pattern.args[0]
        elif pattern.args.__class__ is list:
            for each in pattern.args:
                yield from _pinned(each)
    elif pattern.__class__ is list or pattern.__class__ is tuple:
        for each in pattern:
            yield from _pinned(each)


def _pins(pattern: Any) -> list[Any]:
    """Return the variables that a pattern pins, as pairs of their names and values."""
    return [(each.form.name, each) for each in reversed(_each_once(_pinned(pattern)))]


def _receive(kind: str, waits: bool) -> Handler:
    """Return the macro that asserts or refutes that a message comes, or is there."""

    def handler(x: Context, node: Node) -> Any:
        pattern, *rest = node.args
        meta = node.meta
        timeout = (rest.pop(0) if rest else NIL) if waits else 0
        received = variable("received", meta, KERNEL)
        guard = None
        plain = pattern
        if _is_call(pattern, "when", 2):
            plain, guard = pattern.args
        clause: Any = Node(Atom("="), meta, [plain, received])
        if guard is not None:
            clause = Node(WHEN, meta, [clause, guard])
        told = Node(Atom("{}"), meta, [f"{_name(node)} {to_source(pattern)}", to_source(pattern)])
        return templates.quoted("ExUnit receive" if kind == "assert" else "ExUnit no receive", meta, {
            "timeout": timeout, "kind": Atom(kind), "clause": clause, "told": told, "pinned": _pins(pattern),
            "bound": Node(Atom("{}"), meta, _each_once(_bound(plain))),
            "message": rest[0] if rest else NIL,
        })  # fmt: skip

    return handler


def _catch(kind: str) -> Handler:
    def handler(x: Context, node: Node) -> Any:
        return templates.quoted("ExUnit catch", node.meta, {
            "expression": node.args[0], "kind": Atom(kind), "message": f"Expected to catch {kind}, got nothing",
        })  # fmt: skip

    return handler


LIBRARY_MACROS |= {
    ("Elixir.ExUnit.Assertions", name): handler
    for name, handler in {
        "assert": _assert, "refute": _refute,
        "assert_receive": _receive("assert", True), "assert_received": _receive("assert", False),
        "refute_receive": _receive("refute", True), "refute_received": _receive("refute", False),
        "catch_exit": _catch("exit"), "catch_throw": _catch("throw"), "catch_error": _catch("error"),
    }.items()
}  # fmt: skip
