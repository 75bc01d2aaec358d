"""Work by the workers of a Dask cluster: on other machines, or on this one.

Dask gives the work of a worker that it has lost to another one. The extra ``cluster`` has what is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any, Final

from simulator.jobs.errors import ATTEMPTS, JobsError, LostWork

LOCAL: Final = "local"
_PATIENCE: Final = 15  # seconds until a scheduler that does not answer is taken for one that is not there


def by_cluster(
    function: Callable[[Any], Any], pieces: Sequence[Any], jobs: int, address: str
) -> Generator[tuple[int, Any], None, None]:
    """Yield the number of each piece and what came of it, as they come."""
    try:
        import distributed
    except ImportError:
        raise JobsError(
            "a cluster needs Dask: pip install 'beam-simulator[cluster]', or pip install distributed"
        ) from None
    cluster = None
    if address == LOCAL:
        cluster = distributed.LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
    try:
        client = distributed.Client(cluster if cluster is not None else address, timeout=_PATIENCE)
    except (OSError, ValueError, TimeoutError) as wrong:
        raise JobsError(f"no Dask cluster at {address}: {str(wrong).splitlines()[0]}") from None
    try:
        futures = client.map(function, pieces, retries=ATTEMPTS - 1, pure=False)
        numbers = {future.key: number for number, future in enumerate(futures)}
        for future in distributed.as_completed(futures):
            try:
                answer = future.result()
            except distributed.KilledWorker as wrong:
                raise LostWork(f"the cluster lost every worker that had a piece of work: {wrong}") from None
            yield numbers[future.key], answer
    finally:
        client.close()
        if cluster is not None:
            cluster.close()
