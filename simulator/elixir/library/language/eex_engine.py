"""``EEx.Engine``: what the code of a template calls."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.runtime.bridge import NIL
from simulator.terms import inspect
from simulator.terms.lists import from_list, to_list
from simulator.terms.maps import Map, pairs


def fetch_assign(assigns: Any, key: Any) -> Any:
    """``EEx.Engine.fetch_assign!/2``: what a template was given under a name; of one that is missing it is warned."""
    known = pairs(assigns) if assigns.__class__ is Map else to_list(assigns)
    for name, value in known:
        if name is key:
            return value
    to_stderr(
        f"warning: assign @{key.name} not available in EEx template. Please ensure all assigns are given as options. "
        f"Available assigns: {inspect(from_list([name for name, _ in known]))}\n"
    )
    return NIL


FUNCTIONS = {"fetch_assign!/2": fetch_assign}
