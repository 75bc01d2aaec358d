"""Random programs of tasks, servers, links and timers do the same with and without a trace.

Each way of running has its own class of processes, which does the usual things sooner; what comes of them is the same.
"""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from simulator import GenServer, Task, atom, run
from simulator.kernel import Exit

WORDS = (
    "task", "task", "await", "await", "server", "call", "call", "cast", "spawn", "link", "monitor", "exit", "timer",
    "flag", "send", "receive", "sleep",
)  # fmt: skip
REASONS = (atom.normal, atom.kill, atom.boom, atom.shutdown)


class Echo(GenServer):
    def handle_call(proc, request, client, state):
        if request == 0:
            return (atom.noreply, state)
        if request == 1:
            return (atom.stop, atom.boom, state)
        return (atom.reply, request, state)

    def handle_cast(proc, request, state):
        return (atom.noreply, state)

    def handle_info(proc, message, state):
        return (atom.noreply, state)


def job(proc, n):
    if n == 3:
        raise ValueError(n)
    if n == 4:
        proc.exit(atom.boom)
    if n > 1:
        yield proc.sleep(n - 1)
    return n


class Program:
    """Runs scripts: lists of a word and two numbers, which choose among what a process knows by then."""

    def __init__(self, seed: int) -> None:
        random = Random(seed)
        self.scripts = [
            [(random.choice(WORDS), random.randrange(8), random.randrange(8)) for _ in range(random.randrange(4, 14))]
            for _ in range(random.randrange(2, 5))
        ]
        self.log: list[Any] = []
        self.spawned = 0

    def body(self, proc, index):
        tasks: list[Any] = []
        servers: list[Any] = []
        for word, a, b in self.scripts[index % len(self.scripts)]:
            pids = proc.list()
            pid = pids[a % len(pids)]
            if word == "task":
                tasks.append(Task.async_(proc, job, a))
            elif word == "await" and tasks:
                task = tasks.pop(a % len(tasks))
                yield from self.waited(proc, Task.await_(proc, task, atom.infinity if b == 7 else b))
            elif word == "server":
                servers.append((yield GenServer.start(proc, Echo, 0))[1])
            elif word == "call" and servers:
                yield from self.waited(proc, GenServer.call(proc, servers[a % len(servers)], b, 3))
            elif word == "cast" and servers:
                GenServer.cast(proc, servers[a % len(servers)], b)
            elif word == "spawn" and self.spawned < 20:
                self.spawned += 1
                (proc.spawn, proc.spawn_link, proc.spawn_monitor)[b % 3](self.body, a)
            elif word == "link" and proc.alive(pid):
                proc.link(pid)
            elif word == "monitor":
                proc.monitor(pid)
            elif word == "exit" and pid != proc.pid:
                proc.exit(pid, REASONS[b % 4])
            elif word == "timer":
                proc.send_after(pid, (atom.timer, b), a)
            elif word == "flag":
                proc.flag(atom.trap_exit, b % 2 == 0)
            elif word == "send":
                proc.send(pid, (atom.m, b))
            elif word == "receive":
                self.note(proc, (yield proc.receive(*((), ((atom.m, int),))[a % 2], after=b)))
            elif word == "sleep":
                yield proc.sleep(b)
        while (message := (yield proc.receive(after=3))) is not None:
            self.note(proc, message)

    def waited(self, proc, request):
        try:
            answer = yield request
        except Exit as gone:
            answer = str(gone.reason)
        self.note(proc, answer)

    def note(self, proc, what):
        self.log.append((proc.pid.number, proc.now, str(what), proc.info(proc.pid, atom.message_queue_len)[1]))


def outcome(seed: int, trace: bool) -> Any:
    program = Program(seed)
    result = run(lambda proc: program.body(proc, 0), limit=20_000, trace=trace)
    kernel = result.kernel
    return (
        program.log, result.now, result.ended, str(result.reason), kernel.messages, kernel.spawned, kernel.alive,
        result.reports,
    )  # fmt: skip


@pytest.mark.parametrize("first", range(0, 60, 10))
def test_what_happens_does_not_depend_on_a_trace(first):
    plain = {seed: outcome(seed, trace=False) for seed in range(first, first + 10)}
    assert plain == {seed: outcome(seed, trace=True) for seed in plain}
    assert sum(len(found[0]) for found in plain.values()) > 5
