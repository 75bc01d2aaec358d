"""A time may be a text with a unit wherever one is taken; a function of the wrong arity is named."""

from __future__ import annotations

import re
from typing import Any

import pytest

from simulator import (
    Agent,
    DynamicSupervisor,
    Exit,
    GenServer,
    HTTPoison,
    HttpService,
    Kernel,
    Process,
    Route,
    StateMachine,
    Supervisor,
    Task,
    atom,
    run,
    timer,
)


class Silent(GenServer):
    def init(proc: Any, state: Any) -> Any:
        proc.flag(atom.trap_exit, True)
        return (atom.ok, state, "2s")

    def handle_call(proc: Any, request: Any, client: Any, state: Any) -> Any:
        return (atom.noreply, state, "3s")

    def handle_info(proc: Any, message: Any, state: Any) -> Any:
        proc.puts(f"{message} at {proc.now_ms}")
        return (atom.noreply, state)

    def terminate(proc: Any, reason: Any, state: Any) -> Any:
        yield proc.sleep("1h")


class Machine(StateMachine):
    def callback_mode(proc: Any) -> Any:
        return atom.state_functions

    def init(proc: Any, arg: Any) -> Any:
        return (atom.ok, atom.a, 0, [(atom.state_timeout, "2s", 1), ((atom.timeout, atom.x), "1s", 2)])

    def a(proc: Any, kind: Any, content: Any, data: Any) -> Any:
        proc.puts(f"{content} at {proc.now_ms}")
        return atom.keep_state_and_data


def slow(proc: Process, *args: Any) -> Any:
    yield proc.sleep("1h")


def call(proc: Process) -> Any:
    _, server = yield Silent.start(proc, 1)
    yield proc.call(server, 1, timeout="1s")


def agent(proc: Process) -> Any:
    _, server = yield Agent.start(proc, lambda: 1)
    yield Agent.get(proc, server, slow, timeout="1s")


def stop(proc: Process) -> Any:
    _, server = yield Silent.start(proc, 1)
    yield GenServer.stop(proc, server, atom.normal, "1s")


def starting(proc: Process) -> Any:
    class Slow(GenServer):
        def init(proc: Any, state: Any) -> Any:
            yield proc.sleep("1h")

    yield Slow.start(proc, 1, timeout="1s")


def awaiting(proc: Process) -> Any:
    yield Task.await_(proc, Task.async_(proc, slow), "1s")


def yielding(proc: Process) -> Any:
    yield Task.yield_(proc, Task.async_(proc, slow), "1s")


def stream(proc: Process) -> Any:
    yield Task.async_stream(proc, [1], slow, timeout="1s", on_timeout=atom.kill_task)


def child(proc: Process) -> Any:
    one = Supervisor.child_spec((Silent, 1), shutdown="1s")
    _, tree = yield Supervisor.start_link(proc, [one], strategy=atom.one_for_one, max_seconds="1min")
    yield Supervisor.stop(proc, tree)


def dynamic_child(proc: Process) -> Any:
    _, tree = yield DynamicSupervisor.start_link(proc, max_seconds="1min")
    spec = {atom.id: 1, atom.start: (Silent, "start_link", [1]), atom.shutdown: "1s"}
    _, pid = yield DynamicSupervisor.start_child(proc, tree, spec)
    yield DynamicSupervisor.terminate_child(proc, tree, pid)


def timers(proc: Process) -> Any:
    yield timer.send_after(proc, "1s", proc.pid, 1)
    yield proc.receive(after="5s")


def fetching(proc: Process) -> Any:
    HttpService("https://a.b", {"/": Route("x", latency="1h")}).start(proc)
    yield HTTPoison.get(proc, "https://a.b/", [], recv_timeout="1s")


def simpy_event(proc: Process) -> Any:
    yield proc.env.timeout("1s")


@pytest.mark.parametrize(
    "main",
    [
        call, agent, stop, starting, awaiting, yielding, stream, child, dynamic_child, timers, fetching, simpy_event,
    ],
)  # fmt: skip
def test_a_second_is_a_second(main: Any) -> None:
    ended: list[int] = []

    def timed(proc: Process) -> Any:
        try:
            yield from main(proc)
        except Exit:
            pass
        ended.append(proc.now)

    run(timed, until="1min")
    assert ended == [1_000_000_000]


def test_what_callbacks_return() -> None:
    def main(proc: Process) -> Any:
        _, server = yield Silent.start(proc, 1)
        yield proc.sleep("10s")
        with pytest.raises(Exit):
            yield proc.call(server, 1, timeout="5s")
        yield Machine.start(proc, 1)
        yield proc.sleep("10s")

    assert run(main, until="1min").output == "timeout at 2000\ntimeout at 13000\n2 at 16000\n1 at 17000\n"


def test_the_kernel_and_simpy_count_nanoseconds() -> None:
    kernel = Kernel()
    kernel.run("1s")
    assert kernel.now == 1_000_000_000 and kernel.timeout(5)._delay == 5


@pytest.mark.parametrize(
    ("function", "told"),
    [
        (lambda: 1, r"the function at test_times\.py:\d+ takes 0 arguments, Agent\.get calls it with 1"),
        (lambda a, b: 1, r"the function at test_times\.py:\d+ takes 2 arguments, Agent\.get calls it with 1"),
        (5, "5 is no function"),
    ],
)
def test_an_agents_function_of_the_wrong_arity(function: Any, told: str) -> None:
    def main(proc: Process) -> Any:
        _, server = yield Agent.start_link(proc, lambda: 1)
        yield Agent.get(proc, server, function)

    result = run(main)
    assert result.crash is not None
    assert result.crash.startswith("** (FunctionClauseError) no function clause matching in Agent.get/3\n")
    assert re.search(told, result.crash), result.crash


@pytest.mark.parametrize("function", [lambda: 1, lambda proc, a, b: 1])
def test_a_process_s_function_of_the_wrong_arity(function: Any) -> None:
    [report] = run(lambda proc: [proc.spawn(function, 1)]).reports
    assert "(BadArityError)" in report and "    the function is at test_times.py:" in report


def test_what_an_exit_prints_is_the_same_in_each_run() -> None:
    def main(proc: Process) -> Any:
        try:
            yield from awaiting(proc)
        except Exit as gone:
            proc.puts(str(gone))
            proc.puts(repr(gone.reason[1][2][0]))

    assert run(main).output == run(main).output
    assert " at 0x" not in run(main).output
