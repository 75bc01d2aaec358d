"""Work by processes of this machine: each is fresh, and holds nothing of another run, wherever it was made.

A worker waits for a piece at its end of a pipe and sends back what came of it. One that dies closes its end: it is
replaced, and its piece is given out again; nobody else's is lost by that.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Generator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from simulator.jobs.errors import ATTEMPTS, LostWork

_MOST_ON_WINDOWS = 60
"""How many workers there are at most: Windows waits for 63 things at a time, and for Ctrl-C besides."""


class _Worker:
    """A process at the other end of a pipe, and the piece that it has."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(function, theirs), daemon=True)
        self.process.start()
        theirs.close()
        self.piece: int | None = None

    def give(self, number: int, piece: Any) -> None:
        """Give it a piece; a worker that is lost by now shows that when it is waited for."""
        self.piece = number
        try:
            self.pipe.send(piece)
        except OSError:
            self.pipe.close()

    def end(self) -> None:
        """End it, whatever it does."""
        self.pipe.close()
        self.process.terminate()
        self.process.join()


def by_processes(
    function: Callable[[Any], Any], pieces: Sequence[Any], jobs: int
) -> Generator[tuple[int, Any], None, None]:
    """Yield the number of each piece and what came of it, as they come."""
    if sys.platform == "win32":
        jobs = min(jobs, _MOST_ON_WINDOWS)
    left = list(range(len(pieces)))[::-1]
    attempts = [0] * len(pieces)
    workers: list[_Worker] = []
    try:
        while left or any(worker.piece is not None for worker in workers):
            while left and len(workers) < jobs:
                workers.append(_Worker(function))
            for worker in workers:
                if worker.piece is None and left:
                    number = left.pop()
                    attempts[number] += 1
                    worker.give(number, pieces[number])
            busy = {worker.pipe: worker for worker in workers if worker.piece is not None and not worker.pipe.closed}
            lost = [worker for worker in workers if worker.piece is not None and worker.pipe.closed]
            ready = wait(list(busy)) if not lost else []
            for pipe in ready:
                worker = busy[pipe]  # type: ignore[index]
                had = worker.piece
                assert had is not None
                try:
                    failed, answer = worker.pipe.recv()
                except (EOFError, OSError):
                    lost.append(worker)
                    continue
                worker.piece = None
                if failed:
                    raise answer
                yield had, answer
            for worker in lost:
                workers.remove(worker)
                worker.end()
                had = worker.piece
                assert had is not None
                if attempts[had] >= ATTEMPTS:
                    raise LostWork(
                        f"a worker process was ended from outside {ATTEMPTS} times at the same piece of work "
                        "(out of memory?)"
                    )
                left.append(had)
    finally:
        for worker in workers:
            worker.end()


def _work(function: Callable[[Any], Any], pipe: Connection) -> None:
    """Be a worker: do one piece after the other until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which ends its workers
    while True:
        try:
            piece = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (False, function(piece))
        except Exception as failure:
            answer = (True, failure)
        try:
            pipe.send(answer)
        except OSError:
            return
