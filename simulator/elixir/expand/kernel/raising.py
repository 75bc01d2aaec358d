"""``raise`` and ``reraise``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.names.macro_table import kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.tree.build import erlang, remote
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

_RUNTIME = Atom("Elixir.RuntimeError")
_UTILS = Atom("Elixir.Kernel.Utils")


def _exception(x: Context, node: Node) -> Any:
    """Return the code that makes the exception of ``raise``'s first one or two arguments."""
    first = node.args[0]
    if (node.form is Atom("raise") and len(node.args) == 2) or (node.form is Atom("reraise") and len(node.args) == 3):
        return remote(first, "exception", [node.args[1]], node.meta)
    text = first.__class__ is str or (first.__class__ is Node and first.form in (Atom("<<>>"), Atom("<>")))
    if text:
        return remote(_RUNTIME, "exception", [first], node.meta)
    if (first.__class__ is Node and first.form is Atom("__aliases__")) or first.__class__ is Atom:
        return remote(expand(x, first), "exception", [[]], node.meta)
    return remote(_UTILS, "raise", [first], node.meta)


@kernel_macro(("raise", 1), ("raise", 2))
def _raise(x: Context, node: Node) -> Any:
    if len(node.args) == 2:
        return erlang("error", [_exception(x, node)], node.meta)
    info = [(Atom("error_info"), Node(Atom("%{}"), node.meta, [(Atom("module"), Atom("Elixir.Exception"))]))]
    return erlang("error", [_exception(x, node), Atom("none"), info], node.meta)


@kernel_macro(("reraise", 2), ("reraise", 3))
def _reraise(x: Context, node: Node) -> Any:
    return erlang("raise", [Atom("error"), _exception(x, node), node.args[-1]], node.meta)
