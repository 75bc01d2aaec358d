"""One way to have pieces of work done: here, by processes of this machine, or by a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any


def done(
    function: Callable[[Any], Any], pieces: Sequence[Any], jobs: int = 1, dask: str | None = None
) -> Generator[tuple[int, Any], None, None]:
    """Yield the number of each piece and ``function(piece)``, as they come; with one job in their order.

    With *jobs* so many processes work at a time; with *dask* the workers of a cluster do: its scheduler's address, or
    ``"local"`` for one of *jobs* workers on this machine. Closing the generator ends what is still at work. What a
    worker had that is lost is given out again. Raises :class:`LostWork` if that does not help, :class:`JobsError` for
    a cluster that is not there, and what *function* raises.

    >>> [answer for _, answer in done(abs, [-1, 2])]
    [1, 2]
    """
    if dask is not None:
        from simulator.jobs.cluster import by_cluster

        yield from by_cluster(function, pieces, jobs, dask)
    elif jobs > 1 and len(pieces) > 1:
        from simulator.jobs.processes import by_processes

        yield from by_processes(function, pieces, min(jobs, len(pieces)))
    else:
        for number, piece in enumerate(pieces):
            yield number, function(piece)
