"""``quote``, ``unquote`` and ``Macro.escape``: code that makes quoted code.

A quoted form becomes an expression that builds its term: ``{form, meta, args}``, lists, tuples, literals.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.names import library
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, form
from simulator.elixir.runtime.titles import captured
from simulator.elixir.tree.build import DOT, NIL, TRUE, WHEN, is_alias, is_keyword, keyword, remote
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.operators import FUNCTIONS, MACROS, SPECIAL_FORMS
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_UNQUOTE = Atom("unquote")
_SPLICING = Atom("unquote_splicing")
_TUPLE = Atom("{}")
_ANNOTATED = frozenset(map(Atom, (
    "def", "defp", "defmacro", "defmacrop", "@", "alias", "import", "require",
)))  # fmt: skip
_KERNEL: dict[str, list[int]] = {}
"""The arities that Kernel has of a name."""
for _name, _arity in sorted(FUNCTIONS | MACROS):
    _KERNEL.setdefault(_name, []).append(_arity)


class _Quote:
    """How a ``quote`` is to be done."""

    __slots__ = ("context", "line", "unquote", "x")

    def __init__(self, x: Context | None, context: Any, unquote: bool) -> None:
        self.x = x
        self.context = context
        self.unquote = unquote
        self.line: Any = None


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
                      'invalid arguments for "quote"')  # fmt: skip
    bound = keyword(options, "bind_quoted")
    how = _Quote(x, _context(x, options), _unquotes(x, options, bound is not None))
    how.line = keyword(options, "line")
    how.line = TRUE if keyword(options, "location") is Atom("keep") else how.line
    if how.line is not None and how.line is not TRUE and how.line.__class__ is not int:
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
    """``bind_quoted``: assignments of what the values are now, before the body."""
    pairs = bound if is_keyword(bound) else expand(x, bound)
    assignments: list[Any] = []
    for name, value in pairs:
        variable = Node(_TUPLE, node.meta, [name, [(Atom("line"), node.line)], how.context])
        assignments.append(Node(_TUPLE, node.meta, [Atom("="), [], [variable, value]]))
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
        member = _unquoted_member(node)
        if member is not None:
            return _dynamic_member(how, node, member, [])
        member = _unquoted_member(name)
        if member is not None:
            return _dynamic_member(how, node, member, node.args)
    if name is Atom("quote") and node.args.__class__ is list and node.args and how.unquote:
        inner = _without(how)
        note = [(Atom("context"), how.context)] if how.x is not None else []
        return Node(_TUPLE, node.meta, [node.form, [*_place(how, node), *note], _args(inner, node.args)])
    if is_alias(node) and how.x is not None:
        return _alias(how, node)
    if name.__class__ is Atom and node.args.__class__ is not list:
        context = how.context if node.args is None and how.x is not None else _variable_context(how, node)
        return Node(_TUPLE, node.meta, [name, _meta(how, node), context])
    if name in _ANNOTATED and how.x is not None and node.args and node.args.__class__ is list:
        return _annotated(how, node)
    if name is Atom("&") and how.x is not None and len(node.args) == 1:
        return _capture(how, node)
    return _plain(how, node)


def _annotated(how: _Quote, node: Node) -> Any:
    """Definitions, attributes, ``alias`` and its like say in which context they were quoted."""
    first = node.args[0]
    context = (Atom("context"), how.context)
    if node.form in (Atom("alias"), Atom("import"), Atom("require")):
        return Node(_TUPLE, node.meta, [node.form, [*_meta(how, node), context], _args(how, node.args)])
    if first.__class__ is not Node or first.form.__class__ is not Atom or first.args.__class__ is not list \
            or first.form in (_UNQUOTE, _SPLICING, WHEN):  # fmt: skip
        return _plain(how, node)
    head = Node(_TUPLE, first.meta, [first.form, [*_place(how, first), context], _args(how, first.args)])
    return Node(_TUPLE, node.meta, [node.form, _meta(how, node), [head, *_args(how, node.args[1:])]])


def _variable_context(how: _Quote, node: Node) -> Any:
    return NIL if node.args is None else node.args


def _without(how: _Quote) -> _Quote:
    other = _Quote(how.x, how.context, False)
    other.line = how.line
    return other


def _is_unquoted_call(name: Any) -> bool:
    """``unquote(name)(args)``."""
    return name.__class__ is Node and name.form is _UNQUOTE


def _unquoted_member(node: Any) -> Any:
    """``Mod.unquote(name)``: return the module's code and the name's; None for anything else."""
    if node.__class__ is not Node or node.form.__class__ is not Node or node.form.form is not DOT:
        return None
    parts = node.form.args
    if len(parts) == 2 and parts[1] is _UNQUOTE and len(node.args) == 1:
        return parts[0], node.args[0]
    return None


def _dynamic_call(how: _Quote, node: Node) -> Any:
    return Node(_TUPLE, node.meta, [node.form.args[0], _meta(how, node), _args(how, node.args)])


def _dynamic_member(how: _Quote, node: Node, member: Any, args: list[Any]) -> Any:
    receiver, name = _quoted(how, member[0]), member[1]
    dot = Node(_TUPLE, node.meta, [DOT, [], [receiver, name]])
    return Node(_TUPLE, node.meta, [dot, _meta(how, node), _args(how, args)])


def _plain(how: _Quote, node: Node) -> Any:
    name = node.form
    if name.__class__ is Atom:
        head: Any = name
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
            library.used_alias(x, first)
            rest = [part.name for part in node.args[1:]]
            target = Atom(".".join([found.name, *rest]))
    meta = [*_meta(how, node), (Atom("alias"), target)]
    return Node(_TUPLE, node.meta, [node.form, meta, _args(how, node.args)])


def _capture(how: _Quote, node: Node) -> Any:
    """``&name/arity`` of what is imported says from where."""
    slash = node.args[0]
    x = how.x
    assert x is not None
    if not (slash.__class__ is Node and slash.is_call("/", 2) and slash.args[0].__class__ is Node
            and slash.args[0].is_variable and slash.args[1].__class__ is int):  # fmt: skip
        return _plain(how, node)
    target = slash.args[0]
    module = _importer(x, target.form.name, slash.args[1])
    if module is None:
        return _plain(how, node)
    notes = (Atom("imports"), [(slash.args[1], module)])
    context = (Atom("context"), how.context)
    inner = Node(_TUPLE, node.meta, [target.form, [*_place(how, target), context, notes], how.context])
    whole = Node(_TUPLE, node.meta, [slash.form, _meta(how, slash), [inner, slash.args[1]]])
    return Node(_TUPLE, node.meta, [node.form, [notes, context, *_place(how, node)], [whole]])


def _importer(x: Context, name: str, arity: int) -> Atom | None:
    """Return the module from which a function or macro is imported."""
    key = name, arity
    module = x.functions.get(key) or x.macros.get(key)
    if module is None and key not in x.excluded and (key in FUNCTIONS or key in MACROS):
        return Atom("Elixir.Kernel")
    return module


def _imports(x: Context, name: str) -> list[Any]:
    """Return arity and module of all that is imported under a name."""
    found = {arity: module for (other, arity), module in {**x.functions, **x.macros}.items() if other == name}
    for arity in _KERNEL.get(name, ()):
        if (name, arity) not in x.excluded:
            found.setdefault(arity, Atom("Elixir.Kernel"))
    return sorted(found.items())


def _place(how: _Quote, node: Node) -> list[Any]:
    """The notes that a quoted node has of its own: its line, if one is asked for, its delimiter."""
    notes: list[Any] = []
    if how.x is None:
        if node.meta.line:
            notes.append((Atom("line"), node.meta.line))
        if node.meta.get("alias") is not None:  # what a macro's alias stands for
            notes.append((Atom("alias"), node.meta.get("alias")))
    elif how.line is not None:
        notes.append((Atom("line"), node.meta.line if how.line is TRUE else how.line))
    if node.meta.get("counter") is not None:  # whose variable it is: of which expansion of a macro
        notes.append((Atom("counter"), node.meta.get("counter")))
    if node.meta.get("delimiter"):
        notes.append((Atom("delimiter"), node.meta.get("delimiter")))
    if node.meta.get("no_parens"):
        notes.append((Atom("no_parens"), TRUE))
    return notes


def _meta(how: _Quote, node: Node) -> list[Any]:
    """The notes that go with a quoted node: its place, and what it is imported from, for which arities."""
    notes = _place(how, node)
    x = how.x
    if x is not None and node.form.__class__ is Atom and node.args.__class__ is list \
            and node.form.name not in SPECIAL_FORMS:  # fmt: skip
        found = _imports(x, node.form.name)
        if any(arity == len(node.args) for arity, _ in found):
            notes += [(Atom("context"), how.context), (Atom("imports"), found)]
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
        if node.form.__class__ is Node and (contains_unquote(node.form) or _unquoted_member(node) is not None):
            return True
        return node.args.__class__ is list and any([contains_unquote(arg) for arg in node.args])
    if kind is list or kind is tuple:
        return any([contains_unquote(each) for each in node])
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
    from simulator.elixir.tree.quoted import escaped

    return escaped(term, meta, captured)
