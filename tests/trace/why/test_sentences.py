"""What is said of programs whose trouble is known: word for word, but for the numbers of events."""

from __future__ import annotations

import re
from typing import Any

from simulator import GenServer, Supervisor, atom, run
from simulator.trace.why.asking import Question, ask, standing_out
from simulator.trace.why.known import Answer, Known


class Bank(GenServer):
    """Accounts by name."""

    def init(proc: Any, accounts: Any) -> Any:
        return (atom.ok, accounts)

    def handle_call(proc: Any, request: Any, client: Any, accounts: Any) -> Any:
        match request:
            case (atom.get, name):
                return (atom.reply, accounts[name], accounts)
            case (atom.audit, time):
                yield proc.sleep(time)
                return (atom.reply, atom.ok, accounts)

    def handle_cast(proc: Any, request: Any, accounts: Any) -> Any:
        _, name, amount = request
        return (atom.noreply, {**accounts, name: amount})

    def handle_info(proc: Any, message: Any, accounts: Any) -> Any:
        return (atom.noreply, accounts)


def deposit(proc: Any, name: str, amount: int, think: int) -> Any:
    balance = yield GenServer.call(proc, Bank, (atom.get, name))
    yield proc.sleep(think)
    GenServer.cast(proc, Bank, (atom.set, name, balance + amount))


def known(main: Any) -> Known:
    return Known(run(main, trace=True, states=True).trace or [])


def said(answers: list[Answer]) -> list[str]:
    return [re.sub(r" \(#\d+\)", "", because.text) for answer in answers for because in answer.because]


def about(main: Any, name: str, *questions: Question) -> list[str]:
    told = known(main)
    [process] = told.history.find(name)
    return said(ask(told, process.pid, told.event(len(told.events) - 1), questions))


def test_a_lost_update_is_of_what_the_other_wrote_and_another_key_is_none() -> None:
    def main(proc: Any) -> Any:
        yield GenServer.start_link(proc, Bank, {"alice": 10, "bob": 5}, name=Bank)
        for name, amount, think in (("alice", 1, 30), ("alice", 2, 10), ("bob", 100, 20)):
            proc.spawn(deposit, name, amount, think)
        yield proc.sleep(100)

    lost = [text for text in about(main, "Bank", "value") if text.startswith("A lost update")]
    assert lost == [
        'A lost update: deposit/3 <0.102.0> read %{"alice" => 10, "bob" => 5} at 0 ms; deposit/3 <0.103.0> wrote '
        '%{"alice" => 10 -> 12} at 10 ms; deposit/3 <0.102.0>, which had not read it since, wrote over it at 30 ms: '
        '%{"alice" => 12 -> 11}.'
    ]


def test_a_late_timer_says_by_how_much_and_behind_whom() -> None:
    def main(proc: Any) -> Any:
        _, bank = yield GenServer.start_link(proc, Bank, {}, name=Bank)
        proc.send_after(bank, atom.tick, 100)
        yield proc.sleep(50)
        yield GenServer.call(proc, Bank, (atom.audit, 250))
        yield proc.sleep(10)

    assert said(standing_out(known(main))) == [
        "The timer's :tick fired at 100 ms and was received 200 ms later: Bank had spent 200 ms asleep, handling "
        "{:audit, 250} from main/0."
    ]


def test_a_supervisor_that_gives_up_stands_out_with_its_budget() -> None:
    class Brief(GenServer):
        def init(proc: Any, arg: Any) -> Any:
            proc.send_after(proc.pid, atom.boom, 100)
            return (atom.ok, arg)

        def handle_info(proc: Any, message: Any, state: Any) -> Any:
            raise RuntimeError("no disk")

    def main(proc: Any) -> Any:
        proc.flag(atom.trap_exit, True)
        child = {atom.id: atom.brief, atom.start: (GenServer, "start_link", [Brief, []])}
        yield Supervisor.start_link(proc, [child], strategy=atom.one_for_one, max_restarts=3, max_seconds=5)
        yield proc.receive()

    texts = said(standing_out(known(main)))
    assert any(
        text.endswith("gives up: 3 of 3 restarts in 5 s are used, and this would be one more.") for text in texts
    )


def test_a_cast_to_a_free_name_says_who_had_held_it() -> None:
    def printer(proc: Any) -> Any:
        proc.register(proc.pid, atom.printer)
        yield proc.sleep(50)

    def main(proc: Any) -> Any:
        proc.spawn(printer)
        yield proc.sleep(60)
        GenServer.cast(proc, atom.printer, atom.hello)

    assert said(standing_out(known(main))) == [
        "main/0 cast :hello at 60 ms, which reached nobody: :printer was free; printer/0 <0.101.0> held it until 50 ms."
    ]


def test_two_that_call_each_other_are_a_deadlock_also_where_the_program_just_ends() -> None:
    class Asks(GenServer):
        def init(proc: Any, other: Any) -> Any:
            return (atom.ok, other)

        def handle_cast(proc: Any, request: Any, other: Any) -> Any:
            yield proc.sleep(10)
            yield GenServer.call(proc, other, atom.ask, atom.infinity)
            return (atom.noreply, other)

    def main(proc: Any) -> Any:
        yield GenServer.start(proc, Asks, atom.right, name=atom.left)
        yield GenServer.start(proc, Asks, atom.left, name=atom.right)
        for name in (atom.left, atom.right):
            GenServer.cast(proc, name, atom.go)
        yield proc.sleep(1000)

    texts = said(standing_out(known(main)))
    assert texts[2] == ":left -> :right -> :left: each waits for the next, which is a deadlock: none of them can go on."


def test_a_message_after_the_timeout_and_one_that_no_clause_takes() -> None:
    def late(proc: Any, to: Any) -> Any:
        yield proc.sleep(150)
        proc.send(to, (atom.answer, 42))

    def main(proc: Any) -> Any:
        proc.spawn(late, proc.pid)
        yield proc.receive((atom.answer, int), after=100)
        yield proc.receive((atom.never, str), after=100)

    assert about(main, "main", "not") == [
        "main/0 gave up at 100 ms, and {:answer, 42} came 50 ms later, at 150 ms: it is unread."
    ]
    told = known(main)
    texts = said(ask(told, 100, told.moment(160_000_000), ("not",)))
    assert texts[0] == (
        "main/0 does not take {:answer, 42}, there since 150 ms: {:never, str}: element 1: it wants :never, "
        ":answer came."
    )
