"""``Record``: macros that make tuples of a tag and named places.

Source of the semantics: Elixir 1.14, ``Record``. A record's macros are written as any module's, in Elixir; what
they give for their arguments is said in :mod:`simulator.elixir.library.language.record`.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.modules.templates import TEMPLATES, quoted
from simulator.elixir.expand.names.macro_table import LIBRARY_MACROS
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.tree.build import KERNEL, NIL
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

for _kind in ("defmacro", "defmacrop"):
    TEMPLATES[f"Record {_kind}"] = f"""
record_fields = Record.__fields__(unquote(fields))
{_kind} unquote(name)(args \\\\ []), do: Record.__access__(unquote(tag), unquote(known), args, __CALLER__)
{_kind} unquote(name)(record, args), do: Record.__access__(unquote(tag), unquote(known), record, args, __CALLER__)
"""
TEMPLATES["Record is_record"] = """
is_tuple(unquote(data)) and tuple_size(unquote(data)) > 0 and is_atom(elem(unquote(data), 0))
"""
TEMPLATES["Record is_record of"] = """
is_tuple(unquote(data)) and tuple_size(unquote(data)) > 0 and elem(unquote(data), 0) == unquote(tag)
"""


def _defining(kind: str) -> Any:
    def define(x: Context, node: Node) -> Any:
        """``defrecord name, fields`` and ``defrecord name, tag, fields``."""
        name = expand(x, node.args[0])
        tag = expand(x, node.args[1]) if len(node.args) == 3 else NIL
        fields = node.args[-1]
        if x.module is not None and fields.__class__ is list:
            names = [each[0] if each.__class__ is tuple else each for each in fields]
            x.module.records[name] = (name if tag is NIL else tag, names)
        known = Node(Atom("unquote"), node.meta, [Node(Atom("record_fields"), node.meta, KERNEL)])
        filling = {"name": name, "tag": name if tag is NIL else tag, "fields": fields, "known": known}
        return quoted(f"Record {kind}", node.meta, filling)

    return define


def _is_record(x: Context, node: Node) -> Any:
    """``is_record(data)`` and ``is_record(data, tag)``, also in guards."""
    if len(node.args) == 1:
        return quoted("Record is_record", node.meta, {"data": node.args[0]})
    return quoted("Record is_record of", node.meta, {"data": node.args[0], "tag": node.args[1]})


LIBRARY_MACROS |= {
    ("Elixir.Record", "defrecord"): _defining("defmacro"),
    ("Elixir.Record", "defrecordp"): _defining("defmacrop"),
    ("Elixir.Record", "is_record"): _is_record,
}
