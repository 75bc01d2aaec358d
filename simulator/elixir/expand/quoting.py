"""``quote``, ``unquote`` and ``Macro.escape``: code that makes quoted code.

A quoted form becomes an expression that builds its term: ``{form, meta, args}``, lists, tuples, literals.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.ast import Meta, Node
from simulator.elixir.expand.build import DOT, NIL, TRUE, elixir, is_alias, is_keyword, keyword, remote
from simulator.elixir.expand.context import Context
from simulator.elixir.expand.core import expand, form
from simulator.elixir.expand.names import FUNCTIONS, MACROS, SPECIAL_FORMS
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_UNQUOTE = Atom("unquote")
_SPLICING = Atom("unquote_splicing")
_TUPLE = Atom("{}")


class _Quote:
    """How a ``quote`` is to be done."""

    __slots__ = ("context", "generated", "line", "location", "unquote", "x")

    def __init__(self, x: Context | None, context: Any, unquote: bool) -> None:
        self.x = x
        self.context = context
        self.unquote = unquote
        self.line: Any = None
        self.location = False
        self.generated = False


def make_tuple(parts: list[Any], meta: Meta) -> Any:
    """Return the quoted tuple of *parts*."""
    return (parts[0], parts[1]) if len(parts) == 2 else Node(_TUPLE, meta, parts)


@form("quote", 1)
@form("quote", 2)
def quote_form(x: Context, node: Node) -> Any:
    """``quote options do body end``."""
    options = _options(x, node)
    body = keyword(options, "do")
    if body is None:
        raise x.error(node.meta, "missing :do option in \"quote\"" if is_keyword(options) else
                      'invalid args for quote')  # fmt: skip
    bound = keyword(options, "bind_quoted")
    how = _Quote(x, _context(x, options), _unquotes(x, options, bound is not None))
    how.line = keyword(options, "line")
    how.location = keyword(options, "location") is Atom("keep")
    how.generated = keyword(options, "generated") is TRUE
    if how.line is not None and how.line.__class__ is not int:
        how.line = expand(x, how.line)
    if bound is None:
        return expand(x, _quoted(how, body))
    return _bound(x, node, how, bound, body)


def _options(x: Context, node: Node) -> Any:
    options = node.args[0] if len(node.args) == 1 else [*_keywords(x, node), *node.args[1]]
    return options


def _keywords(x: Context, node: Node) -> list[Any]:
    given = node.args[0]
    if not is_keyword(given):
        given = expand(x, given)
    if not is_keyword(given):
        raise x.error(node.meta, "invalid options for quote, expected a keyword list")
    return given  # type: ignore[no-any-return]


def _context(x: Context, options: Any) -> Any:
    given = keyword(options, "context")
    if given is not None:
        given = expand(x, given)
        if given.__class__ is not Atom or given is NIL:
            raise x.error(Meta(), f"invalid :context for quote, expected non-nil compile time atom or alias, got: "
                          f"{inspect_term(given)}")  # fmt: skip
        return given
    return x.module_name if x.module is not None else Atom("Elixir")


def _unquotes(x: Context, options: Any, bound: bool) -> bool:
    given = keyword(options, "unquote")
    return given is TRUE if given is not None else not bound


def _bound(x: Context, node: Node, how: _Quote, bound: Any, body: Any) -> Any:
    """``bind_quoted``: assignments of escaped values before the body."""
    pairs = bound if is_keyword(bound) else expand(x, bound)
    assignments: list[Any] = []
    for name, value in pairs:
        variable = Node(_TUPLE, node.meta, [name, [], how.context])
        made = elixir("Macro", "escape", [value, [(Atom("unquote"), TRUE)]], node.meta)
        assignments.append(Node(_TUPLE, node.meta, [Atom("="), [], [variable, made]]))
    quoted = _quoted(how, body)
    return expand(x, Node(_TUPLE, node.meta, [Atom("__block__"), [], [*assignments, quoted]]))


def _quoted(how: _Quote, node: Any) -> Any:
    kind = node.__class__
    if kind is Node:
        return _node(how, node)
    if kind is list:
        return _list(how, node)
    if kind is tuple:
        return (_quoted(how, node[0]), _quoted(how, node[1]))
    return node


def _node(how: _Quote, node: Node) -> Any:
    name = node.form
    if how.unquote:
        if name is _UNQUOTE and node.args.__class__ is list and len(node.args) == 1:
            return node.args[0]
        if _is_unquoted_call(name):
            return _dynamic_call(how, node)
    if name is Atom("quote") and node.args.__class__ is list and node.args and how.unquote:
        return _plain(_without(how), node)
    if name is Atom("__MODULE__") and node.args.__class__ is not list:
        return Node(_TUPLE, node.meta, [name, _meta(how, node), NIL])
    if is_alias(node) and how.x is not None:
        return _alias(how, node)
    if name.__class__ is Atom and node.args.__class__ is not list:
        return Node(_TUPLE, node.meta, [name, _meta(how, node), how.context if node.args is None and how.x is not None
                                        else _variable_context(how, node)])  # fmt: skip
    if name is Atom("&") and how.x is not None and len(node.args) == 1:
        return _capture(how, node)
    return _plain(how, node)


def _variable_context(how: _Quote, node: Node) -> Any:
    return NIL if node.args is None else node.args


def _without(how: _Quote) -> _Quote:
    other = _Quote(how.x, how.context, False)
    other.line = how.line
    return other


def _is_unquoted_call(name: Any) -> bool:
    """``unquote(name)(args)`` and ``Mod.unquote(name)(args)``."""
    if name.__class__ is not Node:
        return False
    if name.form is _UNQUOTE:
        return True
    return name.form is DOT and len(name.args) == 2 and name.args[1].__class__ is Node \
        and name.args[1].form is _UNQUOTE  # fmt: skip


def _dynamic_call(how: _Quote, node: Node) -> Any:
    name = node.form
    args = _args(how, node.args)
    meta = node.meta
    if name.form is _UNQUOTE:
        return Node(_TUPLE, meta, [name.args[0], _meta(how, node), args])
    receiver = _quoted(how, name.args[0])
    return elixir("Kernel.Utils", "quoted_dot", [receiver, name.args[1].args[0], args, _meta(how, node)], meta)


def _plain(how: _Quote, node: Node) -> Any:
    name = node.form
    if name.__class__ is Atom:
        head: Any = name
    elif name.form is DOT and how.unquote and len(name.args) == 2 and name.args[1].__class__ is Node:
        head = _quoted(how, name)
    else:
        head = _quoted(how, name)
    return Node(_TUPLE, node.meta, [head, _meta(how, node), _args(how, node.args)])


def _args(how: _Quote, args: Any) -> Any:
    return _list(how, args) if args.__class__ is list else (NIL if args is None else args)


def _list(how: _Quote, items: list[Any]) -> Any:
    """A list; ``unquote_splicing`` in it puts a whole list there."""
    if not how.unquote or not any(_spliced(item) for item in items):
        return [_quoted(how, item) for item in items]
    result: Any = []
    for item in reversed(items):
        if _spliced(item):
            result = item.args[0] if result == [] else remote(Atom("erlang"), "++", [item.args[0], result], item.meta)
            continue
        made = _quoted(how, item)
        if item.__class__ is Node and item.is_call("|", 2) and _spliced(item.args[0]):
            result = remote(Atom("erlang"), "++", [item.args[0].args[0], _quoted(how, item.args[1])], item.meta)
        elif result.__class__ is list:
            result = [made, *result]
        else:
            result = [Node(Atom("|"), Meta(), [made, result])]
    return result


def _spliced(item: Any) -> bool:
    return item.__class__ is Node and item.form is _SPLICING and item.args.__class__ is list


def _alias(how: _Quote, node: Node) -> Any:
    x = how.x
    assert x is not None
    first = node.args[0]
    target: Any = Atom("false")
    if first.__class__ is Atom:
        found = x.aliases.get(first)
        if found is not None:
            rest = [part.name for part in node.args[1:]]
            target = Atom(".".join([found.name, *rest]))
    meta = [*_meta(how, node), (Atom("alias"), target)]
    return Node(_TUPLE, node.meta, [node.form, meta, _args(how, node.args)])


def _capture(how: _Quote, node: Node) -> Any:
    return _plain(how, node)


def _meta(how: _Quote, node: Node) -> list[Any]:
    """The notes that go with a quoted node: its context and what it is imported from."""
    notes: list[Any] = []
    x = how.x
    if x is None:
        return [(Atom("line"), node.meta.line)] if node.meta.line else []
    if how.line is not None:
        notes.append((Atom("line"), how.line))
    if node.meta.get("no_parens"):
        notes.append((Atom("no_parens"), TRUE))
    if node.form.__class__ is Atom and node.args.__class__ is list:
        key = node.form.name, len(node.args)
        module = x.functions.get(key) or x.macros.get(key)
        if module is None and key not in x.excluded and (key in FUNCTIONS or key in MACROS):
            module = Atom("Elixir.Kernel")
        if module is not None and key[0] not in SPECIAL_FORMS:
            notes += [(Atom("context"), how.context), (Atom("import"), module)]
    return notes


def fragment(node: Any, context: Any = None) -> Any:
    """Return the expression that builds *node* with its ``unquote`` done; used for ``def`` in module bodies."""
    how = _Quote(None, context, True)
    return _quoted(how, node)


def contains_unquote(node: Any) -> bool:
    """Whether there is an ``unquote`` in *node* that belongs to it."""
    kind = node.__class__
    if kind is Node:
        if node.form is _UNQUOTE or node.form is _SPLICING:
            return node.args.__class__ is list
        if node.form is Atom("quote"):
            return False
        if node.form.__class__ is Node and contains_unquote(node.form):
            return True
        return node.args.__class__ is list and any(contains_unquote(arg) for arg in node.args)
    if kind is list or kind is tuple:
        return any(contains_unquote(each) for each in node)
    return False


@form("unquote", 1)
def unquote_form(x: Context, node: Node) -> Any:
    """``unquote`` outside of ``quote``."""
    raise x.error(node.meta, "unquote called outside quote")


@form("unquote_splicing", 1)
def splicing_form(x: Context, node: Node) -> Any:
    """``unquote_splicing`` outside of ``quote``."""
    raise x.error(node.meta, "unquote_splicing called outside quote")


def escape(term: Any, meta: Meta) -> Any:
    """Return quoted code that gives *term*, as ``Macro.escape/1`` does."""
    from simulator.elixir.quoted import escaped

    return escaped(term, meta)
