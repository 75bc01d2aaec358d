"""Quoted code as Elixir terms, and back: what macros take and give.

Source of the form: the guide "Quote and unquote" and the ``Macro`` module.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any, Final

from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, is_cell, parts
from simulator.terms.maps import Map, from_pairs, pairs
from simulator.terms.weight import PARTS, Weighed

_NIL: Final = Atom("nil")
_LINE: Final = Atom("line")
_COUNTER: Final = Atom("counter")
_ALIAS: Final = Atom("alias")
_NO_PARENS: Final = Atom("no_parens")
_TRUE: Final = Atom("true")
_FALSE: Final = Atom("false")
_ALIASES: Final = Atom("__aliases__")
_AT: Final = Atom("@")
_CONTEXT: Final = Atom("context")
_TUPLE: Final = Atom("{}")
_BAR: Final = Atom("|")
_IMPORT: Final = Atom("import")
_IMPORTS: Final = Atom("imports")
_DELIMITER: Final = Atom("delimiter")
_KEPT: Final = (_COUNTER, _ALIAS, _IMPORTS, _DELIMITER)
_NAMES: Final = (Atom("alias"), _IMPORT, Atom("require"))
"""Forms of which a macro's own are marked: nobody is told that they go unused."""


def make_list(items: list[Any]) -> Any:
    """Return a list of terms."""
    return from_list(items) if items else EMPTY


def make_map(given: list[tuple[Any, Any]]) -> Map:
    """Return a map of terms."""
    return from_pairs(given)


def to_terms(node: Any) -> Any:
    """Return quoted code as a term: ``{form, meta, args}``, lists, 2-tuples, literals."""
    kind = node.__class__
    if kind is Node:
        if node.meta.extra and "value" in node.meta.extra:
            return node.meta.extra["value"]
        form = to_terms(node.form)
        args = node.args
        made = _NIL if args is None else args if args.__class__ is Atom else to_terms(args)
        return form, _meta_term(node.meta), made
    if kind is list:
        return make_list([to_terms(each) for each in node])
    if kind is tuple:
        return to_terms(node[0]), to_terms(node[1])
    return node


def _meta_term(meta: Meta) -> Any:
    notes: list[Any] = []
    counter = meta.get("counter")
    if counter is not None:
        notes.append((_COUNTER, counter))
    alias = meta.get("alias")
    if alias is not None:
        notes.append((_ALIAS, alias))
    if meta.get("delimiter"):
        notes.append((_DELIMITER, meta.get("delimiter")))
    if meta.get("imports"):
        notes.append((_IMPORTS, meta.get("imports")))
    if meta.get("no_parens"):
        notes.append((_NO_PARENS, _TRUE))
    if meta.line:
        notes.append((_LINE, meta.line))
    return make_list(notes)


def from_terms(term: Any, line: int = 0, made_by: tuple[str, int] | None = None) -> Any:
    """Return the quoted code of a term.

    What has no line of its own gets *line*. Variables whose context is the module that *made_by* names get its
    number, if they have none, so that each expansion of a macro has variables of its own.
    """
    kind = term.__class__
    if kind in PARTS:
        Weighed.count(2)  # code that is shared again and again is small, and has no end
    if kind is tuple:
        if len(term) == 3 and _is_node(term):
            return _node(term, line, made_by)
        if len(term) == 2:
            return from_terms(term[0], line, made_by), from_terms(term[1], line, made_by)
        return _value(term, line)
    if is_cell(term):
        items, tail = parts(term)
        made = [from_terms(each, line, made_by) for each in items]
        if tail is not EMPTY:
            made[-1] = Node(_BAR, Meta(line), [made[-1], from_terms(tail, line, made_by)])
        return made
    if term is EMPTY:
        return []
    return _value(term, line) if kind is Map else term


def _value(term: Any, line: int) -> Any:
    """Return the code of a term that stands in quoted code as it is, and is what a macro gets of it."""
    made = escaped(term, Meta(line))
    made.meta = made.meta.with_(value=term)
    return made


def _is_node(term: tuple[Any, Any, Any]) -> bool:
    form, meta, args = term
    return (form.__class__ is Atom or form.__class__ is tuple) and (is_cell(meta) or meta is EMPTY) and (
        args.__class__ is Atom or args is EMPTY or is_cell(args)
    )


def _node(term: tuple[Any, Any, Any], line: int, made_by: tuple[str, int] | None) -> Node:
    form, notes, args = term
    meta = _meta(notes, line)
    if form.__class__ is Atom and args.__class__ is Atom:
        if made_by is not None and args.name == made_by[0] and meta.get("counter") is None:
            meta = meta.with_(counter=made_by[1])
        return Node(form, meta, None if args is _NIL else args)
    if made_by is not None and (form in _NAMES or (form is _ALIASES and meta.get("alias") is _FALSE)):
        meta = meta.with_(counter=made_by[1])
    if form is _AT and any(note.__class__ is tuple and note[0] is _CONTEXT for note in parts(notes)[0]):
        meta = meta.with_(quoted=True)
    made = from_terms(args, line, made_by)
    head = form if form.__class__ is Atom else from_terms(form, line, made_by)
    return Node(head, meta, made)


def _meta(notes: Any, line: int) -> Meta:
    extra: dict[str, Any] = {}
    for note in parts(notes)[0]:
        if note.__class__ is not tuple or len(note) != 2:
            continue
        key, value = note
        if key is _LINE and value.__class__ is int:
            line = value
        elif key in _KEPT or (key is _NO_PARENS and value is _TRUE):
            extra[key.name] = value
    return Meta(line, 0, extra or None)


def escaped(term: Any, meta: Meta, other: Callable[[Any, Meta], Any] | None = None) -> Any:
    """Return quoted code that gives *term*: ``Macro.escape/1``; *other* makes that of functions."""
    kind = term.__class__
    if kind in PARTS:
        Weighed.count(2)
    if kind is tuple:
        made = [escaped(each, meta, other) for each in term]
        return (made[0], made[1]) if len(made) == 2 else Node(_TUPLE, meta, made)
    if is_cell(term):
        items, tail = parts(term)
        done = [escaped(each, meta, other) for each in items]
        if tail is not EMPTY:
            done[-1] = Node(_BAR, meta, [done[-1], escaped(tail, meta, other)])
        return done
    if term is EMPTY:
        return []
    if kind is Map:
        found = [(escaped(key, meta, other), escaped(value, meta, other)) for key, value in pairs(term)]
        return Node(Atom("%{}"), meta, found)
    return other(term, meta) if other is not None and kind is FunctionType else term


def term_of(literal: Any) -> Any:
    """Return the term of quoted code that is made of literals, lists, tuples and maps only."""
    kind = literal.__class__
    if kind is list:
        if literal and literal[-1].__class__ is Node and literal[-1].form is _BAR:
            *items, last = literal
            head, tail = last.args
            return from_list([term_of(each) for each in [*items, head]], term_of(tail))
        return make_list([term_of(each) for each in literal])
    if kind is tuple:
        return tuple([term_of(each) for each in literal])
    if kind is Node:
        if literal.form is _TUPLE:
            return tuple([term_of(each) for each in literal.args])
        if literal.form is Atom("%{}"):
            return make_map([(term_of(key), term_of(value)) for key, value in literal.args])
        raise ValueError(f"not a literal: {literal!r}")
    return literal


def replaced(term: Any, change: Callable[[Any], Any]) -> Any:
    """Return quoted code, as a term, with each node in it as *change* makes it, inner ones first."""
    if term.__class__ is tuple:
        made = tuple([replaced(each, change) for each in term])
        return change(made) if len(made) == 3 else made
    if is_cell(term):
        return make_list([replaced(each, change) for each in parts(term)[0]])
    return term
