"""Made by ``simulator.elixir.library.twins`` from ``string/inspect_algebra.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.string.inspect_algebra import BREAK, CONS, FLEX, NIL_DOC, STRICT, _MAYBE, break_1, group_1, nest_2
from simulator.elixir.library.string.inspect_options import told_by
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import Fun
from simulator.terms.lists import from_list
from types import GeneratorType
from typing import Any

def fold_doc(docs: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return what *fun* makes of the documents from the right."""
    items = to_list(docs)
    found = items[-1] if items else NIL_DOC
    for item in reversed(items[:-1]):
        found = (yield from result1) if (result1 := fun(item, found)).__class__ is GeneratorType else result1
    return found

def container_doc_5(left: Any, items: Any, right: Any, opts: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the document of a container's elements, each printed by *fun*."""
    return (yield from container_doc_6(left, items, right, opts, fun, from_list([])))

def container_doc_6(left: Any, items: Any, right: Any, opts: Any, fun: Fun, options: Any) -> Generator[Any, Any, Any]:
    """Return the document of a container's elements; options are ``separator:`` and ``break:``."""
    given = {pair[0].name: pair[1] for pair in to_list(options)}
    separator, mode = (given.get('separator', ','), given.get('break', _MAYBE))
    elements = to_list(items)
    if not elements:
        return (CONS, left, right)
    limit, _ = told_by(opts)
    docs: list[Any] = []
    for item in elements:
        if limit == 0:
            docs.append('...')
            break
        limit -= 1
        docs.append((yield from result1) if (result1 := fun(item, opts)).__class__ is GeneratorType else result1)
    flex = mode is FLEX or (mode is _MAYBE and {doc.__class__ for doc in docs} == {str})
    inner = docs[-1]
    for doc in reversed(docs[:-1]):
        inner = (CONS, (CONS, doc, separator), (CONS, (BREAK, ' ', FLEX if flex else STRICT), inner))
    if flex:
        return group_1((CONS, (CONS, left, nest_2(inner, 1)), right))
    opened = nest_2((CONS, left, (CONS, break_1(''), inner)), 2)
    return group_1((CONS, opened, (CONS, break_1(''), right)))
TABLE = {'fold_doc/2': fold_doc, 'container_doc/5': container_doc_5, 'container_doc/6': container_doc_6}
