"""GenServer beside what Elixir recorded: its trace and the states in it, mistakes with their line, a call's ends."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import Exit, GenServer, Run, atom, run
from simulator.kernel import ForgottenYield, ScenarioError
from simulator.trace import history


class Counter(GenServer):
    """Counts; sleeps or ends where it is told to."""

    def init(proc: Any, count: Any) -> Any:
        return (atom.ok, count)

    def handle_call(proc: Any, request: Any, client: Any, count: Any) -> Any:
        match request:
            case atom.add:
                return (atom.reply, count, count + 1)
            case (atom.text, length):
                return (atom.reply, atom.ok, "x" * length)
            case (atom.sleep, ms):
                return slowly(proc, ms, count)
            case (atom.stop, reason):
                return (atom.stop, reason, count)
            case atom.crash:
                raise RuntimeError("crash")
            case atom.ignore:
                return (atom.noreply, count)

    def handle_cast(proc: Any, request: Any, count: Any) -> Any:
        return (atom.noreply, count + 1, "1.5s")

    def handle_info(proc: Any, message: Any, count: Any) -> Any:
        proc.inspect(message, label=f"{proc.now_ms} ms")
        return (atom.noreply, count)


def slowly(proc: Any, ms: int, count: int) -> Any:
    yield proc.sleep(ms)
    return (atom.reply, count, count + 1)


def events(result: Run, kind: str) -> list[Any]:
    return [event for event in result.trace if type(event).__struct_config__.tag == kind]


def one_call(request: Any) -> Any:
    def main(proc: Any) -> Any:
        _, pid = yield Counter.start(proc, 1)
        try:
            yield proc.call(pid, request, 100)
        except Exit:
            proc.puts("exit")

    return main


# -- the trace ------------------------------------------------------------------------------------


def test_a_call_its_reply_and_its_return_have_one_reference() -> None:
    result = run(one_call(atom.add))
    (call,), (reply,), (done,) = (events(result, kind) for kind in ("call", "reply", "return"))
    assert call.ref == reply.ref == done.ref
    assert (call.pid, call.to, reply.pid, reply.to, done.pid) == (100, 101, 101, 100, 100)
    assert (call.request, reply.reply, done.how) == (":add", "1", "replied")
    assert call.until == 100_000_000


@pytest.mark.parametrize(
    ("request_", "how"), [(atom.ignore, "timeout"), (atom.crash, "down"), ((atom.stop, atom.normal), "down")]
)
def test_a_call_without_a_reply_returns_all_the_same(request_: Any, how: str) -> None:
    result = run(one_call(request_))
    assert result.output == "exit\n"
    assert [event.how for event in events(result, "return")] == [how]
    assert events(result, "reply") == []


def test_callbacks_stand_in_the_trace_with_what_they_returned() -> None:
    result = run(one_call((atom.sleep, 20)))
    assert [(event.t, event.name) for event in events(result, "callback")] == [
        (0, "Counter.init"),
        (0, "Counter.handle_call"),
    ]
    assert [(event.t, event.returned) for event in events(result, "called")] == [(0, ":ok"), (20_000_000, ":reply")]


def test_a_callback_that_raises_is_at_its_end_too() -> None:
    last = events(run(one_call(atom.crash)), "called")[-1]
    assert (last.name, last.returned, last.state) == ("Counter.handle_call", "raised", None)


def test_states_are_recorded_on_request_only() -> None:
    plain = run(one_call(atom.add))
    assert all(event.state is None for kind in ("callback", "called") for event in events(plain, kind))
    asked = run(one_call(atom.add), states=True)
    assert [event.state for event in events(asked, "callback")] == [None, "1"]
    assert [event.state for event in events(asked, "called")] == ["1", "2"]


@pytest.mark.parametrize(("length", "shown"), [(498, 500), (499, 503)])
def test_a_long_state_is_cut_off_visibly(length: int, shown: int) -> None:
    """500 characters are shown, the quotation marks among them."""
    state = events(run(one_call((atom.text, length)), states=True), "called")[-1].state
    assert len(state) == shown
    assert state.endswith("...") == (length > 498)


def test_states_are_asked_for_with_true_or_false() -> None:
    with pytest.raises(ValueError, match="states is true or false, not 7"):
        run(one_call(atom.add), states=7)


def test_a_run_without_trace_says_the_same() -> None:
    for request in (atom.add, atom.ignore, atom.crash, (atom.stop, atom.boom), (atom.sleep, 20), atom.unknown):
        traced, bare = run(one_call(request)), run(one_call(request), trace=False)
        assert (traced.output, traced.reports, traced.now) == (bare.output, bare.reports, bare.now)


# -- what is Python's -----------------------------------------------------------------------------


def test_times_may_be_texts() -> None:
    def main(proc: Any) -> Any:
        yield Counter.start_link(proc, 0, name=Counter)
        proc.cast(Counter, atom.add)
        try:
            yield proc.call(Counter, (atom.sleep, 3000), "2s")
        except Exit:
            proc.puts(f"{proc.now_ms} ms")
        proc.cast(Counter, atom.add)

    assert run(main).output == "2000 ms\n4500 ms: :timeout\n"


def forget_call(proc: Any) -> Any:
    _, pid = yield Counter.start(proc, 0)
    proc.call(pid, atom.add)
    yield proc.sleep(1)


def forget_start_link(proc: Any) -> Any:
    yield Counter.start(proc, 0)
    Counter.start_link(proc, 0)
    yield proc.sleep(1)


def forget_stop(proc: Any) -> Any:
    _, pid = yield Counter.start(proc, 0)
    GenServer.stop(proc, pid)
    yield proc.sleep(1)


@pytest.mark.parametrize("main", [forget_call, forget_start_link, forget_stop])
@pytest.mark.parametrize("trace", [True, False])
def test_a_forgotten_yield_is_told_with_its_line(main: Any, trace: bool) -> None:
    name = main.__name__.removeprefix("forget_")
    with pytest.raises(ForgottenYield) as told:
        run(main, trace=trace)
    assert told.value.args[0] == f"{name}(...) was called and not yielded: write `yield {name}(...)`"
    assert (told.value.file, told.value.line) == (__file__, main.__code__.co_firstlineno + 2)


def test_a_mistake_inside_a_callback_ends_the_run_and_not_the_server() -> None:
    class Careless(GenServer):
        def handle_call(proc: Any, request: Any, client: Any, state: Any) -> Any:
            yield 7

    def main(proc: Any) -> Any:
        _, pid = yield Careless.start(proc)
        yield proc.call(pid, atom.add)

    for trace in (True, False):
        with pytest.raises(ScenarioError, match="yielded 7"):
            run(main, trace=trace)


def test_a_server_of_the_generic_class_needs_its_module() -> None:
    def main(proc: Any) -> Any:
        proc.inspect(
            (yield GenServer.start(proc, Counter, 5, name=atom.counter)) == (atom.ok, proc.whereis(atom.counter))
        )
        proc.inspect((yield proc.call(atom.counter, atom.add)))

    assert run(main).output == "true\n5\n"


# -- a call comes to one end ----------------------------------------------------------------------

REQUESTS = st.one_of(
    st.just(atom.add),
    st.just(atom.ignore),
    st.just(atom.crash),
    st.tuples(st.just(atom.sleep), st.integers(0, 60)),
    st.tuples(st.just(atom.stop), st.sampled_from([atom.normal, atom.boom])),
)


@settings(max_examples=60, deadline=None)
@given(
    calls=st.lists(st.tuples(st.integers(0, 80), REQUESTS, st.integers(1, 60)), min_size=1, max_size=8),
    seed=st.integers(0, 3),
    latency=st.sampled_from([None, "1ms..20ms"]),
)
def test_a_call_replies_times_out_or_exits_once(calls: list[Any], seed: int, latency: str | None) -> None:
    ends: list[int] = []

    def client(proc: Any, server: Any, number: int, delay: int, request: Any, patience: int) -> Any:
        yield proc.sleep(delay)
        start = proc.now
        try:
            yield proc.call(server, request, patience)
        except Exit as exit:
            reason, (_, _, args) = exit.reason
            assert args == [server, request, patience]
            assert (reason == atom.timeout) == (proc.now - start == patience * 1_000_000)
        assert proc.now - start <= patience * 1_000_000
        ends.append(number)
        yield proc.sleep(500)
        assert proc.info(proc.pid, atom.messages)[1] == [], "a late reply arrived"

    def main(proc: Any) -> Any:
        _, server = yield Counter.start(proc, 0)
        for number, (delay, request, patience) in enumerate(calls):
            proc.spawn(client, server, number, delay, request, patience)

    result = run(main, seed=seed, latency=latency)
    assert not [report for report in result.reports if "AssertionError" in report]
    assert sorted(ends) == list(range(len(calls)))
    made, returned = events(result, "call"), events(result, "return")
    assert sorted(event.ref for event in made) == sorted(event.ref for event in returned)


def test_the_down_of_a_server_that_replies_and_ends_is_flushed() -> None:
    class Last(GenServer):
        def init(proc: Any, arg: Any) -> Any:
            return (atom.ok, arg)

        def handle_call(proc: Any, request: Any, client: Any, state: Any) -> Any:
            return (atom.stop, atom.normal, atom.bye, state)

    def main(proc: Any) -> Any:
        _, pid = yield Last.start(proc, 1)
        proc.inspect((yield proc.call(pid, atom.end)))
        yield proc.sleep(1)

    messages = history(run(main).trace).messages
    assert [message.fate for message in messages if message.kind == "down"] == ["flushed"]
