"""Types and specifications: read for their form, and for the callbacks that they declare."""

from __future__ import annotations

from typing import Any

from simulator.elixir.ast import Node
from simulator.elixir.expand.build import OK, WHEN
from simulator.elixir.expand.context import Context
from simulator.elixir.expand.to_source import to_source


def check_type(x: Context, node: Node, name: str, value: Any) -> Any:
    """Check the form of ``@type``, ``@spec``, ``@callback`` and their like."""
    state = x.module
    assert state is not None
    state.docs.pop("typedoc" if name in ("type", "typep", "opaque") else "doc" if name != "spec" else "", None)
    if name in ("callback", "macrocallback", "spec"):
        inner = value
        if inner.__class__ is Node and inner.form is WHEN and inner.args.__class__ is list:
            inner = inner.args[0]
        if not (inner.__class__ is Node and inner.is_call("::", 2)):
            raise x.error(node.meta, f"type specification missing return type: {to_source(value)}")
        head = inner.args[0]
        if name != "spec":
            arity = len(head.args) if head.args.__class__ is list else 0
            macro = name == "macrocallback"
            state.callbacks.append((head.form.name, arity + 1 if macro else arity, macro))
    return OK


