"""State machines beside what OTP recorded: their trace and reports, callbacks that block, properties of events."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import ANY, Exit, Run, StateMachine, atom, run
from simulator.kernel import ForgottenYield, ScenarioError
from simulator.otp.state_machine.moves import differ


class Door(StateMachine):
    """Locked until the code is pressed, then open for ten seconds."""

    def callback_mode(proc: Any) -> Any:
        return [atom.state_functions, atom.state_enter]

    def init(proc: Any, code: Any) -> Any:
        return (atom.ok, atom.locked, code)

    def locked(proc: Any, kind: Any, content: Any, code: Any) -> Any:
        match kind, content:
            case atom.enter, _:
                return atom.keep_state_and_data
            case atom.cast, pressed if pressed == code:
                return (atom.next_state, atom.open, code)
            case atom.cast, _:
                return atom.keep_state_and_data
            case (atom.call, client), _:
                return (atom.keep_state_and_data, [(atom.reply, client, atom.locked)])

    def open(proc: Any, kind: Any, content: Any, code: Any) -> Any:
        match kind, content:
            case atom.enter, atom.locked:
                return (atom.keep_state_and_data, [(atom.state_timeout, "10s", atom.lock)])
            case atom.state_timeout, atom.lock:
                return (atom.next_state, atom.locked, code)
            case (atom.call, client), _:
                yield proc.work(5)
                return (atom.keep_state_and_data, [(atom.reply, client, atom.open)])


def events(result: Run, kind: str) -> list[Any]:
    return [event for event in result.trace if type(event).__struct_config__.tag == kind]


def visit(proc: Any) -> Any:
    _, door = yield Door.start_link(proc, 7, name=atom.door)
    proc.inspect((yield Door.call(proc, door, atom.state)))
    Door.cast(proc, door, 7)
    proc.inspect((yield Door.call(proc, atom.door, atom.state)))
    yield proc.sleep("10s")
    proc.inspect((yield Door.call(proc, door, atom.state)))


# -- running ----------------------------------------------------------------------------------


def test_a_callback_may_block_and_plain_ones_take_no_time():
    result = run(visit)
    assert result.output == ":locked\n:open\n:locked\n"
    assert result.now == 10_005_000_000


def test_start_through_the_behaviour_itself_and_by_module_name():
    def main(proc):
        _, door = yield StateMachine.start(proc, Door, 7, name=Door)
        proc.inspect(door == StateMachine.whereis(proc, Door))
        proc.inspect((yield StateMachine.call(proc, Door, atom.state)))
        proc.inspect((yield StateMachine.start(proc, Door, 7, name=Door)) == (atom.error, (atom.already_started, door)))

    assert run(main).output == "true\n:locked\ntrue\n"


def test_a_child_spec_starts_it():
    assert Door.child_spec(7) == {atom.id: atom("Elixir.Door"), atom.start: (Door, "start_link", [7])}


def test_a_state_whose_name_is_a_word_of_python_takes_an_underscore():
    class Lift(StateMachine):
        def callback_mode(proc):
            return atom.state_functions

        def init(proc, arg):
            return (atom.ok, atom("in"), 0)

        def in_(proc, kind, content, data):
            return (atom.next_state, atom.call, data)

        def call(proc, kind, content, data):  # a name that the behaviour has, too
            proc.inspect((kind, content))
            return atom.stop

    def main(proc):
        _, lift = yield StateMachine.start(proc, Lift)
        StateMachine.cast(proc, lift, 1)
        StateMachine.cast(proc, lift, 2)
        yield proc.sleep(1)
        proc.inspect(proc.alive(lift))

    assert run(main).output == "{:cast, 2}\nfalse\n"


def test_what_the_behaviour_defines_is_no_state_function():
    class Idle(StateMachine):
        def callback_mode(proc):
            return atom.state_functions

        def init(proc, arg):
            return (atom.ok, atom.stop, 0)

    def main(proc):
        _, pid = yield Idle.start(proc)
        ref = proc.monitor(pid)
        Idle.cast(proc, pid, 1)
        message = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
        proc.inspect(message[4][0])

    result = run(main)
    assert result.output == ":undef\n"
    assert "** (UndefinedFunctionError) function Idle.stop/3 is undefined or private" in result.reports[0]


def test_a_call_that_times_out_has_its_late_reply_dropped():
    class Slow(StateMachine):
        def callback_mode(proc):
            return atom.handle_event_function

        def init(proc, arg):
            return (atom.ok, atom.only, arg)

        def handle_event(proc, kind, content, state, data):
            yield proc.sleep(100)
            return (atom.keep_state_and_data, [(atom.reply, kind[1], atom.late)])

    def main(proc):
        _, pid = yield Slow.start(proc)
        with pytest.raises(Exit) as end:
            yield Slow.call(proc, pid, atom.hello, "50ms")
        proc.inspect((end.value.reason[0], end.value.reason[1][:2], proc.now_ms))
        yield proc.sleep(100)
        proc.inspect(proc.info(proc.pid, atom.message_queue_len))

    result = run(main)
    assert result.output == "{:timeout, {:gen_statem, :call}, 50}\n{:message_queue_len, 0}\n"
    assert [drop.why for drop in events(result, "drop")] == ["inactive"]


def test_a_zero_timeout_that_is_replaced_before_its_turn_is_replaced():
    class Both(StateMachine):
        def callback_mode(proc):
            return atom.handle_event_function

        def init(proc, arg):
            name = (atom.timeout, atom.a)
            later = (atom.next_event, atom.internal, [(name, 30, atom.new)])
            return (atom.ok, atom.only, arg, [(name, 0, atom.old), later])

        def handle_event(proc, kind, content, state, data):
            if kind is atom.internal:
                return (atom.keep_state_and_data, content)
            proc.inspect((kind, content, proc.now_ms))
            return atom.keep_state_and_data

    def main(proc):
        yield Both.start(proc)
        yield proc.sleep(100)

    assert run(main).output == "{{:timeout, :a}, :new, 30}\n"


# -- the trace --------------------------------------------------------------------------------


def test_callbacks_stand_in_the_trace_by_state_and_tell_the_next_state():
    result = run(visit)
    told = [(event.name, event.returned) for event in events(result, "called")]
    assert told == [
        ("Door.init", ":ok"),
        ("Door.locked", ":keep_state_and_data"),
        ("Door.locked", ":keep_state_and_data"),
        ("Door.locked", "{:next_state, :open}"),
        ("Door.open", ":keep_state_and_data"),
        ("Door.open", ":keep_state_and_data"),
        ("Door.open", "{:next_state, :locked}"),
        ("Door.locked", ":keep_state_and_data"),
        ("Door.locked", ":keep_state_and_data"),
    ]
    assert len(events(result, "callback")) == len(told)
    assert [(call.request, call.name) for call in events(result, "call")] == [
        (":state", None), (":state", ":door"), (":state", None),
    ]  # fmt: skip
    assert [end.how for end in events(result, "return")] == ["replied"] * 3


def test_states_and_data_stand_in_the_trace_on_request():
    result = run(visit, states=True)
    told = [(event.state) for event in events(result, "called")]
    assert told == [
        "{:locked, 7}", "{:locked, 7}", "{:locked, 7}", "{:open, 7}", "{:open, 7}", "{:open, 7}",
        "{:locked, 7}", "{:locked, 7}", "{:locked, 7}",
    ]  # fmt: skip
    given = [event.state for event in events(result, "callback")]
    assert given[:5] == [None, "{:locked, 7}", "{:locked, 7}", "{:locked, 7}", "{:open, 7}"]
    assert all(event.state is None for event in events(run(visit), "callback"))


def test_a_timeout_that_is_armed_and_cancelled_is_a_timer_of_the_trace():
    class Hasty(StateMachine):
        def callback_mode(proc):
            return atom.handle_event_function

        def init(proc, arg):
            return (atom.ok, atom.one, arg, [(atom.timeout, 50, atom.never)])

        def handle_event(proc, kind, content, state, data):
            return atom.keep_state_and_data

    def main(proc):
        _, pid = yield Hasty.start(proc)
        yield proc.sleep(20)
        Hasty.cast(proc, pid, atom.first)

    result = run(main)
    assert [timer.at for timer in events(result, "timer")] == [50_000_000]
    assert [cancel.left for cancel in events(result, "cancel")] == [30_000_000]
    assert result.now == 20_000_000


# -- ends and mistakes ------------------------------------------------------------------------


class Fragile(StateMachine):
    """Crashes where it is told to."""

    def callback_mode(proc: Any) -> Any:
        return [atom.handle_event_function, atom.state_enter]

    def init(proc: Any, data: Any) -> Any:
        return (atom.ok, (atom.state, 1), data)

    def handle_event(proc: Any, kind: Any, content: Any, state: Any, data: Any) -> Any:
        match content:
            case atom.later:
                return (atom.keep_state_and_data, [atom.postpone])
            case atom.crash:
                raise RuntimeError("oops")
            case atom.nonsense:
                return atom.nonsense
            case _ if kind is atom.enter:
                return atom.keep_state_and_data


def crashed(act: Any, name: Any = None) -> str:
    def main(proc):
        _, pid = yield Fragile.start(proc, [1], name=name)
        Fragile.cast(proc, pid, atom.later)
        yield from act(proc, pid)

    reports = run(main).reports
    assert len(reports) == 1
    return reports[0]


def line_of(text: str) -> int:
    return open(__file__, encoding="utf-8").read().split("\n").index(text) + 1


def test_a_crash_is_reported_with_queue_postponed_state_and_mode():
    def act(proc, pid):
        Fragile.cast(proc, pid, atom.crash)
        yield proc.sleep(10)

    line = line_of('                raise RuntimeError("oops")')
    assert crashed(act) == (
        ":gen_statem #PID<0.101.0> terminating\n"
        "** (RuntimeError) oops\n"
        f"    test_state_machine.py:{line}: Fragile.handle_event/4\n"
        "Queue: [cast: :crash]\n"
        "Postponed: [cast: :later]\n"
        "State: {{:state, 1}, [1]}\n"
        "Callback mode: :handle_event_function, state_enter: true"
    )


def test_a_crash_in_a_call_names_the_client():
    def act(proc, pid):
        with pytest.raises(Exit):
            yield Fragile.call(proc, pid, atom.crash)

    report = crashed(act, name=atom.fragile)
    assert report.startswith(":gen_statem :fragile terminating\n")
    assert report.endswith("\nClient #PID<0.100.0> is alive")


def test_a_bad_return_is_reported_with_the_line_of_the_callback():
    def act(proc, pid):
        Fragile.cast(proc, pid, atom.nonsense)
        yield proc.sleep(10)

    line = line_of("    def handle_event(proc: Any, kind: Any, content: Any, state: Any, data: Any) -> Any:")
    assert crashed(act).split("\n")[1:3] == [
        "** (stop) {:bad_return_from_state_function, :nonsense}",
        f"    test_state_machine.py:{line}: Fragile.handle_event/4",
    ]


def test_no_clause_is_reported_with_the_arguments():
    def act(proc, pid):
        proc.send(pid, (atom.unknown, 5))
        yield proc.sleep(10)

    line = line_of("    def handle_event(proc: Any, kind: Any, content: Any, state: Any, data: Any) -> Any:")
    assert crashed(act).split("\n")[1:3] == [
        "** (FunctionClauseError) no function clause matching in Fragile.handle_event/4",
        f"    test_state_machine.py:{line}: Fragile.handle_event(:info, {{:unknown, 5}}, {{:state, 1}}, [1])",
    ]


def test_a_mistake_of_the_scenario_in_a_callback_ends_the_run():
    class Forgetful(StateMachine):
        def callback_mode(proc):
            return atom.handle_event_function

        def init(proc, arg):
            return (atom.ok, atom.one, arg)

        def handle_event(proc, kind, content, state, data):
            proc.sleep(5)
            yield proc.sleep(5)
            return atom.keep_state_and_data

    def main(proc):
        _, pid = yield Forgetful.start(proc)
        Forgetful.cast(proc, pid, 1)
        yield proc.sleep(10)

    with pytest.raises(ForgottenYield) as raised:
        run(main)
    assert raised.value.line == Forgetful.handle_event.__code__.co_firstlineno + 1


def test_a_call_that_is_not_yielded_is_a_mistake_at_its_line():
    def main(proc):
        _, pid = yield Door.start(proc, 7)
        Door.call(proc, pid, atom.state)
        yield proc.sleep(1)

    with pytest.raises(ScenarioError) as raised:
        run(main)
    assert raised.value.line == main.__code__.co_firstlineno + 2


# -- properties -------------------------------------------------------------------------------


class Picky(StateMachine):
    """In state n takes the events of n and postpones the others; ``(go, n)`` goes on to state n."""

    def callback_mode(proc: Any) -> Any:
        return atom.handle_event_function

    def init(proc: Any, log: Any) -> Any:
        return (atom.ok, 0, log)

    def handle_event(proc: Any, kind: Any, content: Any, state: Any, log: Any) -> Any:
        if content.__class__ is tuple:
            return (atom.next_state, content[1], log)
        if content % 3 != state:
            return (atom.keep_state_and_data, [atom.postpone])
        log.append((state, content))
        return atom.keep_state_and_data


def expected(script: list[Any]) -> list[tuple[int, int]]:
    """What Picky takes: a model without a queue of events, a list that is gone through again at each change."""
    taken, state = [], 0
    waiting: list[Any] = list(script)
    postponed: list[Any] = []
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, tuple):
            if each[1] != state:
                waiting, postponed = postponed + waiting, []
            state = each[1]
        elif each % 3 == state:
            taken.append((state, each))
        else:
            postponed.append(each)
    return taken


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 20) | st.integers(0, 2).map(lambda n: (atom.go, n)), max_size=20))
def test_every_event_is_taken_in_the_first_state_that_takes_it_in_order(script):
    log: list[Any] = []

    def main(proc):
        _, pid = yield Picky.start(proc, log)
        for each in script:
            Picky.cast(proc, pid, each)
        yield proc.sleep(1)

    run(main, trace=False)
    assert log == expected(script)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(1, 50), st.sampled_from(["set", "cancel", "update", "next"])),
        max_size=15,
    )
)
def test_a_timeout_fires_once_at_its_time_unless_it_is_set_again_or_cancelled(script):
    """Each step at 10 ms after the last one: a set counts until the next of its name, or fires."""

    class Timers(StateMachine):
        def callback_mode(proc):
            return atom.handle_event_function

        def init(proc, log):
            return (atom.ok, 0, log)

        def handle_event(proc, kind, content, state, log):
            if kind is atom.cast:
                return (atom.next_state, state + 1, log, content)
            log.append((proc.now_ms, kind[1], content))
            return atom.keep_state_and_data

    log: list[Any] = []
    armed: dict[int, tuple[int, int]] = {}
    fired: list[Any] = []
    now = 0

    def until(time: int) -> None:
        for at, name, content in sorted((at, name, content) for name, (at, content) in list(armed.items())):
            if at <= time:
                fired.append((at, name, content))
                del armed[name]

    def main(proc):
        _, pid = yield Timers.start(proc, log)
        for number, (name, time, what) in enumerate(script):
            kind = (atom.timeout, name)
            actions = {
                "set": [(kind, 2 * time + 1, number)],
                "cancel": [(kind, atom.cancel)],
                "update": [(kind, atom.update, number)],
                "next": [],
            }[what]
            Timers.cast(proc, pid, actions)
            yield proc.sleep(10)
        yield proc.sleep(1000)

    run(main, trace=False)
    for number, (name, time, what) in enumerate(script):
        until(now)
        if what == "set":
            armed[name] = (now + 2 * time + 1, number)
        elif what == "cancel":
            armed.pop(name, None)
        elif what == "update":
            armed[name] = (armed.get(name, (now, 0))[0], number)
        now += 10
        until(now - 10)
    until(now + 10_000)
    assert sorted(log) == sorted(fired)


@pytest.mark.parametrize(("one", "other", "are"), [(atom.a, atom.a, True), ((1, "x"), (1, "x"), True), (1, 1.0, False)])
def test_states_are_the_same_as_erlang_compares_them(one, other, are):
    assert differ(one, other) is not are
