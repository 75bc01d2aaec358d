"""``EEx.SmartEngine``: the engine of templates that name no other; it knows ``@name``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.language import eex_engine
from simulator.elixir.tree.quoted import replaced


def handle_expr(state: Any, marker: Any, code: Any) -> Any:
    """``EEx.SmartEngine.handle_expr/3``"""
    return eex_engine.handle_expr(state, marker, replaced(code, eex_engine.handle_assign))


FUNCTIONS = {
    "init/1": lambda options: eex_engine.init(options), "handle_begin/1": lambda state: eex_engine.handle_begin(state),
    "handle_body/1": lambda state: eex_engine.handle_body(state),
    "handle_end/1": lambda state: eex_engine.handle_body(state),
    "handle_text/3": lambda state, meta, text: eex_engine.handle_text(state, meta, text), "handle_expr/3": handle_expr,
}  # fmt: skip
