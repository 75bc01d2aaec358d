"""What a running program has compiled is run here: its warnings told, its modules loaded."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from simulator.elixir.library.files.io import to_stderr
from simulator.terms import Atom


def run_script(script: Any) -> Generator[Any, Any, Any]:
    """Run what was compiled; return the value of its last expression."""
    from simulator.elixir.runtime.running.image import load_program

    if script.warned():
        to_stderr("\n".join(script.warned()) + "\n")
    value: Any = Atom("nil")
    for image in script.images:
        value = yield from load_program(image)()
    return value
