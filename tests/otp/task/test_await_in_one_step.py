"""Where nothing is recorded a task is awaited in one step: what comes of it is the same as step by step."""

from __future__ import annotations

import pytest

from simulator import ANY, Task, atom, run
from simulator.kernel import Exit, ForgottenYield


def quick(proc):
    return "quick"


def slow(proc):
    yield proc.sleep(10)
    return "slow"


def crash(proc):
    yield proc.sleep(1)
    proc.exit(atom.oops)


def caught(proc, task, timeout=5000):
    try:
        answer = yield Task.await_(proc, task, timeout)
    except Exit as gone:
        answer = (gone.reason[0], gone.reason[1][1])
    proc.inspect((answer, proc.now_ms, proc.info(proc.pid, atom.message_queue_len)))


def in_time(proc):
    yield from caught(proc, Task.async_(proc, slow))
    yield from caught(proc, Task.async_(proc, quick))


def others_first(proc):
    """The BEAM gives the others their turns where the monitor has ended by itself."""
    task = Task.async_(proc, slow)

    def other(proc):
        yield proc.sleep(10)
        proc.puts("other")

    proc.spawn(other)
    yield from caught(proc, task)
    proc.puts("awaited")
    yield proc.sleep(5)


def too_late(proc):
    task = Task.async_(proc, slow)
    yield from caught(proc, task, 5)
    yield proc.sleep(20)
    proc.inspect(proc.info(proc.pid, atom.messages))


def at_the_same_instant(proc):
    """The time is over before the reply of that instant: it stays in the mailbox, for its alias still was one."""
    task = Task.async_(proc, slow)
    yield from caught(proc, task, 10)
    proc.inspect((yield proc.receive(after=0)) is not None)
    proc.inspect(len(proc.info(proc.pid, atom.links)[1]))


def at_once(proc):
    yield from caught(proc, Task.async_(proc, slow), 0)


def crashed(proc):
    proc.flag(atom.trap_exit, True)
    yield from caught(proc, Task.async_(proc, crash))
    proc.inspect((yield proc.receive((atom.EXIT, ANY, ANY)))[2])


def killed_with_it(proc):
    def owner(proc):
        yield Task.await_(proc, Task.async_(proc, crash))

    _, ref = proc.spawn_monitor(owner)
    proc.inspect((yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY)))[4])


def others_messages_wait(proc):
    task = Task.async_(proc, slow)
    proc.send_after(proc.pid, atom.early, 3)
    yield from caught(proc, task)
    proc.send(proc.pid, atom.before)
    task = Task.async_(proc, slow)
    yield from caught(proc, task)
    proc.inspect((yield proc.receive()))
    proc.inspect((yield proc.receive()))


def ended_before(proc):
    task = Task.async_(proc, quick)
    yield proc.sleep(1)
    yield from caught(proc, task)


def many_owners(proc):
    def owner(proc, n):
        for _ in range(3):
            yield from caught(proc, Task.async_(proc, slow), atom.infinity if n else 9)

    for n in range(3):
        proc.spawn(owner, n)
    yield proc.sleep(100)


@pytest.mark.parametrize(
    "main",
    [in_time, others_first, too_late, at_the_same_instant, at_once, crashed, killed_with_it, others_messages_wait,
     ended_before, many_owners],
)  # fmt: skip
def test_a_task_is_awaited_with_and_without_a_trace_alike(main):
    recorded, plain = run(main), run(main, trace=False)
    assert recorded.output
    assert (plain.output, plain.now) == (recorded.output, recorded.now)
    assert (plain.kernel.messages, plain.kernel.turns) == (recorded.kernel.messages, recorded.kernel.turns)


def test_an_await_that_is_not_yielded_is_told_at_its_line():
    def main(proc):
        task = Task.async_(proc, quick)
        Task.await_(proc, task)
        yield proc.sleep(1)

    for trace in (False, True):
        with pytest.raises(ForgottenYield, match=r"test_await_in_one_step.py:\d+: await_\(...\) was called"):
            run(main, trace=trace)
