"""Task.Supervisor beside what Elixir recorded: its place in a tree, its trace, mistakes with their line."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import Run, Supervisor, Task, atom, run
from simulator.kernel import ForgottenYield, NotAProcess


def events(result: Run, kind: str) -> list[Any]:
    return [event for event in result.trace if type(event).__struct_config__.tag == kind]


def after(proc: Any, ms: int) -> Any:
    yield proc.sleep(ms)
    return ms


def test_it_is_a_child_of_a_supervisor_and_its_tasks_are_its_own() -> None:
    def main(proc: Any) -> Any:
        children = [(Task.Supervisor, [(atom.name, atom.tasks)])]
        yield Supervisor.start_link(proc, children, strategy=atom.one_for_one)
        task = yield Task.Supervisor.async_(proc, atom.tasks, after, 10)
        proc.inspect((yield Task.await_(proc, task)))

    result = run(main)
    assert result.output == "10\n"
    assert [(event.id, event.role) for event in events(result, "child")] == [
        (":tasks", "supervisor"),
        ("Task.Supervised", "worker"),
    ]
    assert [event.function for event in events(result, "spawn")][-1] == "after/1"


def test_arguments_are_copied_on_their_way_through_the_supervisor() -> None:
    given = [1]

    def work(proc: Any, items: list[int]) -> list[int]:
        items.append(2)
        return items

    def main(proc: Any) -> Any:
        _, tasks = yield Task.Supervisor.start_link(proc)
        task = yield Task.Supervisor.async_nolink(proc, tasks, work, given)
        proc.inspect([(yield Task.await_(proc, task)), given])

    assert run(main).output == "[[1, 2], [1]]\n"


def test_a_task_that_is_restarted_gets_its_arguments_again() -> None:
    def work(proc: Any, items: list[int], main: Any) -> Any:
        items.append(2)
        proc.send(main, (proc.pid, items))
        proc.exit((yield proc.receive()))

    def main(proc: Any) -> Any:
        _, tasks = yield Task.Supervisor.start_link(proc)
        yield Task.Supervisor.start_child(proc, tasks, work, [1], proc.pid, restart=atom.transient)
        for reason in (atom.crash, atom.normal):
            pid, items = yield proc.receive()
            proc.inspect(items)
            proc.send(pid, reason)
        proc.inspect((yield proc.receive(after=100)))

    assert run(main).output == "[1, 2]\n[1, 2]\nnil\n"


@pytest.mark.parametrize(
    "request_of",
    [
        lambda proc: Task.Supervisor.start_link(proc),
        lambda proc: Task.Supervisor.async_(proc, atom.tasks, after, 1),
        lambda proc: Task.Supervisor.async_nolink(proc, atom.tasks, after, 1),
        lambda proc: Task.Supervisor.start_child(proc, atom.tasks, after, 1),
        lambda proc: Task.Supervisor.async_stream(proc, atom.tasks, [1], after),
        lambda proc: Task.Supervisor.children(proc, atom.tasks),
    ],
)
def test_a_request_that_is_not_yielded_is_an_error(request_of: Any) -> None:
    def main(proc: Any) -> Any:
        yield Task.Supervisor.start_link(proc, name=atom.tasks)
        request_of(proc)
        yield proc.sleep(1)

    with pytest.raises(ForgottenYield, match=r"test_task_supervisor\.py"):
        run(main)


def test_a_function_that_was_called_in_place_of_given_is_an_error() -> None:
    def main(proc: Any) -> Any:
        yield Task.Supervisor.start_link(proc, name=atom.tasks)
        yield Task.Supervisor.async_(proc, atom.tasks, after(proc, 1))

    with pytest.raises(NotAProcess, match=r"test_task_supervisor\.py:\d+: .*without calling it"):
        run(main)
