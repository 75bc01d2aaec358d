"""``Enum``: its functions, from the files in which they are kept by kind."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.enum import finds as enum_finds
from simulator.elixir.library.enum import groups as enum_groups
from simulator.elixir.library.enum import into as enum_into
from simulator.elixir.library.enum import order as enum_order
from simulator.elixir.library.enum import picks as enum_picks
from simulator.elixir.library.enum import walks as enum_walks
from simulator.elixir.library.lazily import blocking

FUNCTIONS = {
    **enum_walks.TABLE, **enum_finds.TABLE, **enum_picks.TABLE, **enum_order.TABLE, **enum_groups.TABLE,
    **enum_into.TABLE,
}  # fmt: skip


def __getattr__(name: str) -> Any:
    files = (enum_walks, enum_finds, enum_picks, enum_order, enum_groups, enum_into)
    return blocking(name, *[file.__name__ for file in files])
