"""Mistakes that only a Python scenario can make: each is an error that names the user's own file and line."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from simulator import ScenarioError
from simulator.kernel import ForeignContext, ForeignYield, ForgottenYield, NotAProcess
from simulator.scenario import load, run


def mistake(tmp_path: Path, body: str, **settings: Any) -> ScenarioError:
    """Run a scenario that is wrong in the line marked ``# here``; return its error, which must name that line."""
    text = "from simulator import ANY, atom, when\n" + dedent(body)
    path = tmp_path / "wrong.py"
    path.write_text(text)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith("# here")]
    assert len(lines) == 1
    with pytest.raises(ScenarioError) as caught:
        run(load(str(path), settings))
    assert (caught.value.file, caught.value.line) == (str(path), lines[0]), str(caught.value)
    assert str(caught.value).startswith(f"{path}:{lines[0]}: ")
    return caught.value


UNPLACED = (
    "returned",
    "in a helper",
    "at the end of a helper",
    "in a plain helper",
    "in a lambda",
    "in a plain process",
)


# -- a request that was made and not yielded --------------------------------------------------


@pytest.mark.parametrize(
    "request_",
    [
        "receive()",
        "receive(atom.a, (atom.b, ANY), after=5)",
        "sleep(10)",
        "sleep('1s')",
        "work(5)",
        "hibernate()",
        "yield_()",
    ],
)
@pytest.mark.parametrize("then", ["yield proc.receive(after=1)", "yield proc.env.timeout(1)", "yield from ()"])
def test_forgotten(tmp_path: Path, request_: str, then: str) -> None:
    error = mistake(
        tmp_path,
        f"""
        def main(proc):
            yield proc.sleep(1)
            proc.{request_}  # here
            {then}
        """,
    )
    assert isinstance(error, ForgottenYield)
    name = request_.partition("(")[0]
    assert error.args[0] == f"proc.{name}(...) was called and not yielded: write `yield proc.{name}(...)`"


@pytest.mark.parametrize(
    "body",
    [
        # assigned, and used as if it were the message
        """
        def main(proc):
            yield proc.sleep(1)
            message = proc.receive()  # here
            proc.puts(str(message is None))
            yield proc.sleep(1)
        """,
        # at the very end
        """
        def main(proc):
            yield proc.sleep(1)
            proc.sleep(10)  # here
        """,
        # at the very end of one branch
        """
        def main(proc):
            yield proc.sleep(1)
            if proc.now_ms == 1:
                proc.receive(after=5)  # here
            else:
                yield proc.receive(after=5)
        """,
        # returned
        """
        def main(proc):
            yield proc.sleep(1)
            return proc.sleep(10)  # here
        """,
        # in a match
        """
        def main(proc):
            yield proc.sleep(1)
            match proc.receive():  # here
                case atom.a:
                    pass
            yield proc.sleep(1)
        """,
        # in a loop, where an earlier one was yielded
        """
        def main(proc):
            yield proc.sleep(1)
            yield proc.receive(after=1)
            for n in range(3):
                proc.receive(after=n)  # here
        """,
        # as an argument
        """
        def main(proc):
            yield proc.sleep(1)
            proc.puts(str(bool(proc.receive())))  # here
            yield proc.sleep(1)
        """,
        # in a helper generator
        """
        def helper(proc):
            yield proc.sleep(1)
            proc.receive()  # here
            yield proc.sleep(1)

        def main(proc):
            yield from helper(proc)
        """,
        # at the very end of a helper generator, noticed in its caller
        """
        def helper(proc):
            yield proc.sleep(1)
            proc.receive(after=3)  # here

        def main(proc):
            yield from helper(proc)
            yield proc.sleep(1)
        """,
        # in a plain function that the process calls
        """
        def pause(proc):
            proc.sleep(5)  # here

        def main(proc):
            yield proc.sleep(1)
            pause(proc)
            yield proc.sleep(1)
        """,
        # in a lambda that runs as a process
        """
        def main(proc):
            yield proc.sleep(1)
            proc.spawn(lambda p: p.sleep(5) and None)  # here
            yield proc.sleep(1)
        """,
        # in a plain function that runs as a process
        """
        def child(proc):
            proc.receive()  # here

        def main(proc):
            proc.spawn(child)
            yield proc.sleep(1)
        """,
        # in a method
        """
        class Server:
            def loop(self, proc):
                yield proc.sleep(1)
                proc.receive()  # here
                yield proc.sleep(1)

        def main(proc):
            proc.spawn(Server().loop)
            yield proc.sleep(1)
        """,
        # under another name
        """
        def main(me):
            yield me.sleep(1)
            me.receive()  # here
            yield me.sleep(1)
        """,
        # in a try that swallows what is raised
        """
        def main(proc):
            yield proc.sleep(1)
            proc.receive()  # here
            try:
                yield proc.sleep(1)
            except Exception:
                pass
        """,
    ],
    ids=[
        "assigned", "at the end", "in a branch", "returned", "in a match", "in a loop", "as an argument", "in a helper",
        "at the end of a helper", "in a plain helper", "in a lambda", "in a plain process", "in a method", "renamed",
        "under a try",
    ],
)  # fmt: skip
def test_forgotten_wherever_it_stands(tmp_path: Path, body: str) -> None:
    assert isinstance(mistake(tmp_path, body), ForgottenYield)


def test_of_two_that_were_forgotten_in_a_row_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "wrong.py"
    path.write_text("def main(proc):\n    proc.receive()\n    proc.receive()\n    yield proc.sleep(1)\n")
    with pytest.raises(ForgottenYield, match=rf"{path}:[23]: "):
        run(load(str(path)))


# -- something else yielded -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "described"),
    [
        ("5", "yielded 5, which is no request"),
        ("'receive'", 'yielded "receive", which is no request'),
        ("", "yielded "),
        ("(proc.pid, 1)", "yielded an object of class tuple"),
        ("object()", "yielded an object of class object"),
        ("proc.pid", "yielded an object of class Pid"),
        ("atom.receive", "yielded an object of class Atom"),
        ("helper(proc)", "yielded the generator helper"),
        ("(n for n in [])", "yielded the generator <genexpr>"),
        ("proc.receive", "yielded an object of class method"),
        ("proc", "yielded "),
        ("other.timeout(5)", "yielded an object of class Timeout"),
        ("other.event()", "yielded an object of class Event"),
    ],
)
def test_a_foreign_object(tmp_path: Path, what: str, described: str) -> None:
    error = mistake(
        tmp_path,
        f"""
        import simpy
        other = simpy.Environment()

        def helper(proc):
            yield proc.sleep(1)

        def main(proc):
            yield proc.sleep(1)
            yield {what}  # here
        """,
    )
    assert isinstance(error, ForeignYield)
    assert error.args[0].startswith(described)
    assert " at 0x" not in error.args[0]
    assert ("yield from" in error.args[0]) == ("generator" in described)


def test_a_foreign_object_in_a_helper(tmp_path: Path) -> None:
    error = mistake(
        tmp_path,
        """
        def inner(proc):
            yield 5  # here

        def outer(proc):
            yield proc.sleep(1)
            yield from inner(proc)

        def main(proc):
            proc.spawn(lambda p: outer(p))
            yield proc.sleep(5)
        """,
    )
    assert isinstance(error, ForeignYield)


# -- the proc of another process --------------------------------------------------------------


@pytest.mark.parametrize(
    "use",
    [
        "yield proc.receive(after=1)", "yield proc.sleep(1)", "yield proc.work(1)", "yield proc.hibernate()",
        "yield proc.yield_()", "proc.send(me.pid, 1)", "proc.spawn(main)", "proc.spawn_link(main)",
        "proc.spawn_monitor(main)", "proc.exit(me.pid, atom.x)", "proc.link(me.pid)", "proc.unlink(me.pid)",
        "proc.monitor(me.pid)", "proc.demonitor(ref)", "proc.flag(atom.trap_exit, True)", "proc.puts('x')",
        "proc.inspect(1)", "proc.note('x')", "proc.register(me.pid, atom.x)", "proc.unregister(atom.m)",
        "proc.send_after(me.pid, 1, 1)", "proc.cancel_timer(ref)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("state", ["receive(atom.never)", "yield_()", "sleep(10)", "work(10)"])
def test_using_the_parents_proc(tmp_path: Path, use: str, state: str) -> None:
    error = mistake(
        tmp_path,
        f"""
        def main(proc):
            def child(me):
                {use}  # here
                yield me.sleep(1)

            ref = proc.make_ref()
            proc.register(proc.pid, atom.m)
            proc.spawn(child)
            yield proc.{state}
            proc.puts("went on")
        """,
    )
    assert isinstance(error, ForeignContext)
    name = use.removeprefix("yield ").partition("(")[0].removeprefix("proc.").partition("_")[0]
    assert error.args[0].startswith(f"proc.{name}") or name in ("yield", "sleep", "work", "hibernate")
    assert "#PID<0.100.0> by #PID<0.101.0>: each process uses the proc that its own function was given" in error.args[0]


def test_using_the_proc_of_one_that_has_ended(tmp_path: Path) -> None:
    error = mistake(
        tmp_path,
        """
        kept = []

        def child(proc):
            kept.append(proc)
            yield proc.sleep(1)

        def main(proc):
            proc.spawn(child)
            yield proc.sleep(5)
            kept[0].send(proc.pid, 1)  # here
        """,
    )
    assert isinstance(error, ForeignContext)
    assert "which has ended" in error.args[0]


def test_reading_the_parents_proc_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "right.py"
    path.write_text(
        dedent("""
        def main(proc):
            def child(me):
                me.send(proc.pid, (me.pid, proc.now, proc.now_ms, proc.random is me.random))
                yield me.sleep(0)

            proc.spawn(child)
            message = yield proc.receive()
            proc.puts(str(message[1:]))
        """)
    )
    assert run(load(str(path))).output == "(0, 0, True)\n"


# -- what cannot be a process, or a guard -----------------------------------------------------


@pytest.mark.parametrize("spawn", ["spawn", "spawn_link", "spawn_monitor"])
@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("5", "5 is no function that a process could run"),
        ("'child'", '"child" is no function that a process could run'),
        ("None", "is no function that a process could run"),
        ("child(proc)", "is no function that a process could run; give the function, without calling it"),
        ("proc.pid", "is no function that a process could run"),
        ("(child, 1)", "is no function that a process could run"),
    ],
)
def test_spawning_what_is_no_function(tmp_path: Path, spawn: str, what: str, said: str) -> None:
    error = mistake(
        tmp_path,
        f"""
        def child(proc):
            yield proc.sleep(1)

        def main(proc):
            yield proc.sleep(1)
            proc.{spawn}({what})  # here
        """,
    )
    assert isinstance(error, NotAProcess)
    assert said in error.args[0]


def test_spawning_a_function_that_a_module_does_not_have(tmp_path: Path) -> None:
    error = mistake(
        tmp_path,
        """
        class Counter:
            def loop(proc):
                yield proc.sleep(1)

        def main(proc):
            yield proc.sleep(1)
            proc.spawn(Counter, "lop", [])  # here
        """,
    )
    assert error.args[0].startswith("Counter has no function lop")


def test_spawning_a_coroutine_function(tmp_path: Path) -> None:
    error = mistake(
        tmp_path,
        """
        async def child(proc):
            pass

        def main(proc):
            yield proc.sleep(1)
            proc.spawn(child)  # here
            yield proc.sleep(1)
        """,
    )
    assert isinstance(error, NotAProcess)


@pytest.mark.parametrize(
    "receive", ["receive(guard)", "receive((atom.n, guard))", "receive(when(ANY, guard))", "receive([guard])"]
)
def test_a_generator_as_a_guard(tmp_path: Path, receive: str) -> None:
    error = mistake(
        tmp_path,
        f"""
        def guard(message):  # here
            yield message > 5

        def main(proc):
            for message in (7, (atom.n, 7), [7]):
                proc.send(proc.pid, message)
            yield proc.{receive}
        """,
    )
    assert isinstance(error, NotAProcess)
    assert error.args[0] == "the guard guard is a generator; a guard is a plain function"


# -- what is the simulation's own business ----------------------------------------------------


@pytest.mark.parametrize(
    ("mistaken", "error"),
    [
        ("proc.send(atom.nobody, 1)", "ArgumentError"),
        ("proc.send('nobody', 1)", "ArgumentError"),
        ("proc.link(5)", "ArgumentError"),
        ("yield proc.receive(after=-1)", "DurationError"),
        ("yield proc.receive(after='soon')", "DurationError"),
        ("yield proc.sleep(-1)", "DurationError"),
        ("yield proc.sleep(float('nan'))", "DurationError"),
        ("yield proc.sleep(float('inf'))", "DurationError"),
        ("yield proc.sleep(None)", "DurationError"),
        ("yield proc.sleep(True)", "DurationError"),
        ("yield proc.work('x')", "DurationError"),
        ("proc.spawn(main, 1, 2)", None),
        ("proc.no_such_call()", "AttributeError"),
        ("proc.exit()", "TypeError"),
        ("proc.puts((1, 2))", None),
    ],
)
def test_a_process_that_does_what_it_may_not_crashes_alone(tmp_path: Path, mistaken: str, error: str | None) -> None:
    path = tmp_path / "crash.py"
    path.write_text(
        dedent(f"""
        from simulator import atom

        def main(proc):
            def child(proc):
                yield proc.sleep(1)
                {mistaken}

            proc.spawn(child)
            yield proc.sleep(5)
            proc.puts("went on")
        """)
    )
    result = run(load(str(path)))
    assert result.output == "went on\n"
    report = "".join(result.reports)
    assert report.startswith("Process #PID<0.10")
    if error is not None:
        assert f"** ({error}) " in report and "crash.py:7: child/0" in report
