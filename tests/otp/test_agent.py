"""Agent beside what Elixir recorded: functions that take time, mistakes with their line, its trace."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import Agent, Exit, Run, ScenarioError, atom, run
from simulator.kernel import ForgottenYield, NotAProcess


def events(result: Run, kind: str) -> list[Any]:
    return [event for event in result.trace if type(event).__struct_config__.tag == kind]


def slow(proc: Any, state: Any) -> Any:
    yield proc.work(200)
    return state


class Counter(Agent):
    """A module of one's own around an agent, as ``use Agent`` makes it."""

    def start_link(proc: Any, count: int) -> Any:  # type: ignore[override]
        return Agent.start_link(proc, lambda: count, name=Counter)

    def increment(proc: Any) -> Any:
        return Agent.update(proc, Counter, lambda count: count + 1)

    def value(proc: Any) -> Any:
        return Agent.get(proc, Counter, lambda count: count)


def test_a_module_around_an_agent_has_its_functions_its_name_and_a_child_spec() -> None:
    def main(proc: Any) -> Any:
        proc.inspect((yield Counter.start_link(proc, 5)))
        yield Counter.increment(proc)
        proc.inspect((yield Counter.value(proc)))
        proc.inspect(proc.registered())
        proc.inspect(Counter.child_spec(1)[atom.id])

    assert run(main).output == "{:ok, #PID<0.101.0>}\n6\n[Counter]\nCounter\n"


def test_a_generator_function_takes_time_in_the_agent() -> None:
    def main(proc: Any) -> Any:
        _, agent = yield Agent.start(proc, lambda: 7)
        proc.inspect((yield Agent.get(proc, agent, slow)))
        proc.inspect(proc.now_ms)
        yield Agent.update(proc, agent, slow)
        Agent.cast(proc, agent, slow)
        yield Agent.get_and_update(proc, agent, lambda n: (n, n))
        proc.inspect(proc.now_ms)

    assert run(main).output == "7\n200\n600\n"


def test_the_first_state_may_take_time_too() -> None:
    def first(proc: Any) -> Any:
        yield proc.sleep(30)
        return "ready"

    def main(proc: Any) -> Any:
        _, agent = yield Agent.start_link(proc, first)
        proc.puts(f"{yield Agent.get(proc, agent, str)} at {proc.now_ms}")

    assert run(main).output == "ready at 30\n"


def no_proc(state: Any) -> Any:
    yield state


def line_of(function: Any) -> str:
    return f"test_agent.py:{function.__code__.co_firstlineno}:"


def test_a_generator_that_takes_no_proc_is_a_mistake_with_its_line() -> None:
    def main(proc: Any) -> Any:
        _, agent = yield Agent.start(proc, lambda: 1)
        yield Agent.get(proc, agent, no_proc)

    with pytest.raises(NotAProcess, match="no_proc is a generator, so it takes the agent's proc first") as caught:
        run(main)
    assert line_of(no_proc) in str(caught.value)


def test_a_plain_function_that_returns_a_generator_is_a_mistake_with_its_line() -> None:
    def wrong(state: Any) -> Any:
        return no_proc(state)

    def main(proc: Any) -> Any:
        _, agent = yield Agent.start(proc, lambda: 1)
        yield Agent.update(proc, agent, wrong)

    with pytest.raises(ScenarioError, match="wrong returned a generator to an agent") as caught:
        run(main)
    assert line_of(wrong) in str(caught.value)


@pytest.mark.parametrize(
    "request_of",
    [
        lambda proc, agent: Agent.get(proc, agent, str),
        lambda proc, agent: Agent.update(proc, agent, str),
        lambda proc, agent: Agent.get_and_update(proc, agent, lambda n: (n, n)),
        lambda proc, agent: Agent.stop(proc, agent),
        lambda proc, agent: Agent.start(proc, list),
        lambda proc, agent: Agent.start_link(proc, list),
    ],
)
def test_a_request_that_is_not_yielded_is_an_error(request_of: Any) -> None:
    def main(proc: Any) -> Any:
        _, agent = yield Agent.start(proc, lambda: 1)
        request_of(proc, agent)
        yield proc.sleep(1)

    with pytest.raises(ForgottenYield, match=r"test_agent\.py"):
        run(main)


def test_what_a_client_gets_is_a_copy() -> None:
    def main(proc: Any) -> Any:
        _, agent = yield Agent.start(proc, lambda: [1])
        mine = yield Agent.get(proc, agent, lambda items: items)
        mine.append(2)
        proc.inspect((yield Agent.get(proc, agent, lambda items: items)))

    assert run(main).output == "[1]\n"


def test_its_calls_stand_in_the_trace() -> None:
    def main(proc: Any) -> Any:
        _, agent = yield Agent.start(proc, lambda: 1, name=atom.one)
        yield Agent.get(proc, atom.one, lambda n: n)
        Agent.cast(proc, agent, lambda n: n)
        yield proc.sleep(1)

    result = run(main)
    (call,) = events(result, "call")
    assert (call.name, call.request.startswith("{:get, #Function<")) == (":one", True)
    assert [event.how for event in events(result, "return")] == ["replied"]
    assert [event.name for event in events(result, "callback")] == [
        "Agent.Server.init",
        "Agent.Server.handle_call",
        "Agent.Server.handle_cast",
    ]
    assert next(event for event in events(result, "spawn") if event.parent).function == "Agent.Server.init/1"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["get", "update", "cast", "both"]), st.integers(0, 30)), max_size=12))
def test_an_agent_does_one_thing_after_the_other(steps: list[tuple[str, int]]) -> None:
    """Whoever asks and however long it takes: every change is seen by all later ones, none is lost."""

    def taking(ms: int, answer: Any) -> Any:
        def function(proc: Any, log: list[int]) -> Any:
            yield proc.sleep(ms)
            return answer(log)

        return function

    def client(proc: Any, agent: Any, number: int, kind: str, ms: int) -> Any:
        def add(log: list[int]) -> list[int]:
            return [*log, number]

        match kind:
            case "get":
                yield Agent.get(proc, agent, taking(ms, len), timeout=atom.infinity)
            case "update":
                yield Agent.update(proc, agent, taking(ms, add), timeout=atom.infinity)
            case "cast":
                Agent.cast(proc, agent, taking(ms, add))
            case "both":
                seen = yield Agent.get_and_update(proc, agent, taking(ms, lambda log: (log, add(log))), atom.infinity)
                proc.put(atom.seen, seen)

    def main(proc: Any) -> Any:
        _, agent = yield Agent.start(proc, list)
        for number, (kind, ms) in enumerate(steps):
            proc.spawn(client, agent, number, kind, ms)
        yield proc.sleep(1_000)
        proc.inspect((yield Agent.get(proc, agent, lambda log: log)) == wanted)
        proc.inspect(proc.now_ms)

    wanted = [number for number, (kind, _) in enumerate(steps) if kind != "get"]
    assert run(main).output == "true\n1000\n"


@given(st.integers(1, 60), st.integers(1, 60))
@settings(max_examples=40, deadline=None)
def test_a_request_is_answered_in_time_or_exits(duration: int, timeout: int) -> None:
    def work(proc: Any, state: Any) -> Any:
        yield proc.sleep(duration)
        return state

    def main(proc: Any) -> Any:
        _, agent = yield Agent.start(proc, lambda: "state")
        try:
            answer = yield Agent.get(proc, agent, work, timeout=timeout)
        except Exit as caught:
            answer = caught.reason[0]
        yield proc.sleep(200)
        proc.inspect([answer, proc.info(proc.pid, atom.messages)[1]])

    # At the very instant of the deadline the deadline comes first: it is older.
    wanted = '["state", []]\n' if duration < timeout else "[:timeout, []]\n"
    assert run(main).output == wanted
