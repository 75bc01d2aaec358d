"""What is known of a function before its code is made: what it calls, and whether it may block."""

from __future__ import annotations

from collections.abc import Callable

Library = Callable[[str, str, int], "tuple[bool, bool] | None"]
"""Tells of a library's function whether it has a plain form and one that blocks; None if there is no such function."""

CONSUMERS = frozenset(["Elixir.Task", "Elixir.Agent", "Elixir.Process", "Elixir.Task.Supervisor", "Elixir.Kernel"])
"""Modules that call the functions given to them in processes of their own, or at once."""
SPAWNS = frozenset(["spawn", "spawn_link", "spawn_monitor", "spawn_opt"])
POLLED = frozenset(["Elixir.Process", "Elixir.IO", "ets", "Elixir.Agent", "Elixir.Registry", "Elixir.GenServer"])
POLLING = frozenset(["send", "send_nosuspend", "whereis", "is_process_alive", "process_info", "monotonic_time",
                     "system_time", "now", "timestamp", "exit", "spawn", "spawn_link", "spawn_monitor"])  # fmt: skip
LOGIC = (("erlang", "andalso", 2), ("erlang", "orelse", 2))
TO_STRING = ("Elixir.String.Chars", "to_string", 1)
VERSION_MARK = "@"
"""Stands in the name of a module that is defined again later, before its number."""
STREAMS = -1
"""Stands among the arities for the functions inside of streams."""


class Info:
    """What is known of one function, named or not."""

    __slots__ = ("blocks", "calls", "key", "loops", "polls", "prints", "tails", "uses", "values")

    def __init__(self, key: str) -> None:
        self.key = key
        self.blocks = False
        self.polls = False
        self.loops = False
        self.prints = False
        """Whether it makes texts of terms, as interpolation does."""
        self.calls: dict[str, None] = {}
        self.tails: dict[str, None] = {}
        self.uses: list[Info] = []
        """Function values that it calls, or hands to something that calls them at once."""
        self.values: set[int] = set()
        """Arities of the unknown function values that it calls."""
