"""What a program keeps for longer than a call: the atoms that it makes, the rows of its tables, its dictionaries.

None of it goes away by itself, so a program that keeps ever more is stopped, at the same point on every machine.
Source of the semantics: the Erlang "Efficiency Guide", "System Limits".
"""

from __future__ import annotations

from typing import Final

from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.unsupported import stop_program
from simulator.elixir.runtime.world import world
from simulator.kernel import TooMuchKept
from simulator.terms import Atom

KEPT_LIMIT: Final = 5_000_000
"""How many rows a table may have, or entries a dictionary: about a gigabyte of them."""
ATOM_LIMIT: Final = 1_048_576
"""How many atoms a program may make while it runs; on the BEAM as many are all that there are."""
_LETTERS: Final = 255


def atom_of(name: str) -> Atom:
    """Return the atom of a name that a program has put together.

    Raises ``SystemLimitError`` for a name of more than 255 characters; stops a program that makes too many.
    """
    made = world().atoms
    if name not in made:
        if len(name) > _LETTERS:
            raise erlang(Atom("system_limit"))
        if len(made) >= ATOM_LIMIT:
            stop_program(TooMuchKept, f"no end: the program has made {ATOM_LIMIT:,} atoms, and makes one more")
        made.add(name)
    return Atom(name)


def check_kept(size: int, what: str) -> None:
    """Stop the program if *what*, such as ``"the table :t"``, keeps more than has an end."""
    if size > KEPT_LIMIT:
        stop_program(TooMuchKept, f"no end: {what} keeps more than {KEPT_LIMIT:,} entries")
