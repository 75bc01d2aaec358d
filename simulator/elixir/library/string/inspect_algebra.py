"""``Inspect.Algebra``: documents as terms, and how a program's own ``Inspect`` implementations print.

What the project's own printers make is a document of :mod:`simulator.terms.layout`; it stands in a term as
it is. Source of the semantics: Elixir 1.14, ``Inspect.Algebra``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.lazily import blocking
from simulator.elixir.library.string.inspect_options import told_by
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import Fun
from simulator.terms import Atom
from simulator.terms.inspect import PRINTERS
from simulator.terms.layout import Break, Concat, Doc, Document, Forced, Group, Line, Nest, layout
from simulator.terms.lists import from_list, is_list

NIL_DOC, LINE = Atom("doc_nil"), Atom("doc_line")
CONS, BREAK, NEST, GROUP = Atom("doc_cons"), Atom("doc_break"), Atom("doc_nest"), Atom("doc_group")
STRING, FORCE, FITS, COLLAPSE = Atom("doc_string"), Atom("doc_force"), Atom("doc_fits"), Atom("doc_collapse")
LIMIT, COLOR = Atom("doc_limit"), Atom("doc_color")
STRICT, FLEX, SELF, ALWAYS = Atom("strict"), Atom("flex"), Atom("self"), Atom("always")
_INFINITY, _MAYBE = Atom("infinity"), Atom("maybe")
WIDE = 1_000_000_000


def document(term: Any) -> Document:
    """Return the document that a term stands for."""
    if isinstance(term, str | Doc):
        return term
    if term is NIL_DOC:
        return ""
    if term is LINE:
        return Line()
    if is_list(term):
        return Concat([document(part) for part in to_list(term)])
    if term.__class__ is not tuple or not term:
        raise function_clause("Inspect.Algebra", "format", 3, [term])
    kind = term[0]
    if kind is CONS:
        return Concat([document(term[1]), document(term[2])])
    if kind is BREAK:
        return Break(term[1], term[2] is FLEX)
    if kind is NEST:
        return Nest(term[2] if term[2].__class__ is int else 0, document(term[1]))
    if kind is GROUP:
        return Group(document(term[1]))
    if kind is FORCE:
        return Forced(document(term[1]))
    if kind is COLLAPSE:
        return ""
    return document(term[1])


def to_doc(term: Any, opts: Any) -> Any:
    """Return the document of a term."""
    limit, walk = told_by(opts)
    walk.pretty = True
    return PRINTERS[type(term)](term, limit, walk)


def empty() -> Any:
    """Return the empty document."""
    return NIL_DOC


def concat_2(left: Any, right: Any) -> Any:
    """Return two documents side by side."""
    return (CONS, left, right)


def concat_1(docs: Any) -> Any:
    """Return documents side by side."""
    items = to_list(docs)
    found = items[-1] if items else NIL_DOC
    for item in reversed(items[:-1]):
        found = (CONS, item, found)
    return found


def break_0() -> Any:
    """Return a space where a line may end."""
    return break_1(" ")


def break_1(text: Any) -> Any:
    """Return a text where a line may end."""
    return (BREAK, text, STRICT)


def flex_break_0() -> Any:
    """Return a space where a line ends only if what follows is too wide."""
    return flex_break_1(" ")


def flex_break_1(text: Any) -> Any:
    """Return a text where a line ends only if what follows is too wide."""
    return (BREAK, text, FLEX)


def nest_2(doc: Any, level: Any) -> Any:
    """Return a document whose lines are indented."""
    return (NEST, doc, level, ALWAYS)


def nest_3(doc: Any, level: Any, mode: Any) -> Any:
    """Return a document whose lines are indented."""
    return (NEST, doc, level, mode)


def group_1(doc: Any) -> Any:
    """Return a document that stands on one line if it fits."""
    return (GROUP, doc, SELF)


def group_2(doc: Any, mode: Any) -> Any:
    """Return a document that stands on one line if it fits."""
    return (GROUP, doc, mode)


def space(left: Any, right: Any) -> Any:
    """Return two documents with a space between."""
    return concat_1(from_list([left, " ", right]))


def line_0() -> Any:
    """Return a line's end."""
    return LINE


def line_2(left: Any, right: Any) -> Any:
    """Return two documents with a line's end between."""
    return concat_1(from_list([left, LINE, right]))


def glue_2(left: Any, right: Any) -> Any:
    """Return two documents with a space between where a line may end."""
    return glue_3(left, " ", right)


def glue_3(left: Any, text: Any, right: Any) -> Any:
    """Return two documents with a text between where a line may end."""
    return concat_1(from_list([left, break_1(text), right]))


def flex_glue_2(left: Any, right: Any) -> Any:
    """Return two documents with a space between where a line ends only if it has to."""
    return flex_glue_3(left, " ", right)


def flex_glue_3(left: Any, text: Any, right: Any) -> Any:
    """Return two documents with a text between where a line ends only if it has to."""
    return concat_1(from_list([left, flex_break_1(text), right]))


def string(text: Any) -> Any:
    """Return a text that is as wide as it has graphemes."""
    return (STRING, text, len(text))


def color(doc: Any, key: Any, opts: Any) -> Any:
    """Return the document: there are no colours."""
    return doc


def force_unfit(doc: Any) -> Any:
    """Return a document whose breaks end lines even if it fits."""
    return (FORCE, doc)


def next_break_fits_1(doc: Any) -> Any:
    """Return the document, whose next break counts as one that fits."""
    return (FITS, doc, Atom("enabled"))


def next_break_fits_2(doc: Any, mode: Any) -> Any:
    """Return the document, whose next break counts as one that fits, or not."""
    return (FITS, doc, mode)


def no_limit(doc: Any) -> Any:
    """Return the document, printed without a limit."""
    return (LIMIT, doc, _INFINITY)


def collapse_lines(most: Any) -> Any:
    """Return the document that lets no more than so many line ends stand."""
    return (COLLAPSE, most)


def fold_doc(docs: Any, fun: Fun) -> Any:
    """Return what *fun* makes of the documents from the right."""
    items = to_list(docs)
    found = items[-1] if items else NIL_DOC
    for item in reversed(items[:-1]):
        found = fun(item, found)
    return found


def container_doc_5(left: Any, items: Any, right: Any, opts: Any, fun: Fun) -> Any:
    """Return the document of a container's elements, each printed by *fun*."""
    return container_doc_6(left, items, right, opts, fun, from_list([]))


def container_doc_6(left: Any, items: Any, right: Any, opts: Any, fun: Fun, options: Any) -> Any:
    """Return the document of a container's elements; options are ``separator:`` and ``break:``."""
    given = {pair[0].name: pair[1] for pair in to_list(options)}
    separator, mode = given.get("separator", ","), given.get("break", _MAYBE)
    elements = to_list(items)
    if not elements:
        return (CONS, left, right)
    limit, _ = told_by(opts)
    docs: list[Any] = []
    for item in elements:
        if limit == 0:
            docs.append("...")
            break
        limit -= 1
        docs.append(fun(item, opts))
    flex = mode is FLEX or (mode is _MAYBE and {doc.__class__ for doc in docs} == {str})
    inner = docs[-1]
    for doc in reversed(docs[:-1]):
        inner = (CONS, (CONS, doc, separator), (CONS, (BREAK, " ", FLEX if flex else STRICT), inner))
    if flex:
        return group_1((CONS, (CONS, left, nest_2(inner, 1)), right))
    opened = nest_2((CONS, left, (CONS, break_1(""), inner)), 2)
    return group_1((CONS, opened, (CONS, break_1(""), right)))


def format_(doc: Any, width: Any) -> Any:
    """Return a document laid out to a width, as iodata."""
    return from_list([layout(document(doc), WIDE if width is _INFINITY else width)])


TABLE = {"fold_doc/2": fold_doc, "container_doc/5": container_doc_5, "container_doc/6": container_doc_6}
FUNCTIONS = {
    **TABLE,
    "to_doc/2": to_doc, "empty/0": empty, "concat/1": concat_1, "concat/2": concat_2, "break/0": break_0,
    "break/1": break_1, "flex_break/0": flex_break_0, "flex_break/1": flex_break_1, "nest/2": nest_2,
    "nest/3": nest_3, "group/1": group_1, "group/2": group_2, "space/2": space, "line/0": line_0, "line/2": line_2,
    "glue/2": glue_2, "glue/3": glue_3, "flex_glue/2": flex_glue_2, "flex_glue/3": flex_glue_3, "string/1": string,
    "color/3": color, "force_unfit/1": force_unfit, "next_break_fits/1": next_break_fits_1,
    "next_break_fits/2": next_break_fits_2, "no_limit/1": no_limit, "collapse_lines/1": collapse_lines,
    "format/2": format_,
}  # fmt: skip


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
