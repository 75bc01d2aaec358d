"""Which way a value came, of programs whose data flow is known."""

from __future__ import annotations

from typing import Any

from simulator import Agent, GenServer, atom, run
from simulator.trace.why.asking import ask
from simulator.trace.why.known import Known


class Store(GenServer):
    """A map."""

    def init(proc: Any, state: Any) -> Any:
        return (atom.ok, state)

    def handle_call(proc: Any, request: Any, client: Any, state: Any) -> Any:
        match request:
            case (atom.put, key, value):
                return (atom.reply, atom.ok, {**state, key: value})
            case (atom.double, number):
                return (atom.reply, 2 * number, state)
            case (_, key):
                return (atom.reply, state[key], state)


def way_of(main: Any, name: str) -> list[str]:
    known = Known(run(main, trace=True, states=True).trace or [])
    [process] = known.history.find(name)
    [answer] = ask(known, process.pid, known.event(len(known.events) - 1), ("way",))
    return [because.text for because in answer.because]


def test_a_value_is_followed_over_two_states_and_past_writes_of_other_keys() -> None:
    def writer(proc: Any) -> Any:
        value = yield GenServer.call(proc, Store, (atom.get, "a"))
        yield proc.sleep(10)
        yield GenServer.call(proc, Store, (atom.put, "b", value * 7))

    def main(proc: Any) -> Any:
        yield GenServer.start_link(proc, Store, {"a": 6}, name=Store)
        proc.spawn(writer)
        yield proc.sleep(20)
        yield GenServer.call(proc, Store, (atom.put, "c", 1))
        yield proc.sleep(5)
        yield GenServer.call(proc, Store, (atom.get, "b"))

    got, read, had, first, took = way_of(main, "main")
    assert got.startswith("main/0 got 42 at 25 ms")
    assert "Store had 42 in its state for 15 ms: Store.handle_call set it at 10 ms" in read
    assert 'handling {:put, "b", 42} from writer/0: %{+ "b" => 42}.' in read
    assert had.startswith("writer/0 had got 6 at 0 ms") and "the reply of Store to" in had
    assert "Store had 6 in its state for 0 ms: Store.init set it at 0 ms" in first
    assert took.endswith("it took 25 ms: 15 ms in a state and 10 ms with a process.")


def test_what_a_server_makes_of_the_request_comes_from_its_client() -> None:
    def main(proc: Any) -> Any:
        yield GenServer.start_link(proc, Store, {"a": 6}, name=Store)
        yield GenServer.call(proc, Store, (atom.double, 4))

    got, made, began, _ = way_of(main, "main")
    assert got.startswith("main/0 got 8 at 0 ms")
    assert made.startswith("Store made it when it handled {:double, 4} from main/0, at 0 ms")
    assert began.startswith("main/0 made it itself: it had received no value since it began, at 0 ms (#0).")


def test_a_lost_update_rests_on_the_read_before_the_other_write() -> None:
    def client(proc: Any, counter: Any, late: int) -> Any:
        seen = yield Agent.get(proc, counter, lambda n: n)
        yield proc.sleep(late)
        yield Agent.update(proc, counter, lambda n: seen + late)

    def main(proc: Any) -> Any:
        _, counter = yield Agent.start_link(proc, lambda: 100, name=atom.counter)
        for late in (5, 10):
            proc.spawn(client, counter, late)
        yield proc.sleep(50)

    _, had, read, took = way_of(main, ":counter")
    assert had.startswith("client/2 <0.103.0> had got 100 at 0 ms")  # not the 110 that was there when it wrote
    assert ":counter had 100 in its state for 0 ms: Agent.Server.init set it at 0 ms" in read
    assert took.endswith("it took 10 ms, all of it with a process.")
