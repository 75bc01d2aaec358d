"""Elixir's ``Macro``: quoted code as data, in macros and wherever else it is taken apart."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.runtime import index
from simulator.elixir.runtime.bridge import FALSE, NIL, boolean
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.open_modules import expanded_place
from simulator.elixir.runtime.titles import captured
from simulator.elixir.runtime.values.counted import count
from simulator.elixir.runtime.world import World, world
from simulator.elixir.syntax.escapes import BadEscape, unescape
from simulator.elixir.tree.nodes import Meta
from simulator.elixir.tree.quoted import escaped, from_terms, to_terms
from simulator.elixir.tree.to_source import BINARY, UNARY, to_source
from simulator.terms import Atom, Pid, inspect
from simulator.terms.lists import EMPTY, from_list, is_cell, is_list, parts, to_list
from simulator.terms.weight import weigh

_OK = Atom("ok")
_BAR = Atom("|")
_SPLICING = Atom("unquote_splicing")
_APPEND = (Atom("."), EMPTY, from_list([Atom("erlang"), Atom("++")]))
_ELIXIR = "Elixir."


def to_string(quoted: Any) -> str:
    """``Macro.to_string/1``"""
    return to_source(from_terms(quoted))


def escape(term: Any) -> Any:
    """``Macro.escape/1``"""
    return to_terms(escaped(term, Meta(), captured))


def escape_with(term: Any, options: Any) -> Any:
    """``Macro.escape/2``: with ``unquote: true`` what is unquoted in the term stays code."""
    if dict(to_list(options)).get(Atom("unquote")) is Atom("true"):
        return _escaped_around(term)
    return escape(term)


def _escaped_around(term: Any) -> Any:
    """Escape a term, but for what is in calls of ``unquote``."""
    kind = term.__class__
    if kind is tuple:
        if len(term) == 3 and term[0] is Atom("unquote") and is_cell(term[2]):
            return to_list(term[2])[0]
        made = [_escaped_around(each) for each in term]
        return tuple(made) if len(made) == 2 else (Atom("{}"), EMPTY, from_list(made))
    return _escaped_items(*parts(term)) if is_cell(term) else escape(term)


def _escaped_items(items: list[Any], tail: Any) -> Any:
    """Escape a list; what is spliced into it is put before what follows."""
    made: list[Any] = []
    rest = EMPTY if tail is EMPTY else _escaped_around(tail)
    for item in reversed(items):
        if item.__class__ is tuple and len(item) == 3 and item[0] is _SPLICING and is_cell(item[2]):
            rest = _APPEND, EMPTY, from_list([to_list(item[2])[0], _list_before(made, rest)])
            made = []
        elif rest is not EMPTY and not made:
            made = [(_BAR, EMPTY, from_list([_escaped_around(item), rest]))]
            rest = EMPTY
        else:
            made.append(_escaped_around(item))
    return _list_before(made, rest)


def _list_before(items: list[Any], rest: Any) -> Any:
    return rest if not items else from_list(items[::-1])


def var(name: Any, context: Any) -> Any:
    """``Macro.var/2``"""
    return name, EMPTY, context


def generate_arguments(amount: Any, context: Any) -> Any:
    """``Macro.generate_arguments/2``"""
    return from_list([(Atom(f"arg{index + 1}"), EMPTY, context) for index in range(amount)]) if amount else EMPTY


def underscore(name: Any) -> str:
    """``Macro.underscore/1``"""
    import re

    text = name.name.removeprefix(_ELIXIR) if name.__class__ is Atom else name
    parts = text.split(".")
    pieces = [re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", part).lower() for part in parts]
    return "/".join(pieces).replace("-", "_")


def camelize(name: Any) -> str:
    """``Macro.camelize/1``"""
    text = name.name.removeprefix(_ELIXIR) if name.__class__ is Atom else name
    return ".".join("".join(word[:1].upper() + word[1:] for word in part.split("_")) for part in text.split("/"))


def _children(node: Any) -> list[Any] | None:
    """Return what traversals visit below a node; None for a leaf."""
    if node.__class__ is tuple and len(node) == 3 and is_list(node[1]):
        return [node[0], *(to_list(node[2]) if is_list(node[2]) else [])]
    if node.__class__ is tuple and len(node) == 2:
        return list(node)
    return to_list(node) if is_cell(node) else None


def _with_children(node: Any, children: list[Any]) -> Any:
    if node.__class__ is tuple and len(node) == 3:
        args = node[2] if node[2].__class__ is Atom else from_list(children[1:]) if len(children) > 1 else EMPTY
        return children[0], node[1], args
    if node.__class__ is tuple:
        return tuple(children)
    return from_list(children)


def _called(function: Any, *args: Any) -> Any:
    answer = function(*args)
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def traverse(node: Any, acc: Any, before: Any, after: Any) -> Any:
    """``Macro.traverse/4``"""
    count(1)
    node, acc = yield from _called(before, node, acc)
    children = _children(node)
    if children is not None:
        fixed = node.__class__ is tuple and len(node) == 3 and node[0].__class__ is Atom
        done = []
        for index, child in enumerate(children):
            if fixed and index == 0:
                done.append(child)
                continue
            child, acc = yield from traverse(child, acc, before, after)
            done.append(child)
        node = _with_children(node, done)
    return (yield from _called(after, node, acc))


def _kept(node: Any, acc: Any) -> Any:
    return node, acc


def _plainly(function: Any) -> Any:
    """Return a function of node and accumulator that leaves the accumulator alone."""

    def step(node: Any, acc: Any) -> Any:
        return (yield from _called(function, node)), acc

    return step


def prewalk(node: Any, function: Any) -> Any:
    """``Macro.prewalk/2``"""
    return (yield from traverse(node, NIL, _plainly(function), _kept))[0]


def prewalk_with(node: Any, acc: Any, function: Any) -> Any:
    """``Macro.prewalk/3``"""
    return (yield from traverse(node, acc, function, _kept))


def postwalk(node: Any, function: Any) -> Any:
    """``Macro.postwalk/2``"""
    return (yield from traverse(node, NIL, _kept, _plainly(function)))[0]


def postwalk_with(node: Any, acc: Any, function: Any) -> Any:
    """``Macro.postwalk/3``"""
    return (yield from traverse(node, acc, _kept, function))


def expand_once(node: Any, env: Any) -> Any:
    """``Macro.expand_once/2``"""
    place = expanded_place()
    if place is not None:
        return place.unit.above.expand_once(place, node, env)
    return World.expand_once(node, env)


def expand(node: Any, env: Any) -> Any:
    """``Macro.expand/2``: expanded again and again, until it is no macro call."""
    while True:
        made = expand_once(node, env)
        if made is node:
            return node
        node = made


def decompose_call(node: Any) -> Any:
    """``Macro.decompose_call/1``"""
    if node.__class__ is not tuple or len(node) != 3:
        return Atom("error")
    form, _, args = node
    if is_list(args) and form.__class__ is tuple and len(form) == 3 and form[0] is Atom("."):
        what = to_list(form[2])
        if len(what) == 2 and what[0].__class__ in (tuple, Atom):
            return what[0], what[1], args
    if form.__class__ is not Atom or (form is Atom("{}") and is_list(args)):
        return Atom("error")
    if is_list(args):
        return form, args
    return (form, EMPTY) if args.__class__ is Atom else Atom("error")


def unpipe(node: Any) -> Any:
    """``Macro.unpipe/1``: the steps of a pipe, each with the place that the one before it takes."""
    steps = []
    while is_quoted_call(node, "|>", 2):
        left, right = to_list(node[2])
        steps.append((right, 0))
        node = left
    return from_list([(node, 0), *reversed(steps)])


def pipe(value: Any, node: Any, position: Any) -> Any:
    """``Macro.pipe/3``: the call with one more argument."""
    if position.__class__ is not int:
        raise function_clause("List", "insert_at", 3, [EMPTY, position, value])
    if node.__class__ is tuple and len(node) == 3:
        form, meta, args = node
        if args.__class__ is Atom:
            return form, meta, from_list([value])
        if is_list(args) and form not in (Atom("&"), Atom("__aliases__"), Atom("fn")):
            given = to_list(args)
            position = position if position >= 0 else max(0, len(given) + 1 + position)
            return form, meta, from_list([*given[:position], value, *given[position:]])
    raise error("ArgumentError", message=f"cannot pipe {to_string(value)} into {to_string(node)}, can only pipe into "
                "local calls foo(), remote calls Foo.bar() or anonymous function calls foo.()")  # fmt: skip


def is_quoted_call(node: Any, name: str, arity: int) -> bool:
    """Whether a term is the quoted call of a name with so many arguments."""
    return (
        node.__class__ is tuple and len(node) == 3 and node[0] is Atom(name) and is_list(node[2])
        and len(to_list(node[2])) == arity
    )  # fmt: skip


def is_special_form(name: Any, arity: Any) -> Atom:
    """``Macro.special_form?/2``"""
    known = index.known("Elixir.Kernel.SpecialForms") or {}
    return boolean(f"{name.name}/{arity}" in known)


def is_operator(name: Any, arity: Any) -> Atom:
    """``Macro.operator?/2``"""
    return boolean((arity == 2 and name.name in BINARY) or (arity == 1 and name.name in UNARY) or
                   (name.name, arity) == ("..//", 3))  # fmt: skip


def is_quoted_literal(node: Any) -> Atom:
    """``Macro.quoted_literal?/1``"""
    return boolean(_is_literal(node))


def _is_literal(node: Any) -> bool:
    if node.__class__ is tuple:
        if len(node) == 3 and is_list(node[1]):
            form, _, args = node
            if form is Atom("__aliases__"):
                return all(each.__class__ is Atom for each in to_list(args))
            if form in (Atom("{}"), Atom("%{}")):
                return all(_is_literal(each) for each in to_list(args))
            if form is Atom("%"):
                return all(_is_literal(each) for each in to_list(args))
            if form in (Atom("+"), Atom("-")) and is_list(args) and len(to_list(args)) == 1:
                return to_list(args)[0].__class__ in (int, float)
            return False
        return len(node) == 2 and all(_is_literal(each) for each in node)
    if is_cell(node):
        return all(_is_literal(each) for each in to_list(node))
    return node is EMPTY or node.__class__ in (Atom, int, float, str, bytes)


def update_meta(node: Any, function: Any) -> Any:
    """``Macro.update_meta/2``"""
    if node.__class__ is tuple and len(node) == 3 and is_list(node[1]):
        return node[0], (yield from _called(function, node[1])), node[2]
    return node


def validate(node: Any) -> Any:
    """``Macro.validate/1``"""
    wrong = _invalid(node)
    return _OK if wrong is None else (Atom("error"), wrong[0])


def _invalid(node: Any) -> tuple[Any] | None:
    """Return what makes a term no quoted code; None if it is quoted code."""
    kind = node.__class__
    if kind is tuple:
        if len(node) == 2:
            return _invalid(node[0]) or _invalid(node[1])
        if len(node) == 3 and is_list(node[1]) and (node[0].__class__ in (Atom, tuple)):
            head = None if node[0].__class__ is Atom else _invalid(node[0])
            if node[2].__class__ is Atom:
                return head
            return head or (_invalid(node[2]) if is_list(node[2]) else (node,))
        return (node,)
    if is_cell(node):
        return next((wrong for wrong in map(_invalid, to_list(node)) if wrong is not None), None)
    fine = node is EMPTY or kind in (Atom, int, float, str, bytes, Pid)
    return None if fine else (node,)


def inspect_atom(kind: Any, atom: Any) -> str:
    """``Macro.inspect_atom/2``"""
    shown = inspect(atom)
    bare = shown.removeprefix(":")
    if kind is Atom("literal"):
        return shown
    if kind is Atom("key"):
        return f"{bare}:" if shown.startswith(":") else f"{atom.name}:"
    return bare if shown.startswith(":") else atom.name


def classify_atom(atom: Any) -> Atom:
    """``Macro.classify_atom/1``"""
    shown = inspect(atom)
    if not shown.startswith(":") and atom.name.startswith("Elixir."):
        return Atom("alias")
    bare = shown.removeprefix(":")
    if bare.startswith('"'):
        return Atom("quoted")
    if atom.name.isidentifier() or atom.name[:-1].isidentifier():
        return Atom("identifier" if atom.name[0].islower() or atom.name[0] == "_" else "unquoted")
    return Atom("unquoted")


def unescape_string(text: Any) -> Any:
    """``Macro.unescape_string/1``"""
    try:
        return unescape(text)
    except BadEscape as bad:
        raise error("ArgumentError", message=str(bad)) from None


def path(node: Any, function: Any) -> Any:
    """``Macro.path/2``: the node for which a function is true, and those around it, outwards."""
    found = yield from _path(node, [], function)
    return NIL if found is None else from_list(found)


def _path(node: Any, above: list[Any], function: Any) -> Any:
    here = [node, *above]
    if (yield from _called(function, node)) not in (NIL, FALSE):
        return here
    for child in (_children(node) or [])[1 if _is_named(node) else 0 :]:
        found = yield from _path(child, here, function)
        if found is not None:
            return found
    return None


def _is_named(node: Any) -> bool:
    return node.__class__ is tuple and len(node) == 3 and node[0].__class__ is Atom


def generate_unique_arguments(amount: Any, context: Any) -> Any:
    """``Macro.generate_unique_arguments/2``"""
    return from_list([unique_var(Atom(f"arg{number + 1}"), context) for number in range(amount)])


def unique_var(name: Any, context: Any) -> Any:
    """``Macro.unique_var/2``"""
    world().unique += 1
    return name, from_list([(Atom("counter"), -world().unique)]), context


def _walked(node: Any, before: bool) -> list[Any]:
    children = (_children(node) or [])[1 if _is_named(node) else 0 :]
    inner = [each for child in children for each in _walked(child, before)]
    return [node, *inner] if before else [*inner, node]


def prewalker(node: Any) -> Any:
    """``Macro.prewalker/1``"""
    weigh(node)
    return from_list(_walked(node, True))


def postwalker(node: Any) -> Any:
    """``Macro.postwalker/1``"""
    weigh(node)
    return from_list(_walked(node, False))


FUNCTIONS = {
    "classify_atom/1": classify_atom, "expand_once/2": expand_once, "generate_unique_arguments/2":
    generate_unique_arguments, "inspect_atom/2": inspect_atom, "operator?/2": is_operator, "pipe/3": pipe,
    "postwalker/1": postwalker, "prewalker/1": prewalker, "quoted_literal?/1": is_quoted_literal,
    "special_form?/2": is_special_form, "unescape_string/1": unescape_string, "unique_var/2": unique_var,
    "unpipe/1": unpipe, "validate/1": validate,
    "camelize/1": camelize,
    "decompose_call/1": decompose_call,
    "escape/1": escape,
    "escape/2": escape_with,
    "expand/2": expand,
    "generate_arguments/2": generate_arguments,
    "to_string/1": to_string,
    "underscore/1": underscore,
    "var/2": var,
}
BLOCKING = {
    "path/2": path,
    "update_meta/2": update_meta,
    "postwalk/2": postwalk,
    "postwalk/3": postwalk_with,
    "prewalk/2": prewalk,
    "prewalk/3": prewalk_with,
    "traverse/4": traverse,
}
