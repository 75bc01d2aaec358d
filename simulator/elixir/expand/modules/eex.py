"""``EEx.function_from_string`` and ``function_from_file``: functions whose bodies are templates."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.modules.templates import TEMPLATES, quoted
from simulator.elixir.expand.names.macro_table import LIBRARY_MACROS
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.tree.build import KERNEL
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

_COMPILED = {
    "string": "EEx.compile_string(unquote(source), unquote(options) ++ [file: __ENV__.file, line: __ENV__.line])",
    "file": "EEx.compile_file(unquote(source), unquote(options))",
}
for _source, _code in _COMPILED.items():
    for _kind in ("def", "defp"):
        TEMPLATES[f"EEx {_kind} {_source}"] = f"""
eex_name = unquote(name)
eex_arguments = EEx.__arguments__(unquote(arguments))
eex_compiled = {_code}
{_kind} unquote(called)(unquote(given)), do: unquote(body)
"""


def _defining(source: str) -> Any:
    def define(x: Context, node: Node) -> Any:
        """``function_from_string kind, name, source, args, options``."""
        kind, name, text, *more = node.args
        arguments, options = [*more, [], []][:2] if len(more) < 2 else more
        if expand(x, kind) not in (Atom("def"), Atom("defp")):
            raise x.not_supported(node.meta, "EEx.function_from_string with a kind that is neither :def nor :defp")
        return quoted(f"EEx {expand(x, kind).name} {source}", node.meta, {
            "name": name, "source": text, "arguments": arguments, "options": options,
            "called": _put(node, "unquote", "eex_name"), "given": _put(node, "unquote_splicing", "eex_arguments"),
            "body": _put(node, "unquote", "eex_compiled"),
        })  # fmt: skip

    return define


def _put(node: Node, how: str, name: str) -> Node:
    return Node(Atom(how), node.meta, [Node(Atom(name), node.meta, KERNEL)])


LIBRARY_MACROS |= {("Elixir.EEx", f"function_from_{source}"): _defining(source) for source in _COMPILED}
