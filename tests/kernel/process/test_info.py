"""Process.info, field by field, and the lists of processes and names."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import ArgumentError, Process, atom, run


def told(main: Any, **settings: Any) -> Any:
    """Run *main*, which returns its findings, and return them."""
    found = []

    def wrapper(proc: Process) -> Any:
        found.append((yield from main(proc)))

    run(wrapper, **settings)
    return found[0]


def waiter(proc: Process) -> Any:
    yield proc.receive(atom.never)


def item(proc: Process, pid: Any, name: Any) -> Any:
    found, value = proc.info(pid, name)
    assert found is name
    return value


def test_links_and_monitors() -> None:
    def main(proc: Process) -> Any:
        a, b = proc.spawn_link(waiter), proc.spawn(waiter)
        c, _ = proc.spawn_monitor(waiter)
        proc.register(b, atom.b)
        proc.monitor(atom.b)
        ref = proc.monitor(c)
        yield proc.sleep(1)
        first = (
            item(proc, proc.pid, atom.links) == [a] and item(proc, a, atom.links) == [proc.pid],
            sorted(map(str, item(proc, proc.pid, atom.monitors))),
            item(proc, c, atom.monitored_by) == [proc.pid, proc.pid],
            item(proc, b, atom.monitored_by) == [proc.pid],
            item(proc, b, atom.links),
        )
        proc.unlink(a)
        proc.demonitor(ref)
        yield proc.sleep(1)
        return (
            *first,
            item(proc, proc.pid, atom.links),
            item(proc, a, atom.links),
            item(proc, c, atom.monitored_by) == [proc.pid],
        )

    symmetric, monitors, stacked, by_name, none, *after = told(main)
    assert symmetric and stacked and by_name and none == []
    assert len(monitors) == 3 and sum("nonode@nohost" in text for text in monitors) == 1
    assert after == [[], [], True]


def test_messages_and_their_number() -> None:
    def main(proc: Process) -> Any:
        pid = proc.spawn(waiter)
        seen = [item(proc, pid, atom.message_queue_len)]
        for n in range(3):
            proc.send(pid, n)
        seen.append((item(proc, pid, atom.message_queue_len), item(proc, pid, atom.messages)))
        yield proc.sleep(1)
        proc.send(pid, 3)
        seen.append((item(proc, pid, atom.message_queue_len), item(proc, pid, atom.messages)))
        proc.send(pid, atom.never)
        seen.append(item(proc, pid, atom.message_queue_len))
        proc.send(proc.pid, atom.mine)
        seen.append(item(proc, proc.pid, atom.messages))
        return seen

    assert told(main) == [0, (3, [0, 1, 2]), (4, [0, 1, 2, 3]), 5, [atom.mine]]


def test_messages_are_copies() -> None:
    def main(proc: Process) -> Any:
        pid = proc.spawn(waiter)
        proc.send(pid, [1])
        item(proc, pid, atom.messages).clear()
        return item(proc, pid, atom.messages)
        yield

    assert told(main) == [[1]]


def test_status() -> None:
    def worker(proc: Process) -> Any:
        yield proc.work(10)

    def main(proc: Process) -> Any:
        waiting, working, fresh = proc.spawn(waiter), proc.spawn(worker), None
        yield proc.sleep(1)
        fresh = proc.spawn(waiter)
        seen = [item(proc, pid, atom.status) for pid in (proc.pid, waiting, working, fresh)]
        proc.send(waiting, 1)
        return [*seen, item(proc, waiting, atom.status)]

    assert told(main) == [atom.running, atom.waiting, atom.waiting, atom.runnable, atom.runnable]


def test_the_rest() -> None:
    def main(proc: Process) -> Any:
        pid = proc.spawn(waiter)
        unnamed = item(proc, pid, atom.registered_name)
        proc.register(pid, atom.somebody)
        proc.put(atom.k, 1)
        proc.put("s", 2)
        proc.flag(atom.trap_exit, True)
        return [
            unnamed,
            item(proc, pid, atom.registered_name),
            item(proc, pid, atom.initial_call),
            item(proc, proc.pid, atom.dictionary),
            item(proc, pid, atom.dictionary),
            item(proc, proc.pid, atom.trap_exit),
            item(proc, pid, atom.trap_exit),
            proc.info(pid, [atom.trap_exit, atom.registered_name]),
            list(proc.info(pid)),
            list(proc.info(proc.pid)),
        ]
        yield

    usual = [atom.initial_call, atom.status, atom.message_queue_len, atom.links, atom.dictionary, atom.trap_exit]
    assert told(main) == [
        [],
        atom.somebody,
        "waiter/0",
        [(atom.k, 1), ("s", 2)],
        [],
        True,
        False,
        [(atom.trap_exit, False), (atom.registered_name, atom.somebody)],
        [atom.registered_name, *usual],
        usual,
    ]


def test_of_the_dead_there_is_nothing() -> None:
    def main(proc: Process) -> Any:
        pid = proc.spawn(lambda p: None)
        before = proc.alive(pid)
        yield proc.sleep(1)
        return before, proc.alive(pid), proc.info(pid), proc.info(pid, atom.links), proc.list() == [proc.pid]

    assert told(main) == (True, False, None, None, True)


@pytest.mark.parametrize("wrong", [atom.nonsense, [atom.links, atom.nonsense]])
def test_an_unknown_item_raises(wrong: Any) -> None:
    def main(proc: Process) -> Any:
        with pytest.raises(ArgumentError):
            proc.info(proc.pid, wrong)
        with pytest.raises(ArgumentError):
            proc.info(atom.main, atom.links)
        return True
        yield

    assert told(main)


def test_registered_names_are_sorted() -> None:
    def main(proc: Process) -> Any:
        for name in ("zeta", "alpha", "Mid"):
            proc.register(proc.spawn(waiter), atom(name))
        return proc.registered(), proc.whereis(atom.zeta) == proc.list()[1], proc.whereis(atom.none)
        yield

    assert told(main) == ([atom("Mid"), atom.alpha, atom.zeta], True, None)


def test_the_dictionary() -> None:
    def main(proc: Process) -> Any:
        return [
            proc.get(atom.a), proc.get(atom.a, 9), proc.put(atom.a, 1), proc.put(atom.a, 2), proc.get(atom.a),
            proc.get_keys(), proc.delete(atom.a), proc.delete(atom.a), proc.get_keys(),
        ]  # fmt: skip
        yield

    assert told(main) == [None, 9, None, 1, 2, [atom.a], 2, None, []]
