"""A user's module with types, which `mypy --strict` passes: servers, settings, a run. The gate checks it."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from simulator import ANY, Agent, Config, Exit, GenServer, Process, Task, atom, run
from simulator.terms import Pid

config = Config(until="10s", size=3)
Steps = Generator[Any, Any, Any]


class Account(GenServer):
    def init(proc: Process, balance: int) -> tuple[Any, ...]:
        return (atom.ok, balance)

    def handle_call(proc: Process, request: Any, client: Any, balance: int) -> tuple[Any, ...]:
        match request:
            case (atom.deposit, int(amount)):
                return (atom.reply, balance + amount, balance + amount)
            case _:
                return (atom.reply, balance, balance)

    def handle_cast(proc: Process, request: Any, balance: int) -> Steps:
        yield proc.sleep(5)
        return (atom.noreply, balance)

    def deposit(proc: Process, account: Pid, amount: int) -> Any:
        return proc.call(account, (atom.deposit, amount))


def worker(proc: Process, parent: Pid, size: int) -> Steps:
    yield proc.work(size)
    proc.send(parent, (atom.done, proc.pid))


def main(proc: Process) -> Steps:
    _, account = yield Account.start_link(proc, 0)
    for n in range(config.size):
        yield Account.deposit(proc, account, n)
        proc.spawn(worker, proc.pid, n)
        yield proc.receive((atom.done, ANY), after="1s")
    try:
        task = Task.async_(proc, worker, proc.pid, 1)
        yield Task.await_(proc, task)
    except Exit as gone:
        proc.inspect(gone.reason)
    result = yield Agent.start_link(proc, lambda: 0)
    proc.puts(f"{result}")


def test_it_runs() -> None:
    result = run(main, size=5, check=True)
    seconds: float = result.now / 1e9
    assert (result.output, seconds, result.config.size) == ("(:ok, #PID<0.108.0>)\n", 0.011, 5)
    assert result.stats().totals.calls == 5 and result.links(at="1s").graph.number_of_nodes() == 9
