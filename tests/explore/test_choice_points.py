"""Every choice point: what others notice when a process is held there, and the manual that promises nothing else.

The chapters are those of the Erlang reference manual: "Processes" and "Expressions", and pages of Erlang/OTP's modules.
"""

from __future__ import annotations

import pytest

from simulator.explore.announcing import COMMUTING
from simulator.explore.directors import BySteps
from simulator.explore.keeping import Keep
from simulator.explore.points import DELIVER, IMPLIED, TURN
from simulator.explore.program import Program
from simulator.kernel.process.operations import OPERATIONS
from simulator.scenario import load
from simulator.scenario.run import Given

SIGNALS = "Processes, Delivery of Signals: only the order between one sender and one receiver is guaranteed"
AT_ONCE = "Processes: they run concurrently; nothing orders what two of them do but their signals"
SHARED = "ets, Concurrency: what another process does to a public table between two calls is seen"
TIME = "erlang, Time and Time Correction in Erlang: a timer or a timeout does not come early, and may come late"

ETS = "t = :ets.new(:t, [:public])\n:ets.insert(t, {:k, 1})\n"
TOLD = "receive do {:told, x} -> IO.inspect(x) end\n"
WAITS = "Process.sleep(:infinity)"
EXITS = "pid = spawn(fn -> exit(:x) end)\n"
TRAPS = "Process.flag(:trap_exit, true)\n"
NAMED = "p = spawn(fn -> Process.register(self(), :p); send(me, :go); %s end)\nreceive do :go -> :ok end\n"
NONE = "receive do m -> IO.inspect(elem(m, 0)) after 0 -> IO.inspect(:none) end\n"
TICK = "spawn(fn -> Process.sleep(3) end)\n"

# operation: (which of them, how late, program, what it prints, what it prints where the process is held, who says so)
POINTS = {
    "send": (1, 0, "for n <- [:a, :b], do: spawn(fn -> send(me, {:told, n}) end)\n" + TOLD, ":a", ":b", SIGNALS),
    "ask": (1, 0, "{:ok, a} = Agent.start(fn -> 0 end)\nspawn(fn -> Agent.cast(a, & &1 + 1) end)\n"
            "IO.inspect(Agent.get(a, & &1))", "0", "1", SIGNALS),
    "poll": (1, 0, f"spawn(fn -> send(me, {{:m}}) end)\n{NONE}", ":none", ":m",
             "Expressions, Receive: after 0 takes what is in the mailbox at that moment"),
    "spawn_opt": (2, 0, "spawn(fn -> send(me, {:told, length(Process.list())}) end)\n"
                  f"spawn(fn -> {WAITS} end)\n" + TOLD, "3", "2", AT_ONCE),
    "exit": (1, 0, f"p = spawn(fn -> {WAITS} end)\nspawn(fn -> send(me, {{:told, Process.alive?(p)}}) end)\n"
             "Process.exit(p, :kill)\n" + TOLD, "false", "true", SIGNALS),
    "flag": (1, 0, "spawn_link(fn -> exit(:x) end)\n" + TRAPS + "receive do {:EXIT, _, r} -> IO.inspect(r) end", ":x",
             "", "Processes, Receiving Exit Signals: what happens depends on the flag when the signal is received"),
    "alive": (1, 0, "p = spawn(fn -> :ok end)\nIO.inspect(Process.alive?(p))", "true", "false", AT_ONCE),
    "info": (1, 0, f"p = spawn(fn -> {WAITS} end)\nspawn(fn -> send(p, 1) end)\n"
             "IO.inspect(elem(Process.info(p, :message_queue_len), 1))", "0", "1", SIGNALS),
    "inquire": (1, 0, f"p = spawn(fn -> {WAITS} end)\nspawn(fn -> send(p, 1) end)\n"
                "IO.inspect(elem(Process.info(p, :messages), 1))", "[]", "[1]", SIGNALS),
    "list": (1, 0, "spawn(fn -> :ok end)\nIO.inspect(length(Process.list()))", "2", "1", AT_ONCE),
    "link": (1, 0, TRAPS + EXITS + "Process.link(pid)\nreceive do {:EXIT, _, r} -> IO.inspect(r) end", ":x", ":noproc",
             "Processes, Links: a link to a process that does not exist any more gives noproc"),
    "unlink": (1, 0, TRAPS + "p = spawn_link(fn -> exit(:x) end)\nProcess.unlink(p)\n" + NONE, ":none", ":EXIT",
               "erlang:unlink/1: an exit signal that has been delivered is not taken back"),
    "monitor": (1, 0, EXITS + "Process.monitor(pid)\nreceive do {:DOWN, _, _, _, r} -> IO.inspect(r) end", ":x",
                ":noproc", "Processes, Monitors: of a process that does not exist any more the reason is noproc"),
    "demonitor": (1, 0, EXITS + "r = Process.monitor(pid)\nProcess.demonitor(r)\n" + NONE, ":none", ":DOWN",
                  "erlang:demonitor/1: a DOWN message may be in the queue already"),
    "unalias": (1, 0, "a = :erlang.alias()\nspawn(fn -> send(a, {:m}) end)\n:erlang.unalias(a)\nProcess.sleep(1)\n"
                + NONE, ":none", ":m", "Processes, Process Aliases: messages that came before it was deactivated stay"),
    "register": (1, 0, "spawn(fn -> Process.register(self(), :n); Process.sleep(:infinity) end)\n"
                 "try do IO.inspect(Process.register(me, :n)) rescue ArgumentError -> IO.inspect(:taken) end", "true",
                 ":taken", "Processes, Registered Processes: a name is one process's at a time"),
    "unregister": (1, 0, "Process.register(me, :n)\nspawn(fn -> send(me, {:told, Process.whereis(:n) != nil}) end)\n"
                   "Process.unregister(:n)\n" + TOLD, "false", "true", AT_ONCE),
    "whereis": (1, 0, f"spawn(fn -> Process.register(self(), :n); {WAITS} end)\nIO.inspect(Process.whereis(:n) != nil)",
                "false", "true", AT_ONCE),
    "registered": (1, 0, f"spawn(fn -> Process.register(self(), :n); {WAITS} end)\n"
                   "IO.inspect(:n in Process.registered())", "false", "true", AT_ONCE),
    "send_after": (1, 5, "spawn(fn -> Process.sleep(3); Process.sleep(9); send(me, {:told, :y}) end)\n"
                   "Process.send_after(me, {:told, :x}, 10)\n" + TOLD, ":x", ":y", TIME),
    "cancel_timer": (1, 5, "t = Process.send_after(me, :x, 10)\nProcess.sleep(9)\n"
                     "IO.inspect(Process.cancel_timer(t) != false)", "true", "false", TIME),
    "read_timer": (1, 5, "t = Process.send_after(me, :x, 10)\nProcess.sleep(9)\n"
                   "IO.inspect(Process.read_timer(t) != false)", "true", "false", TIME),
    "clock": (2, 5, TICK + "a = System.monotonic_time(:millisecond)\n"
            "IO.inspect(System.monotonic_time(:millisecond) - a)", "0", "3", TIME),
    "read": (1, 0, ETS + "spawn(fn -> :ets.insert(t, {:k, 2}) end)\nIO.inspect(:ets.lookup(t, :k))", "[k: 1]", "[k: 2]",
             SHARED),
    "write": (2, 0, ETS + "spawn(fn -> send(me, {:told, :ets.lookup(t, :k)}) end)\n:ets.insert(t, {:k, 2})\n" + TOLD,
              "[k: 2]", "[k: 1]", SHARED),
    "timeout": (1, 5, "spawn(fn -> Process.sleep(11); send(me, :m) end)\n"
                "receive do m -> IO.inspect(m) after 10 -> IO.inspect(:late) end", ":late", ":m", IMPLIED["timeout"]),
    "fire": (1, 5, "spawn(fn -> Process.sleep(11); send(me, {:told, :s}) end)\n"
             "Process.send_after(me, {:told, :t}, 10)\n" + TOLD, ":t", ":s", IMPLIED["fire"]),
    "die": (1, 0, NAMED % WAITS + "Process.exit(p, :kill)\n"
            "spawn(fn -> send(me, {:told, Process.whereis(:p) != nil}) end)\n" + TOLD, "false", "true", IMPLIED["die"]),
    "end": (1, 0, NAMED % ":ok" + "IO.inspect(Process.whereis(:p) != nil)", "false", "true", IMPLIED["end"]),
    "free": (1, 0, NAMED % ":ok" + "IO.inspect({Process.alive?(p), Process.whereis(:p) != nil})", "{false, false}",
             "{false, true}", IMPLIED["free"]),
    "tell": (1, 0, EXITS + "a = spawn(fn -> Process.monitor(pid); receive do _ -> send(me, {:told, :other}) end end)\n"
             "Process.monitor(pid)\nreceive do {:told, x} -> IO.inspect(x); _ -> IO.inspect(:mine) end", ":mine",
             ":other", IMPLIED["tell"]),
}  # fmt: skip

SHARED_DATA = {
    "persistent_term": (":persistent_term.put(:k, 1)", ":persistent_term.put(:k, 2)", ":persistent_term.get(:k)"),
    "counters": ("c = :counters.new(1, []); :counters.put(c, 1, 1)", ":counters.add(c, 1, 1)", ":counters.get(c, 1)"),
    "atomics": ("c = :atomics.new(1, []); :atomics.put(c, 1, 1)", ":atomics.exchange(c, 1, 2)", ":atomics.get(c, 1)"),
    "global": (
        ":global.register_name(:one, me)", ":global.register_name(:two, self()); Process.sleep(:infinity)",
        "length(:global.registered_names())"
    ),
    "Registry": (
        "Registry.start_link(keys: :duplicate, name: R); Registry.register(R, :k, 1)",
        "Registry.register(R, :k, 2); Process.sleep(:infinity)", "Registry.count(R)",
    ),
}  # fmt: skip

SAYS = {
    "persistent_term": "persistent_term: terms are global, and any process may put or erase one at any time",
    "counters": "counters: an array is shared; what another process does between two operations is seen",
    "atomics": "atomics: each operation is atomic by itself, and two of them are not",
    "global": "global: names are kept in tables that are read without asking anybody",
    "Registry": "Registry: entries are kept in ETS tables, which any process reads and writes",
}

SAME = {
    "receive": "poll", "receive_fitting": "poll", "spawn": "spawn_opt", "spawn_link": "spawn_opt", "touch": "read",
    "spawn_monitor": "spawn_opt", "post": "send", "respond": "send", "now": "clock", "now_ms": "clock",
    "random": "who draws first", "work": "who gets a scheduler first",
}  # fmt: skip
"""What is another point's under another name; the last two are Python's own."""


def printed(program, operation, which=1, late=0):
    """What a program prints as it is, and where whoever does *operation* for that time is held before it."""

    def both():
        log = BySteps(log=0)
        ordinary = program.run(log, slack=late).run.output
        name = "read" if operation == "clock" else operation
        mains = log.steps[0].process  # whose last one it is, where none is named
        step = [each for each in log.steps if each.operation == name and (which or each.process is mains)][which - 1]
        return ordinary, program.run(BySteps([(step.number, Keep(late))]), slack=late).run.output

    return program.within(both)


def loaded(tmp_path, text):
    path = tmp_path / "program.exs"
    path.write_text(f"me = self()\n{text}\n", encoding="utf-8")
    return Program(load(str(path)))


@pytest.mark.parametrize("operation", POINTS)
def test_a_process_can_be_held_before(tmp_path, operation):
    which, late, text, as_it_is, held, source = POINTS[operation]
    found = printed(loaded(tmp_path, text), operation, which, late * 1_000_000)
    assert [each.strip() for each in found] == [as_it_is, held], source
    assert "," in source or ":" in source


@pytest.mark.parametrize("kind", SHARED_DATA)
def test_what_is_shared_is_read_before_or_after_another_writes_it(tmp_path, kind):
    made, written, read = SHARED_DATA[kind]
    program = loaded(tmp_path, f"{made}\nspawn(fn -> {written} end)\nIO.inspect({read})")
    assert [each.strip() for each in printed(program, "read", 0)] == ["1", "2"], SAYS[kind]


def test_who_draws_and_who_works_first_is_a_choice():
    def worker(proc, boss, name):
        drawn = proc.random.random()
        yield proc.work(1)
        proc.send(boss, (name, drawn))

    def main(proc):
        for name in ("a", "b"):
            proc.spawn(worker, proc.pid, name)
        proc.puts((yield proc.receive())[0])

    scenario = Given(main)
    scenario.config.schedulers = 1
    assert printed(Program(scenario), "work") == ("a\n", "b\n")
    assert printed(Program(scenario), "random") == ("a\n", "b\n")


def test_a_signal_can_be_on_its_way_while_others_arrive(tmp_path):
    text = (
        "b = spawn(fn -> receive do m -> send(me, {:told, m}) end end)\n"
        "c = spawn(fn -> receive do :go -> send(b, :from_c) end end)\nsend(b, :from_main)\nsend(c, :go)\n" + TOLD
    )
    program = loaded(tmp_path, text)
    program.pairwise = True
    assert printed(program, DELIVER) == (":from_main\n", ":from_c\n"), IMPLIED[DELIVER]


def test_signals_of_one_pair_stay_in_order(tmp_path):
    program = loaded(tmp_path, "b = spawn(fn -> receive do m -> send(me, {:told, m}) end end)\n"
                               "send(b, 1)\nsend(b, 2)\n" + TOLD)  # fmt: skip
    program.pairwise = True
    assert printed(program, DELIVER) == ("1\n", "1\n"), SIGNALS


def test_an_exit_signal_ends_a_held_process_there_or_when_it_next_waits(tmp_path):
    program = loaded(tmp_path, "p = spawn(fn -> send(me, :go); send(me, {:told, :after}); Process.sleep(9) end)\n"
                               "receive do :go -> Process.exit(p, :kill) end\nProcess.sleep(1)\n" + NONE)  # fmt: skip

    def both():
        log = BySteps(log=0)
        program.run(log)
        step = [each for each in log.steps if each.operation == "send"][1]
        ways = (Keep(), Keep(0, outruns=True))
        return [program.run(BySteps([(step.number, way)])).run.output.strip() for way in ways]

    assert program.within(both) == [":none", ":told"], IMPLIED["die"]


def test_every_operation_of_the_table_and_every_implied_one_is_tried():
    assert {row.name for row in OPERATIONS} - set(COMMUTING) <= set(POINTS) | set(SAME)
    assert set(IMPLIED) - {DELIVER, TURN} <= set(POINTS)
