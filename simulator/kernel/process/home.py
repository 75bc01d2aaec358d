"""Home: what a process asks of the run that it lives in, and all that it knows of it.

The kernel is above its processes and knows them; they know this alone. What stands here is what
:class:`simulator.kernel.Kernel` has for them, each owner's part by itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Protocol

from simulator.kernel.process.node import Node
from simulator.kernel.process.recording import Recorder
from simulator.kernel.time.timer import Timers
from simulator.kernel.words.front import Front
from simulator.terms import Pid, Reference


class Home(Protocol):
    """A run, as its processes see it; a process itself is ``Any`` here, and is never made by name."""

    # -- time and turns: the clock ------------------------------------------------------------
    _now: int
    _ready: deque[Any]
    _active_proc: Any
    _queue: list[Any]
    _policy: Any
    _polls: int
    messages: int

    @property
    def _eid(self) -> Iterator[int]: ...
    def _set_deadline(self, process: Any, at: int) -> None: ...
    def _gone_stale(self) -> None: ...
    def _arm(self, entry: Any, delay: int) -> None: ...

    _held: Any

    def _hold(self, action: Callable[[], None], about: Any = None) -> None: ...
    def _release(self) -> None: ...
    def _happen(self, entry: Any) -> None: ...
    def _choose(self) -> None: ...
    def _turn_of(self, process: Any) -> None: ...

    # -- who is there: processes, names, timers, schedulers, the group leader -----------------
    _processes: dict[int, Any]
    node: Node
    timers: Timers
    limits: Any
    _schedulers: Any
    schedulers: int | None
    _main: Any
    _retired: list[Any]
    _references: int
    main_banner: str
    failed_assertion: Any

    @property
    def process_class(self) -> type[Any]: ...
    def _spawn(
        self,
        parent: Any,
        function: Any,
        args: tuple[Any, ...],
        link: bool,
        ref: Reference | None,
        title: str | None = None,
    ) -> Pid: ...
    def _main_ended(self, main: Any, reason: Any, how: str) -> None: ...

    # -- signals between processes ------------------------------------------------------------
    latency: Any

    def _drop(self, dest: Any, cause: int) -> None: ...

    # -- the trace, what is printed, the front end --------------------------------------------
    _recorder: Recorder | None
    _values: list[Any]
    record_states: bool
    front: Front

    @property
    def random(self) -> Random: ...
    def _record(self, kind: str, process: Any, cause: int | None, *fields: Any) -> int: ...
    def _record_at(self, kind: str, process: Any, cause: int | None, *fields: Any) -> int: ...
    def _record_for(self, pid: Pid | None, kind: str, cause: int | None, *fields: Any) -> int: ...
    def _record_tie(self, count: int, chosen: int = 0) -> None: ...
    def _label(self, process: Any, cause: int | None, known: tuple[str, ...]) -> None: ...
    def _settled(self, term: Any) -> Any: ...
    def _print(self, process: Any, text: str) -> None: ...
    def _crashed(self, process: Any, report: str) -> None: ...
    def tell_report(self, report: str) -> None: ...
