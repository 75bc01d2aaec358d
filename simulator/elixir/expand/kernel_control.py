"""Kernel's macros of control: ``if``, ``unless``, ``&&``, ``||``, ``!``, ``and``, ``or``, ``in``, pipes, ranges ..."""

from __future__ import annotations

from typing import Any

from simulator.elixir.ast import Meta, Node
from simulator.elixir.expand.build import (
    DO,
    ELSE,
    FALSE,
    NIL,
    TRUE,
    arrow,
    case,
    elixir,
    erlang,
    guarded,
    keyword,
    underscore,
    variable,
)  # fmt: skip
from simulator.elixir.expand.context import Context
from simulator.elixir.expand.core import expand, expand_args
from simulator.elixir.expand.macros import Done, kernel_macro
from simulator.terms import Atom


def fresh(x: Context, name: str, meta: Meta) -> Node:
    """Return a variable that no source can name."""
    return Node(Atom(name), meta.with_(counter=x.unit.next()), Atom("Elixir.Kernel"))


def is_falsy(subject: Any, meta: Meta) -> Node:
    """Return the guard that *subject* is ``false`` or ``nil``."""
    return erlang("orelse", [erlang("=:=", [subject, FALSE], meta), erlang("=:=", [subject, NIL], meta)], meta)


def choice(x: Context, node: Node, condition: Any, yes: Any, no: Any) -> Node:
    """Return the ``case`` that takes *no* for ``false`` and ``nil``, else *yes*; it is marked ``form: "if"``."""
    meta = Meta(node.meta.line, node.meta.column)
    name = fresh(x, "x", meta)
    return case(condition, [guarded(name, is_falsy(name, meta), no, meta), arrow([underscore(meta)], yes, meta)],
                meta.with_(form="if"))  # fmt: skip


def _branches(x: Context, node: Node, kind: str) -> tuple[Any, Any]:
    options = node.args[1]
    bad = options.__class__ is not list or any(
        pair.__class__ is not tuple or pair[0] not in (DO, ELSE) for pair in options
    )
    if bad:
        raise x.error(node.meta, f"invalid or duplicate keys for {kind}, only \"do\" and an optional \"else\" are "
                      "permitted", "ArgumentError")  # fmt: skip
    if len({pair[0] for pair in options}) != len(options):
        raise x.error(node.meta, f"invalid or duplicate keys for {kind}, only \"do\" and an optional \"else\" are "
                      "permitted", "ArgumentError")  # fmt: skip
    yes, no = keyword(options, "do"), keyword(options, "else")
    return yes, NIL if no is None else no


@kernel_macro(("if", 2))
def _if(x: Context, node: Node) -> Any:
    yes, no = _branches(x, node, "if")
    return choice(x, node, node.args[0], yes, no)


@kernel_macro(("unless", 2))
def _unless(x: Context, node: Node) -> Any:
    yes, no = _branches(x, node, "unless")
    return choice(x, node, node.args[0], no, yes)


@kernel_macro(("&&", 2))
def _both(x: Context, node: Node) -> Any:
    left, right = node.args
    name = fresh(x, "x", node.meta)
    return case(left, [guarded(name, is_falsy(name, node.meta), name, node.meta),
                       arrow([underscore(node.meta)], right, node.meta)], node.meta.with_(form="&&"))  # fmt: skip


@kernel_macro(("||", 2))
def _either(x: Context, node: Node) -> Any:
    left, right = node.args
    name = fresh(x, "x", node.meta)
    return case(left, [guarded(name, is_falsy(name, node.meta), right, node.meta),
                       arrow([name], name, node.meta)], node.meta.with_(form="||"))  # fmt: skip


@kernel_macro(("!", 1))
def _not(x: Context, node: Node) -> Any:
    inner = node.args[0]
    if inner.__class__ is Node and inner.is_call("!", 1):
        return choice(x, node, inner.args[0], TRUE, FALSE)
    return choice(x, node, inner, FALSE, TRUE)


@kernel_macro(("and", 2), ("or", 2))
def _boolean(x: Context, node: Node) -> Any:
    name = "andalso" if node.form is Atom("and") else "orelse"
    if x.match == "match":
        raise x.error(node.meta, f"cannot invoke remote function :erlang.{name}/2 inside a match")
    left = expand(x, node.args[0])
    before = x.vars
    right = expand(x, node.args[1])
    x.vars = before
    return Done(erlang(name, [left, right], node.meta))


@kernel_macro(("in", 2))
def _in(x: Context, node: Node) -> Any:
    left, right = node.args
    right = _plain(x, right)
    if x.match == "match":
        raise x.error(node.meta, "invalid pattern in match, in is not allowed in matches")
    if right.__class__ is list:
        return _in_list(x, node, left, right)
    if right.__class__ is Node and right.form is Atom("%{}") and keyword(right.args, "__struct__") is not None:
        if x.match == "guard":
            return _in_range(x, node, left, right.args)
    elif x.match == "guard":
        raise x.error(node.meta, 'invalid right argument for operator "in", it expects a compile-time proper list or '
                      "compile-time range on the right side when used in guard expressions, got: "
                      f"{_source(right)}", "ArgumentError")  # fmt: skip
    return elixir("Enum", "member?", [right, left], node.meta)


def _plain(x: Context, node: Any) -> Any:
    """Return a list or range that macros and attributes give, as far as it can be told here."""
    from simulator.elixir.expand.macros import expand_once

    if node.__class__ is Node and node.args.__class__ is list \
            and (node.form in (Atom(".."), Atom("..//"), Atom("@")) or str(node.form).startswith("sigil_")):  # fmt: skip
        saved = x.match
        x.match = None if node.form is Atom("@") else x.match
        made = expand_once(x, node)
        if made is node:
            made = expand(x, node)
        x.match = saved
        return made
    return node


def _in_list(x: Context, node: Node, left: Any, items: list[Any]) -> Any:
    meta = node.meta
    if not items:
        return case(left, [arrow([underscore(meta)], FALSE, meta)], meta) if x.match is None else FALSE
    if items[-1].__class__ is Node and items[-1].is_call("|", 2):
        if x.match == "guard":
            return _in_cons(x, node, left, items)
        return elixir("Enum", "member?", [items, left], meta)
    if x.match == "guard":
        return _any(left, items, meta)
    if all(item.__class__ in (int, str, float, bytes, Atom) for item in items):
        return Done(remote_member(x, left, items, meta))
    name = fresh(x, "in", meta)
    return Node(Atom("__block__"), meta, [Node(Atom("="), meta, [name, left]), _any(name, items, meta)])


def _in_cons(x: Context, node: Node, left: Any, items: list[Any]) -> Any:
    last = items[-1]
    heads = _any(left, [*items[:-1], last.args[0]], node.meta)
    tail = elixir("Kernel", "in", [left, last.args[1]], node.meta)
    return erlang("orelse", [heads, tail], node.meta)


def _any(left: Any, items: list[Any], meta: Meta) -> Any:
    result = erlang("=:=", [left, items[0]], meta)
    for item in items[1:]:
        result = erlang("orelse", [result, erlang("=:=", [left, item], meta)], meta)
    return result


def remote_member(x: Context, left: Any, items: list[Any], meta: Meta) -> Node:
    """Return ``:lists.member(left, items)`` on literals, which compares strictly."""
    from simulator.elixir.expand.build import remote

    done = expand_args(x, [left, items])
    return remote(Atom("lists"), "member", done, meta)


def _in_range(x: Context, node: Node, left: Any, pairs: list[Any]) -> Any:
    meta = node.meta
    first, last, step = (keyword(pairs, key) for key in ("first", "last", "step"))
    integer = elixir("Kernel", "is_integer", [left], meta)

    def both(one: Any, other: Any) -> Node:
        return erlang("andalso", [one, other], meta)

    def inside(low: Any, high: Any) -> Node:
        return both(erlang(">=", [left, low], meta), erlang("=<", [left, high], meta))

    if step.__class__ is not int:
        raise x.not_supported(meta, "a range whose step is no literal, in a guard")
    if step in (1, -1):
        return both(integer, inside(first, last) if step == 1 else inside(last, first))
    rest = erlang("rem", [erlang("-", [left, first], meta), step], meta)
    limits = inside(first, last) if step > 0 else inside(last, first)
    return both(integer, both(limits, erlang("=:=", [rest, 0], meta)))


def _source(node: Any) -> str:
    from simulator.elixir.expand.to_source import to_source

    return to_source(node)


@kernel_macro(("|>", 2))
def _pipe(x: Context, node: Node) -> Any:
    steps: list[tuple[Any, Node]] = []
    first: Any = node
    while first.__class__ is Node and first.is_call("|>", 2):
        steps.append((first.args[1], first))
        first = first.args[0]
    whole = first
    for step, operator in reversed(steps):
        if step.__class__ is Node and (step.is_call("dbg", 0) or step.is_call("dbg", 1)):
            first = piped(x, whole, step, operator)
            whole = first
        else:
            first = piped(x, first, step, operator)
            whole = Node(operator.form, operator.meta, [whole, step])
    return first


def piped(x: Context, value: Any, step: Any, operator: Node, position: int = 0) -> Any:
    """Return *step* with *value* as its first argument."""
    if step.__class__ is not Node:
        raise x.error(operator.meta, _bad_pipe(value, step, "can only pipe into local calls foo(), remote calls "
                      "Foo.bar() or anonymous function calls foo.()"), "ArgumentError")  # fmt: skip
    if step.form is Atom("fn"):
        raise x.error(operator.meta, _bad_fn(value), "ArgumentError")
    if step.form is Atom("__aliases__") or step.form is Atom("{}") or step.form is Atom("%{}"):
        raise x.error(operator.meta, _bad_pipe(value, step, "can only pipe into local calls foo(), remote calls "
                      "Foo.bar() or anonymous function calls foo.()"), "ArgumentError")  # fmt: skip
    if step.args.__class__ is list:
        return Node(step.form, step.meta, [*step.args[:position], value, *step.args[position:]])
    return Node(step.form, step.meta, [value])


def _bad_pipe(value: Any, step: Any, why: str) -> str:
    return f"cannot pipe {_source(value)} into {_source(step)}, {why}"


def _bad_fn(value: Any) -> str:
    return (
        f"cannot pipe {_source(value)} into an anonymous function without calling the function; use Kernel.then/2 "
        "instead or define the anonymous function as a regular private function"
    )


@kernel_macro(("<>", 2))
def _concat(x: Context, node: Node) -> Any:
    parts: list[Any] = []
    rest: Any = node
    while rest.__class__ is Node and rest.is_call("<>", 2):
        parts.append(rest.args[0])
        rest = rest.args[1]
    parts.append(rest)
    if x.match == "match":
        _check_concat(x, node, parts)
    return Node(Atom("<<>>"), node.meta, [_binary(x, part) for part in parts])


def _check_concat(x: Context, node: Node, parts: list[Any]) -> None:
    for part in parts[:-1]:
        if part.__class__ is Node and part.is_variable:
            raise x.error(node.meta, "the left argument of <> operator inside a match should always be a literal binary "
                          f"because its size can't be verified. Got: {_source(part)}", "ArgumentError")  # fmt: skip


def _binary(x: Context, part: Any) -> Any:
    if part.__class__ is str or part.__class__ is bytes:
        return part
    if part.__class__ in (int, float, Atom, list, tuple):
        meta = Meta()
        raise x.error(meta, f"expected binary argument in <> operator but got: {_source(part)}", "ArgumentError")
    if part.__class__ is Node and part.form is Atom("<<>>") and part.meta.get("delimiter"):
        return Node(Atom("::"), part.meta, [part, variable("binary", part.meta)])
    return Node(Atom("::"), part.meta, [part, variable("binary", part.meta)])


@kernel_macro(("tap", 2))
def _tap(x: Context, node: Node) -> Any:
    name = fresh(x, "tap", node.meta)
    meta = node.meta
    function = Node(Node(Atom("."), meta, [node.args[1]]), meta, [name])
    return Node(Atom("__block__"), meta, [Node(Atom("="), meta, [name, node.args[0]]),
                                          Node(Atom("="), meta, [underscore(meta), function]), name])  # fmt: skip


@kernel_macro(("then", 2))
def _then(x: Context, node: Node) -> Any:
    return Node(Node(Atom("."), node.meta, [node.args[1]]), node.meta, [node.args[0]])


@kernel_macro(("..", 0), ("..", 2), ("..//", 3))
def _range(x: Context, node: Node) -> Any:
    if not node.args:
        return _range_struct([0, -1, 1], node.meta)
    first, last = expand_args(x, node.args[:2]) if x.match is None else [expand(x, each) for each in node.args[:2]]
    step = expand(x, node.args[2]) if len(node.args) == 3 else None
    for limit in (first, last, *(() if step is None else (step,))):
        if limit.__class__ in (float, str, bytes, Atom, list, tuple):
            raise x.error(node.meta, f"ranges (first..last//step) expect both sides to be integers, got: {_source(node)}", "ArgumentError")  # fmt: skip
    if x.match == "match":
        pattern = [first, last, Node(Atom("_"), node.meta, None) if step is None else step]
        return Done(_range_struct(pattern, node.meta))
    if first.__class__ is int and last.__class__ is int and (step is None or step.__class__ is int):
        if step == 0:
            raise x.error(node.meta, f"ranges (first..last//step) expect the step to be a non-zero integer, got: "
                          f"{_source(node)}", "ArgumentError")  # fmt: skip
        chosen = step if step is not None else (1 if first <= last else -1)
        return Done(_range_struct([first, last, chosen], node.meta))
    arguments = [first, last] if step is None else [first, last, step]
    if x.match == "guard":
        return Done(_range_struct([first, last, 1 if step is None else step], node.meta))
    return Done(elixir("Range", "new", arguments, node.meta))


def _range_struct(parts: list[Any], meta: Meta) -> Node:
    first, last, step = parts
    return Node(Atom("%{}"), meta, [
        (Atom("__struct__"), Atom("Elixir.Range")), (Atom("first"), first), (Atom("last"), last), (Atom("step"), step),
    ])  # fmt: skip


@kernel_macro(("match?", 2))
def _matches(x: Context, node: Node) -> Any:
    pattern, subject = node.args
    meta = node.meta
    if pattern.__class__ is Node and pattern.is_variable and pattern.form is Atom("_"):
        return Node(Atom("__block__"), meta, [Node(Atom("="), meta, [underscore(meta), subject]), TRUE])
    return case(subject, [arrow([pattern], TRUE, meta), arrow([underscore(meta)], FALSE, meta)], meta)


@kernel_macro(("to_string", 1))
def _to_string(x: Context, node: Node) -> Any:
    return elixir("String.Chars", "to_string", node.args, node.meta)


@kernel_macro(("to_charlist", 1), ("to_char_list", 1))
def _to_charlist(x: Context, node: Node) -> Any:
    return elixir("List.Chars", "to_charlist", node.args, node.meta)


@kernel_macro(("is_nil", 1))
def _is_nil(x: Context, node: Node) -> Any:
    return erlang("=:=", [node.args[0], NIL], node.meta)


@kernel_macro(("is_struct", 1), ("is_struct", 2), ("is_exception", 1), ("is_exception", 2))
def _is_struct(x: Context, node: Node) -> Any:
    """Whether a map has the key ``__struct__`` with an atom (the given one; with ``__exception__: true``)."""
    meta = node.meta
    subject = node.args[0]
    if x.match == "guard":
        return _struct_guard(node, subject, meta)
    name = fresh(x, "struct", meta)
    pairs: list[Any] = [(Atom("__struct__"), fresh(x, "name", meta))]
    if node.form is Atom("is_exception"):
        pairs.append((Atom("__exception__"), TRUE))
    given = [] if len(node.args) == 1 else [node.args[1]]
    test = erlang("is_atom", [pairs[0][1]], meta)
    if given:
        test = erlang("=:=", [pairs[0][1], *given], meta)
    body = case(name, [guarded(Node(Atom("%{}"), meta, pairs), test, TRUE, meta),
                       arrow([underscore(meta)], FALSE, meta)], meta)  # fmt: skip
    return Node(Atom("__block__"), meta, [Node(Atom("="), meta, [name, subject]), body])


def _struct_guard(node: Node, subject: Any, meta: Meta) -> Any:
    def has(key: str) -> Node:
        return elixir("Kernel", "is_map_key", [subject, Atom(key)], meta)

    def value(key: str) -> Node:
        return erlang("map_get", [Atom(key), subject], meta)

    tests = [erlang("is_map", [subject], meta), has("__struct__")]
    tests.append(erlang("is_atom", [value("__struct__")], meta))
    if node.form is Atom("is_exception"):
        tests += [has("__exception__"), erlang("=:=", [value("__exception__"), TRUE], meta)]
    if len(node.args) == 2:
        tests.append(erlang("=:=", [value("__struct__"), node.args[1]], meta))
    result = tests[0]
    for test in tests[1:]:
        result = erlang("andalso", [result, test], meta)
    return result


@kernel_macro(("destructure", 2))
def _destructure(x: Context, node: Node) -> Any:
    left, right = node.args
    if left.__class__ is not list:
        raise x.error(node.meta, "no function clause matching in Kernel.destructure/2", "FunctionClauseError")
    value = elixir("Kernel.Utils", "destructure", [right, len(left)], node.meta)
    return Node(Atom("="), node.meta, [left, value])


@kernel_macro(("binding", 0), ("binding", 1))
def _binding(x: Context, node: Node) -> Any:
    kind = node.args[0] if node.args and node.args[0] is not NIL else None
    names = sorted(name for name, context in x.vars if context is kind)
    return [(Atom(name), variable(name, node.meta, kind)) for name in names]


@kernel_macro(("var!", 1), ("var!", 2))
def _var(x: Context, node: Node) -> Any:
    inner = node.args[0]
    if inner.__class__ is not Node or not inner.is_variable:
        raise x.error(node.meta, f"expected a variable to be given to var!, got: {_source(inner)}", "ArgumentError")
    kind = None
    if len(node.args) == 2:
        kind = expand(x, node.args[1])
        kind = None if kind is NIL else kind
    meta = Meta(inner.meta.line, inner.meta.column)
    return Node(inner.form, meta, kind)


@kernel_macro(("alias!", 1))
def _alias(x: Context, node: Node) -> Any:
    inner = node.args[0]
    return Node(inner.form, Meta(inner.meta.line, inner.meta.column), inner.args) if inner.__class__ is Node else inner

