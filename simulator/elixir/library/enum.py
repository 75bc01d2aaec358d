"""``Enum``: its functions, from the files in which they are kept by kind."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library import enum_finds, enum_groups, enum_into, enum_order, enum_picks, enum_walks

FUNCTIONS = {
    **enum_walks.TABLE, **enum_finds.TABLE, **enum_picks.TABLE, **enum_order.TABLE, **enum_groups.TABLE,
    **enum_into.TABLE,
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name != "BLOCKING":
        raise AttributeError(name)
    from simulator.elixir.library.blocking import (
        enum_finds,
        enum_groups,
        enum_into,
        enum_order,
        enum_picks,
        enum_walks,
    )

    tables: list[dict[str, Any]] = [
        enum_walks.TABLE, enum_finds.TABLE, enum_picks.TABLE, enum_order.TABLE, enum_groups.TABLE, enum_into.TABLE
    ]  # fmt: skip
    found = globals()[name] = {key: twin for table in tables for key, twin in table.items()}
    return found
