"""Turns: what the run queue gives to each process in it.

In a turn a process acts on the signals that reached it, has its pending request answered if that can
be done, and runs until the next request that blocks. This is the loop in which a run spends its
time, so it is written out in one function: a call a turn costs a twelfth of a message. For the same
reason it hands the two records of an ordinary turn to the trace itself, and asks for ``type(x)``,
which the interpreter specialises as it does not specialise ``x.__class__``.
"""

from __future__ import annotations

from collections import deque
from itertools import repeat
from operator import length_hint
from typing import Any

from simulator.kernel.process.home import Home
from simulator.kernel.process.patterns import fixed
from simulator.kernel.process.state import (
    ABSENT,
    ANSWERED,
    NOTHING,
    PERFORM,
    RECEIVE,
    REDUCTIONS,
    RUNNING,
    UNSEEN,
    WAITING,
    Failure,
)


def take_turns(kernel: Home, ready: deque[Any], limit: int) -> int:
    """Let everything in *ready* happen, and what it adds there, for *limit* turns at most; return how many it took."""
    process_class = kernel.process_class
    policy = kernel._policy
    recorder = kernel._recorder
    values = kernel._values
    plain = recorder is None
    observed = policy is not None or recorder is not None
    eids = kernel._eid
    batch = 0  # turns that are in the run queue since a tie was last looked for
    received = 0
    turns = repeat(None, limit)  # counts without making an int each time
    for _ in turns:
        if not ready:
            kernel.messages += received
            return limit - length_hint(turns) - 1
        if observed:
            if policy is not None:
                kernel._choose()
            elif batch:
                batch -= 1
            elif len(ready) > 1:
                kernel._record_tie(len(ready))
                batch = len(ready) - 1
        process = ready.popleft()  # in place: a local name for the method would be slower
        if type(process) is not process_class:
            kernel._happen(process)
            continue
        if process._signals is not None and not process._take_signals():
            continue
        while True:  # once; again where a performed generator has come to its end, or there is something to raise
            pending = process._pending
            generator = process._generator
            try:
                if pending == RECEIVE:
                    answer = process._inbox
                    if answer is ABSENT or process._patterns:
                        kernel._active_proc = process  # a guard may ask for it
                        answer = process._next_message()
                        if answer is ABSENT:
                            process._block()
                            break
                        if answer.__class__ is Failure:
                            process._answer, process._pending, process._deadline = answer, NOTHING, None
                            continue
                    else:  # any message will do, and one is there
                        process._inbox = ABSENT
                        if process._mailbox:
                            process._fetched = process._arrived
                        received += 1
                        if recorder is not None:
                            process._cause = seq = recorder.seq
                            recorder.seq = seq + 1
                            box = process._mailbox
                            values += (
                                "took", seq, kernel._now, process.pid, process._inbox_tag, len(box) if box else 0,
                            )  # fmt: skip
                    process._deadline = None
                    process._pending = NOTHING
                    process._status = RUNNING
                    kernel._active_proc = process
                    request = generator.send(answer)
                elif pending and pending != ANSWERED and process._still_waits(pending):
                    break
                else:
                    answer, process._answer = process._answer, None
                    process._pending = NOTHING
                    process._status = RUNNING
                    kernel._active_proc = process
                    # A local name for the method `send` would cost 40 ns more: it is only fast when called in place.
                    if answer.__class__ is Failure:
                        request = generator.throw(answer.exception)
                    else:
                        request = generator.send(answer)
                budget = REDUCTIONS
                while True:
                    pending = process._pending
                    if request is process and pending:
                        if pending == RECEIVE:
                            if process._signals is not None and not process._take_signals():
                                break
                            box = process._mailbox
                            if box and plain and not process._patterns:  # as `_scan` does, without its calls
                                if process._arrived - process._fetched >= len(box):
                                    process._fetched = process._arrived
                                answer = box.popleft()
                                if not box:
                                    process._mailbox = None
                                received += 1
                            elif not box or (answer := process._scan(0)) is ABSENT:
                                after = process._after
                                if after != 0:
                                    if after is not None:
                                        at = kernel._now + after
                                        wake = process._wake_time
                                        if wake is not None and wake <= at:  # as `_set_deadline` does, without a call
                                            process._deadline, process._deadline_eid = at, next(eids)
                                        else:
                                            kernel._set_deadline(process, at)
                                    process._status = WAITING
                                    process._answer = len(box) if box else 0
                                    if recorder is not None:
                                        frame, patterns = process._frame, process._patterns
                                        if (
                                            frame is None
                                            or type(patterns) is not tuple
                                            or process._callers is not None
                                            or generator.gi_yieldfrom is not None
                                        ):
                                            process._waiting("receive")
                                        else:
                                            if frame is UNSEEN:
                                                frame = process._frame = generator.gi_frame
                                            process._wait_seq = seq = recorder.seq
                                            recorder.seq = seq + 1
                                            if patterns:
                                                values += (
                                                    "selects", seq, kernel._now, process.pid, process._cause,
                                                    generator.gi_code, frame.f_lasti, process._deadline,
                                                    fixed(patterns),
                                                )  # fmt: skip
                                            else:
                                                values += (
                                                    "waits", seq, kernel._now, process.pid, process._cause,
                                                    generator.gi_code, frame.f_lasti, process._deadline,
                                                )  # fmt: skip
                                    break
                                answer = None if process._patterns.__class__ is tuple else process._no_reply()
                            if answer.__class__ is Failure:
                                process._pending = NOTHING
                                request = generator.throw(answer.exception)
                                continue
                        elif pending == PERFORM:
                            generator = process._enter()
                            request = generator.send(None)
                            continue
                        elif process._begin(pending):
                            answer = None
                        else:
                            break
                        process._pending = NOTHING
                    elif process._wait_for(request):
                        break
                    elif request._ok:
                        answer = request._value
                    else:
                        request._defused = True
                        request = generator.throw(request._value)
                        continue
                    budget -= 1
                    if not budget:
                        process._preempt(answer)
                        break
                    request = generator.send(answer)
            except StopIteration as stop:
                if process._callers is not None and process._leave(stop.value):
                    continue
                process._finish(stop.value)
            except BaseException as failure:
                if process._callers is not None and process._leave(Failure(failure)):
                    continue
                process._fail(failure)
            break
    kernel.messages += received
    return limit
