"""Task beside what Elixir recorded: mistakes with their line, its trace, that an await ends exactly once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import Exit, Run, Task, atom, run
from simulator.kernel import ForgottenYield, NotAProcess


def events(result: Run, kind: str) -> list[Any]:
    return [event for event in result.trace if type(event).__struct_config__.tag == kind]


def after(proc: Any, ms: int, value: Any = None) -> Any:
    yield proc.sleep(ms)
    return value


def test_a_lambda_may_return_a_request_and_a_generator() -> None:
    def main(proc: Any) -> Any:
        proc.inspect((yield Task.await_(proc, Task.async_(proc, lambda proc: proc.receive(after=30)))))
        proc.inspect((yield Task.await_(proc, Task.async_(proc, lambda proc: after(proc, 10, "value")))))
        proc.inspect(proc.now_ms)

    assert run(main).output == 'nil\n"value"\n40\n'


def test_a_task_may_await_tasks_of_its_own() -> None:
    def fib(proc: Any, n: int) -> Any:
        if n < 2:
            return n
        pair = [Task.async_(proc, fib, n - 1), Task.async_(proc, fib, n - 2)]
        return sum((yield Task.await_many(proc, pair)))

    def main(proc: Any) -> Any:
        proc.inspect((yield Task.await_(proc, Task.async_(proc, fib, 8))))

    assert run(main).output == "21\n"


def test_what_goes_in_and_what_comes_out_are_copies() -> None:
    given: list[int] = [1]
    kept: list[Any] = []

    def work(proc: Any, items: list[int]) -> list[int]:
        items.append(2)
        kept.append(items)
        return items

    def main(proc: Any) -> Any:
        result = yield Task.await_(proc, Task.async_(proc, work, given))
        proc.inspect([given, result, result is kept[0]])
        Task.start(proc, work, given)
        yield proc.sleep(1)
        proc.inspect(given)

    assert run(main).output == "[[1], [1, 2], false]\n[1]\n"


@pytest.mark.parametrize(
    "start",
    [
        lambda proc: Task.async_(proc, after(proc, 1)),
        lambda proc: Task.start(proc, after(proc, 1)),
        lambda proc: Task.start_link(proc, after(proc, 1)),
        lambda proc: Task.async_stream(proc, [1], after(proc, 1)),
    ],
)
def test_a_function_that_was_called_in_place_of_given_is_an_error(start: Any) -> None:
    def main(proc: Any) -> Any:
        start(proc)
        yield proc.sleep(1)

    with pytest.raises(NotAProcess, match=r"test_task\.py:\d+: .*give the function, without calling it"):
        run(main)


def test_the_wrong_number_of_arguments_crashes_the_task() -> None:
    def main(proc: Any) -> Any:
        Task.start(proc, after)
        yield proc.sleep(1)

    result = run(main)
    assert "** (BadArityError)" in result.reports[0]
    assert events(result, "exit")[0].reason.startswith("{{:badarity, {#Function<after/3")


@pytest.mark.parametrize(
    "request_of",
    [
        Task.await_,
        Task.yield_,
        Task.shutdown,
        Task.ignore,
        lambda proc, task: Task.await_many(proc, [task]),
        lambda proc, task: Task.yield_many(proc, [task]),
        lambda proc, task: Task.async_stream(proc, [1], after),
    ],
)
def test_a_request_that_is_not_yielded_is_an_error(request_of: Any) -> None:
    def main(proc: Any) -> Any:
        task = Task.async_(proc, after, 10)
        request_of(proc, task)
        yield proc.sleep(1)

    with pytest.raises(ForgottenYield, match=r"test_task\.py"):
        run(main)


def test_the_trace_shows_what_is_awaited_and_until_when() -> None:
    def main(proc: Any) -> Any:
        task = Task.async_(proc, after, 10)
        yield Task.await_(proc, task, 50)
        task = Task.async_(proc, after, 10)
        yield Task.yield_(proc, task, 5)
        yield Task.shutdown(proc, task)
        yield Task.await_many(proc, [Task.async_(proc, after, 1), Task.async_(proc, after, 2)])

    result = run(main)
    waits = [(event.detail, event.until) for event in events(result, "wait") if event.pid == 100]
    assert waits == [
        ("Task.await #PID<0.101.0>", 50_000_000),
        ("Task.yield #PID<0.102.0>", 15_000_000),
        ("Task.shutdown #PID<0.102.0>", 5_015_000_000),
        ("Task.await_many, 2 left", None),
        ("Task.await_many, 1 left", None),
    ]
    assert {event.on for event in events(result, "wait") if event.pid == 100} == {"call"}
    assert [event.function for event in events(result, "spawn")][1:] == ["after/1"] * 4


def test_a_report_is_told_as_logger_tells_it() -> None:
    class Fetcher:
        def fetch(proc: Any, url: str) -> Any:
            raise ConnectionError(f"no route to {url}")

    def main(proc: Any) -> Any:
        Task.start(proc, Fetcher, "fetch", ["a"])
        Task.start(proc, Fetcher.fetch, "b")
        yield proc.sleep(1)

    line = Fetcher.fetch.__code__.co_firstlineno + 1
    first, second = run(main).reports
    assert first == (
        "Task #PID<0.101.0> started from #PID<0.100.0> terminating\n"
        "** (ConnectionError) no route to a\n"
        f"    test_task.py:{line}: Fetcher.fetch/1\n"
        "Function: &Fetcher.fetch/1\n"
        '    Args: ["a"]'
    )
    assert second.splitlines()[-1] == '    Args: ["b"]'
    assert second.splitlines()[-2].startswith("Function: #Function<")


def test_a_module_of_tasks_has_a_child_spec() -> None:
    class Warmup(Task):
        def start_link(proc: Any, arg: Any) -> Any:  # type: ignore[override]
            return Task.start_link(proc, after, arg)

    spec = Warmup.child_spec(5)
    assert (spec[atom.start], spec[atom.restart]) == ((Warmup, "start_link", [5]), atom.temporary)


ENDS = st.sampled_from(["value", "raise", "exit", "throw", "killed"])


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 40), ENDS, st.integers(0, 40), st.booleans())
def test_an_await_returns_times_out_or_exits_exactly_once(ms: int, end: str, timeout: int, trapping: bool) -> None:
    def work(proc: Any) -> Any:
        yield proc.sleep(ms)
        match end:
            case "raise":
                raise ValueError("no")
            case "exit":
                proc.exit(atom.why)
            case "throw":
                proc.throw(atom.ball)
            case "killed":
                proc.exit(proc.pid, atom.kill)
        return "value"

    def owner(proc: Any, main: Any) -> Any:
        proc.flag(atom.trap_exit, trapping)
        task = Task.async_(proc, work)
        try:
            what = (atom.returned, (yield Task.await_(proc, task, timeout)))
        except Exit as caught:
            what = (atom.exited, caught.reason[0])
            assert caught.reason[1][1:] == (atom("await"), [task, timeout])
        proc.send(main, what)
        yield proc.sleep(100)
        proc.send(main, [m for m in proc.info(proc.pid, atom.messages)[1] if m[0] is not atom.EXIT])

    def main(proc: Any) -> Any:
        _, ref = proc.spawn_monitor(owner, proc.pid)
        seen = []
        while True:
            message = yield proc.receive()
            if message.__class__ is tuple and message[0] is atom.DOWN:
                assert message[1] == ref
                break
            seen.append(message)
        outcomes.extend(seen)
        ended.append(message[4])

    outcomes: list[Any] = []
    ended: list[Any] = []
    run(main)
    told = [outcome for outcome in outcomes if isinstance(outcome, tuple)]
    late = ms >= timeout and not (ms == 0 and timeout > 0)
    if (
        end != "value" and not trapping
    ):  # the link ends the owner when the task ends, after its timeout if that is first
        assert told == ([(atom.exited, atom.timeout)] if late else [])
        assert ended[0] is not atom.normal
        return
    assert len(told) == 1
    assert outcomes[-1] == []  # nothing of the task is left in the mailbox
    if late:
        assert told[0] == (atom.exited, atom.timeout)
    elif end == "value":
        assert told[0] == (atom.returned, "value")
    else:
        assert told[0][0] is atom.exited
        assert told[0][1] is not atom.timeout


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 60), max_size=6), st.integers(1, 60))
def test_await_many_gives_all_in_their_order_or_exits(durations: list[int], timeout: int) -> None:
    def main(proc: Any) -> Any:
        tasks = [Task.async_(proc, after, ms, ms) for ms in durations]
        try:
            answer = yield Task.await_many(proc, tasks, timeout)
        except Exit as caught:
            answer = caught.reason[0]
        yield proc.sleep(100)
        proc.inspect((answer == wanted, proc.info(proc.pid, [atom.messages, atom.monitors])))

    # The timer of await_many is set after the tasks are told, and before they sleep: at a tie it is first.
    wanted = durations if all(ms < timeout for ms in durations) else atom.timeout
    assert run(main).output == "{true, [messages: [], monitors: []]}\n"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 60).map(lambda n: 2 * n), max_size=6), st.integers(0, 60).map(lambda n: 2 * n + 1))
def test_yield_many_tells_of_each_what_came_in_time_and_the_rest_can_be_asked_again(
    durations: list[int], timeout: int
) -> None:
    """Never at the very end of the time: who takes one reply gives up a turn, in which another may come."""

    def main(proc: Any) -> Any:
        tasks = [Task.async_(proc, after, ms, ms) for ms in durations]
        results = yield Task.yield_many(proc, tasks, timeout)
        assert [task for task, _ in results] == tasks
        proc.inspect([result for _, result in results] == wanted)
        left = [task for task, result in results if result is None]
        proc.inspect((yield Task.await_many(proc, left)) == [ms for ms in durations if ms > timeout])

    wanted = [(atom.ok, ms) if ms < timeout else None for ms in durations]
    assert run(main).output == "true\ntrue\n"
