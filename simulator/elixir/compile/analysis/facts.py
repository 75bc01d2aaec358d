"""What is known of a function before its code is made: what it calls, and whether it may block."""

from __future__ import annotations

from collections.abc import Callable

Library = Callable[[str, str, int], "tuple[bool, bool] | None"]
"""Tells of a library's function whether it has a plain form and one that blocks; None if there is no such function."""

CONSUMERS = frozenset(["Elixir.Task", "Elixir.Agent", "Elixir.Task.Supervisor"])
"""Modules that call the functions given to them in processes of their own, or at once."""
SPAWNS = frozenset(["spawn", "spawn_link", "spawn_monitor", "spawn_opt"])
POLLED = frozenset(["Elixir.Process", "Elixir.IO", "ets", "Elixir.Agent", "Elixir.Registry", "Elixir.GenServer"])
POLLING = frozenset(["send", "send_nosuspend", "whereis", "is_process_alive", "process_info", "monotonic_time",
                     "system_time", "now", "timestamp", "exit", "spawn", "spawn_link", "spawn_monitor"])  # fmt: skip
BRINGING_CODE = (("Elixir.Kernel.Utils", "define_module", 4), ("Elixir.Module", "create", 3))
"""What defines modules while the program runs, besides all of ``Code``."""
CAPTURES = (("Elixir.Function", "capture", 3), ("erlang", "make_fun", 3))
"""What makes a function value of any function there is."""
LOGIC = (("erlang", "andalso", 2), ("erlang", "orelse", 2))
TO_STRING = ("Elixir.String.Chars", "to_string", 1)
WALKED = frozenset(["Elixir.Enumerable", "Elixir.Collectable"])
"""Protocols whose implementations the library calls as it does the functions inside of streams."""
ACCESS = (("fetch", 2), ("get_and_update", 3), ("pop", 2))
"""The functions of a struct's module that the library calls for ``struct[key]`` and its like."""
CALLED_BY_LIBRARY = (("compare", 2), ("whereis_name", 1), ("register_name", 2), ("unregister_name", 1))
"""The functions of any module that the library calls, to sort and to find names."""
GIVES_STREAMS = frozenset(["flat_map", "flat_map_reduce"])
"""Functions of the library that walk through what a function given to them returns."""
WAITING_STREAMS = frozenset([
    ("Elixir.Stream", "interval"), ("Elixir.Stream", "timer"), ("Elixir.IO", "stream"), ("Elixir.IO", "binstream"),
])  # fmt: skip
"""Functions of the library whose streams wait by themselves."""
REDUCE = ("Elixir.Enumerable", "reduce", 3)
VERSION_MARK = "@"
"""Stands in the name of a module that is defined again later, before its number."""
STREAMS = -1
"""Stands among the arities for the functions inside of streams."""


class Info:
    """What is known of one function, named or not."""

    __slots__ = ("blocks", "calls", "dynamic", "key", "loops", "polls", "prints", "recurs", "tails", "uses", "values")

    def __init__(self, key: str) -> None:
        self.key = key
        self.blocks = False
        self.polls = False
        self.loops = False
        self.recurs = False
        """Whether it may be called again by what it calls, of which not all is known."""
        self.prints = False
        """Whether it makes texts of terms, as interpolation does."""
        self.calls: dict[str, None] = {}
        self.dynamic: set[tuple[str, int]] = set()
        """Names and arities of what it calls in modules that are known only then."""
        self.tails: dict[str, None] = {}
        self.uses: list[Info] = []
        """Function values that it calls, or hands to something that calls them at once."""
        self.values: set[int] = set()
        """Arities of the unknown function values that it calls."""
