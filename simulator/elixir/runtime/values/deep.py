"""Room for deep recursion: Elixir's functions call themselves as deep as there is memory.

Python counts its frames, and on CPython 3.11 each generator that waits inside of another takes about half a
kilobyte of the C stack when it goes on. So a run has a thread of its own, with a stack that is large enough
for the limit of frames, and for the longest list; only what is used of it takes memory. Where there are no threads
(CPython as WebAssembly) a run has the stack that there is, and a limit that suits it.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from simulator.terms.frames import with_room

FRAMES = 400_000
"""How deep calls may be nested; a body-recursive function over 100,000 elements needs a quarter of it."""
STACK = 512 << 20
"""Bytes of stack for as many frames."""
ROOM = 2 << 30
"""Bytes of stack that are asked for: to let go of a list takes about 60 for each of its cells, and a loop may have made
as many as it may take turns."""

_LEAST = 8 << 20
_THREADLESS = ("emscripten", "wasi")
_FRAMES_THERE = 4_000
"""How deep calls may be nested there: an exception that ends 7,000 frames overflows a JavaScript stack of 1 MB, which
ends the interpreter."""
_PATIENCE = None if os.name == "posix" else 0.1
"""Seconds after which the waiting thread looks up: Windows tells nothing of Ctrl-C to one that waits."""
NAME = "elixir"
"""What that thread is called."""

_Result = TypeVar("_Result")
_lock = threading.Lock()


class Turn:
    """The right to compile or run Elixir code: one thread at a time has it, and what runs within its run.

    The world of a run and Python's limit of frames are there once for all threads, and only one of them computes at
    a time anyway.
    """

    def __init__(self) -> None:
        self._held = False

    def take(self) -> None:
        """Wait until no other thread has it."""
        if threading.current_thread().name != NAME:
            _lock.acquire()
            self._held = True

    def give(self) -> None:
        """Let the next one have it."""
        if self._held:
            self._held = False
            _lock.release()

    def __enter__(self) -> None:
        self.take()

    def __exit__(self, *_: object) -> None:
        self.give()


def with_deep_stack(function: Callable[..., _Result], *args: Any) -> _Result:
    """Return ``function(*args)``, called where recursion may go :data:`FRAMES` deep; what it raises is raised.

    >>> def depth(n):
    ...     return 0 if n == 0 else 1 + depth(n - 1)
    >>> with_deep_stack(depth, 100_000)
    100000
    """
    if threading.current_thread().name == NAME:  # there already
        return function(*args)
    if sys.platform in _THREADLESS:
        return _with_limit(function, *args)
    outcome: list[tuple[Any, BaseException | None]] = []
    over = threading.Event()

    def run() -> None:
        try:
            outcome.append((with_room(function, *args), None))
        except BaseException as failure:  # raised again by whoever waits for it
            outcome.append((None, failure))
        finally:
            over.set()

    limit, size = sys.getrecursionlimit(), threading.stack_size()
    try:
        _await(over, _started(run, limit))
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(limit)
    result, failure = outcome[0]
    if failure is not None:
        raise failure
    return result  # type: ignore[no-any-return]


def _with_limit(function: Callable[..., _Result], *args: Any) -> _Result:
    """Return ``function(*args)``, called on this stack."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _FRAMES_THERE))
    try:
        return function(*args)
    finally:
        sys.setrecursionlimit(limit)


def _started(run: Callable[[], None], limit: int) -> threading.Thread:
    """Start a thread with as much stack as there is room for, and a limit of frames that fits it."""
    stack = ROOM
    while True:
        threading.stack_size(stack)
        sys.setrecursionlimit(max(limit, FRAMES // max(1, STACK // stack)))
        thread = threading.Thread(target=run, name=NAME, daemon=True)
        try:
            thread.start()
        except RuntimeError:  # memory is limited
            if stack <= _LEAST:
                raise
            stack //= 2
        else:
            return thread


def _await(over: threading.Event, thread: threading.Thread) -> None:
    """Wait until a thread is over; an interruption is handed on to it, and waited for there.

    Not by ``Thread.join``: where that is interrupted, CPython 3.11 takes the thread for one that has ended.
    """
    while not over.is_set():
        try:
            over.wait(_PATIENCE)
        except KeyboardInterrupt:
            from ctypes import c_ulong, py_object, pythonapi

            pythonapi.PyThreadState_SetAsyncExc(c_ulong(thread.ident or 0), py_object(KeyboardInterrupt))
