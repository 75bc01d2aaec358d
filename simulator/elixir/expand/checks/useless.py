"""Expressions in a block whose value nobody takes."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term


def check(x: Context, node: Any) -> None:
    """Warn if an expression that is not the last of a block does nothing."""
    if node.__class__ in (int, float, str, bytes):
        x.warn(0, f"code block contains unused literal {inspect_term(node)} (remove the literal or assign it to _ to "
               "avoid warnings)")  # fmt: skip
    elif node.__class__ is Node:
        _check_node(x, node)


def _check_node(x: Context, node: Node) -> None:
    if node.is_call("@", 1):
        inner = node.args[0]
        if inner.__class__ is Node and inner.is_variable:
            x.warn(node.line, f"module attribute @{inner.form.name} in code block has no effect as it is never "
                              "returned "
                   "(remove the attribute or assign it to _ to avoid warnings)")  # fmt: skip
    elif node.is_variable and node.form is not Atom("_") and not node.form.name.startswith("__"):
        x.warn(node.line, f"variable {node.form.name} in code block has no effect as it is never returned (remove the "
               "variable or assign it to _ to avoid warnings)")  # fmt: skip
