"""What is measured in a process of its own, because it is about memory: ``python -m benchmarks.children WHAT COUNT``.

Prints one line of JSON. Memory is what the system says that the process holds, in bytes.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from time import perf_counter, process_time
from typing import Any

from benchmarks.harness import tune
from benchmarks.programs import Stopwatch, linked, ping_pong, ring, run_kernel, timers, waiting

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
_EVENTS_A_TURN = 8  # two messages: each is sent, delivered, waited for and received


def resident() -> int:
    """Return the bytes that this process holds now; its most so far where the system does not tell."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return most()


def most() -> int:
    """Return the most bytes that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MAXRSS_UNIT


def wait_memory(count: int) -> dict[str, float]:
    """Measure *count* waiting processes."""
    run_kernel(waiting(100))  # what is made once is no part of it
    before = resident()
    kernel = run_kernel(waiting(count))
    after = resident()
    assert kernel.alive == count + 1
    return {"bytes_each": (after - before) / count}


def ring_memory(count: int) -> dict[str, float]:
    """Pass a token around a ring of *count* processes."""
    began = perf_counter()
    kernel = run_kernel(ring(count))
    assert kernel.messages == count + 1
    return {"seconds": perf_counter() - began, "peak": most()}


def links(count: int) -> dict[str, float]:
    """Let *count* processes die of the end of one that they are linked to."""
    began = process_time()
    kernel = run_kernel(linked(count))
    assert kernel.alive == 0
    return {"seconds": process_time() - began, "peak": most()}


def armed(count: int) -> dict[str, float]:
    """Arm *count* timers and take their messages."""
    began = process_time()
    kernel = run_kernel(timers(count))
    assert kernel.messages == count
    return {"seconds": process_time() - began, "peak": most()}


def stream(count: int) -> dict[str, float]:
    """Stream *count* events to a file, looking at the memory after a tenth of them and at the end."""
    from simulator.trace import FileRecorder, Header, Scenario
    from simulator.trace.events import FORMAT, VERSION

    early = 0

    class Watched(FileRecorder):
        """Looks at the memory once a tenth is written."""

        def flush(self) -> None:
            nonlocal early
            super().flush()
            if not early and self.seq >= count // 10:
                early = resident()

    with tempfile.TemporaryFile() as file:
        header = Header(FORMAT, VERSION, Scenario("ping_pong"), {}, 0)
        recorder = Watched(header, "", file)
        began = perf_counter()
        run_kernel(ping_pong(count // _EVENTS_A_TURN), recorder)
        recorder.close()
        taken = perf_counter() - began
    return {"early": early, "late": resident(), "peak": most(), "events": recorder.seq, "seconds": taken}


def supervised(how: str, count: int) -> dict[str, float]:
    """Start *count* supervised servers and stop them: the seconds of both, and the bytes that each took."""
    from benchmarks import otp_programs

    begin = getattr(otp_programs, how)
    otp_programs.supervised(begin, 100, Stopwatch(), lambda: None)  # what is made once is no part of it
    watch = Stopwatch()
    found: dict[str, float] = {}

    def started() -> None:
        found.update(starting=watch.taken, bytes_each=(resident() - before) / count)

    before = resident()
    otp_programs.supervised(begin, count, watch, started)
    return {**found, "stopping": watch.taken - found["starting"]}


WHAT: dict[str, Callable[[int], dict[str, float]]] = {
    "waiting": wait_memory,
    "ring": ring_memory,
    "links": links,
    "timers": armed,
    "stream": stream,
    "under_dynamic_supervisor": partial(supervised, "under_dynamic_supervisor"),
    "under_supervisor": partial(supervised, "under_supervisor"),
}


def child(what: str, count: int) -> dict[str, Any]:
    """Measure in a process of its own and return what it found."""
    command = [sys.executable, "-m", "benchmarks.children", what, str(count)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


if __name__ == "__main__":
    tune()
    print(json.dumps(WHAT[sys.argv[1]](int(sys.argv[2]))))
