"""``:erlang.system_flag/2``."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.world import world
from simulator.terms import Atom

_FLAGS: Final = frozenset({
    "cpu_topology", "dirty_cpu_schedulers_online", "erts_alloc", "fullsweep_after", "max_heap_size",
    "microstate_accounting", "min_bin_vheap_size", "min_heap_size", "multi_scheduling", "scheduler_bind_type",
    "scheduler_wall_time", "schedulers_online", "system_logger", "time_offset", "trace_control_word",
})  # fmt: skip


def system_flag(flag: Any, value: Any) -> int:
    """``:erlang.system_flag/2``: how deep stack traces are."""
    if flag is not Atom("backtrace_depth"):
        if flag.__class__ is Atom and flag.name in _FLAGS:
            refuse(f":erlang.system_flag({flag!r}, ...)")
        raise badarg(1, "invalid system flag")
    if value.__class__ is not int or value < 0:
        raise badarg(2, "invalid value for this system flag")
    before, world().stack_depth = world().stack_depth, value
    return before
