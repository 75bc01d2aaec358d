"""Which clauses of a function that may come to call itself go on to another call, and which are the end of it."""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.analysis.analysis import Analysis
from simulator.elixir.compile.walk import called, captured, remote
from simulator.elixir.tree.nodes import Node


def goes_on(analysis: Analysis, module: str, body: Any) -> bool:
    """Return whether anything in *body* may call functions of the program."""
    ahead = [body]
    while ahead:
        node = ahead.pop()
        if node.__class__ is list or node.__class__ is tuple:
            ahead += node
        elif node.__class__ is Node:
            if _may_call(analysis, module, node):
                return True
            ahead.append(node.form)
            if node.args.__class__ is list:
                ahead += node.args
    return False


def _may_call(analysis: Analysis, module: str, node: Node) -> bool:
    """Return whether this call is one of the program's function, of a value, or of what may call either."""
    target = called(node, module) or captured(node, module)
    if target is None:
        found = node.form.__class__ is Node
        return found and not (remote(node) is not None and node.meta.get("no_parens") and not node.args)
    if analysis.static(target, module) is not None or target[0] in analysis.modules:
        return True
    forms = analysis.library(*target)
    return forms is None or (forms[0] and forms[1])
