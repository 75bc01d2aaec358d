"""What a running program has compiled is run here: its warnings told, its modules loaded."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Final

from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.runtime.values.counted import count
from simulator.terms import Atom
from simulator.terms.weight import weigh

_COMPILED: Final = 1_000
"""Items that it counts for to compile anything, which takes a millisecond."""
_LETTER: Final = 5
"""Items for each letter besides; as many for each part of a quoted term."""


def count_compiled(code: Any) -> None:
    """Count what it takes to compile a text, or quoted code."""
    count(_COMPILED)
    if code.__class__ is str:
        count(_LETTER * len(code))
    else:
        weigh(code, 5 * _LETTER)


def run_script(script: Any) -> Generator[Any, Any, Any]:
    """Run what was compiled; return the value of its last expression."""
    from simulator.elixir.runtime.running.image import load_program

    if script.warned():
        to_stderr("\n".join(script.warned()) + "\n")
    value: Any = Atom("nil")
    for image in script.images:
        value = yield from load_program(image)()
    return value
