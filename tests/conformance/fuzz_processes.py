"""Random programs of processes, as Elixir source: what one reads is what runs.

They stand on ``fuzz_prelude.exs``. What is asked of servers, supervisors, tasks and tables is in ``fuzz_servers``.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import fuzz_servers

REASONS = (":normal", ":boom", ":kill", ":shutdown", '{:bad, "x"}', "{:shutdown, 1}")
MESSAGES = (":a", ":b", "{:c, 1}", "{:c, 2}", '"text"', "%{k: 1}")
TIMES = (0, 20, 20, 50)
_CLAUSES = (
    ":a -> say.(:got_a)",
    ":b -> say.(:got_b)",
    "{:c, n} when n > 1 -> say.({:large, n})",
    "{:c, n} -> say.({:c, n})",
    '"te" <> rest -> say.({:text, rest})',
    "%{k: v} -> say.({:map, v})",
    "{:EXIT, pid, reason} -> say.({:exit, Fuzz.name_of(pid), Fuzz.shown(reason)})",
    "{:DOWN, _, :process, who, reason} -> say.({:down, Fuzz.shown(who), Fuzz.shown(reason)})",
    '{:"ETS-TRANSFER", t, pid, data} -> say.({:given, is_reference(t), Fuzz.name_of(pid), data, :ets.info(t, :size)})',
    "{ref, x} when is_reference(ref) -> say.({:replied, Fuzz.shown(x)})",
    "other when is_atom(other) -> say.({:atom, other})",
)
_STARTS = (
    "nil", "{:timeout, 0}", "{:continue, :first}", "{:continue, :stop}", ":raise", "{:stop, :no}", ":ignore", ":bad",
)  # fmt: skip
_FAILURES = ('raise "in try"', "throw(:ball)", "exit(:out)", "1 / Process.get(:zero, 0)", ":fine")


class Script:
    """Writes the body of one process; everything it decides comes from the random generator."""

    def __init__(self, random: Random, name: str, names: list[str], servers: list[str], depth: int) -> None:
        self.random = random
        self.name = name
        self.names = names
        self.servers = servers
        self.depth = depth
        self.waits = 0

    def lines(self, length: int) -> list[str]:
        """Return the lines of a body of so many statements."""
        made = [f"say = fn x -> Fuzz.tell(:{self.name}, x) end", "say.(:start)"]
        if self.random.random() < 0.4:
            made.append("Process.flag(:trap_exit, true)")
        for _ in range(length):
            made += self.statement()
        return [*made, "say.(:end)"]

    def statement(self) -> list[str]:
        """Return the lines of one statement."""
        groups: list[tuple[int, Callable[[], list[str]]]] = [(10, self.ordinary), (3, self.told), (4, self.special)]
        if self.servers:
            groups.append((9, lambda: fuzz_servers.statement(self)))
        return self.random.choices([make for _, make in groups], [weight for weight, _ in groups])[0]()

    def someone(self) -> str:
        """Return the name of a process, of whatever kind."""
        return self.random.choice([*self.names, *self.servers])

    def message(self) -> str:
        """Return a message."""
        return self.random.choice(MESSAGES)

    def reason(self) -> str:
        """Return a reason to end."""
        return self.random.choice(REASONS)

    def ordinary(self) -> list[str]:
        """Return one of the statements of which most programs are made."""
        who = self.someone()
        kinds = [
            (10, [f"Fuzz.try_send(:{who}, {self.message()})"]),
            (3, [f"for m <- [{self.message()}, {self.message()}], do: Fuzz.try_send(:{who}, m)"]),
            (9, self.receive()),
            (2, self.sleep()),
            (4, [f"if pid = Process.whereis(:{who}), do: Process.link(pid)"]),
            (1, [f"if pid = Process.whereis(:{who}), do: Process.unlink(pid)"]),
            (4, [f"if pid = Process.whereis(:{who}), do: Process.monitor(pid)"]),
            (1, [f"Process.monitor(:{who})"]),
            (3, [f"if pid = Process.whereis(:{who}), do: Process.exit(pid, {self.reason()})"]),
            (2, self.timer(who)),
            (5, self.child()),
        ]
        return self.random.choices([lines for _, lines in kinds], [weight for weight, _ in kinds])[0]

    def told(self) -> list[str]:
        """Return a statement that tells what it finds."""
        who = self.someone()
        kinds = (
            ["say.(Process.info(self(), :message_queue_len))"],
            ["say.(Process.info(self(), :message_queue_len))"],
            [f"say.((pid = Process.whereis(:{who})) && Process.info(pid, :message_queue_len))"],
            [f"say.((pid = Process.whereis(:{who})) && Fuzz.shown(Process.info(pid, :links)))"],
            [f"say.((pid = Process.whereis(:{who})) && Process.alive?(pid))"],
            [f"say.(Process.whereis(:{who}) != nil)"],
            ["Process.put(:n, Process.get(:n, 0) + 1)", "say.(Process.get(:n))"],
            ["say.(Task.await(Task.async(fn -> Process.get(:n, :no) end)))"],
            [":erlang.yield()", "say.(:back)"],
        )
        return self.random.choice(kinds)

    def special(self) -> list[str]:
        """Return what few programs do."""
        kinds = [
            [f"exit({self.reason()})"],
            ['raise "oops"'],
            [f"throw({self.message()})"],
            ["hd(Process.get(:none, []))"],
            [f"Process.flag(:trap_exit, {self.random.choice(('true', 'false'))})"],
            self.guarded(),
            self.guarded(),
            self.aliased(),
            self.monitored(),
            self.watched(),
            self.table(),
            self.table(),
            self.started(),
        ]
        return self.random.choice(kinds)

    def time(self) -> int | None:
        """Return how long to wait, or None where a process has waited often enough."""
        if self.waits == 2:
            return None
        self.waits += 1
        return self.random.choice(TIMES)

    def receive(self) -> list[str]:
        """Return a receive with some clauses, and mostly a limit."""
        clauses = self.random.sample(_CLAUSES, self.random.randint(1, 4))
        time = self.random.choice((0, self.time() or 0))
        after = ["after", f"  {time} -> say.(:nothing)"] if self.random.random() < 0.8 else []
        return ["receive do", *(f"  {clause}" for clause in clauses), *after, "end"]

    def sleep(self) -> list[str]:
        """Return a sleep."""
        return [f"Process.sleep({self.time() or 0})"]

    def timer(self, who: str) -> list[str]:
        """Return a message that is sent later, and sometimes the timer's end."""
        sent = f"Process.send_after(:{who}, {self.message()}, {self.time() or 0})"
        if self.random.random() < 0.7:
            return [sent]
        return [f"t = {sent}", *self.random.choice(([], self.sleep())), "say.(is_integer(Process.cancel_timer(t)))"]

    def aliased(self) -> list[str]:
        """Return an alias, what is sent to it, and sometimes its end before that is looked at."""
        how = self.random.choice(("[]", "[:reply]", "[:explicit_unalias]"))
        sent = [f"send(a, {self.message()})" for _ in range(self.random.randint(1, 2))]
        ended = ["say.(:erlang.unalias(a))"] if self.random.random() < 0.5 else []
        return [f"a = :erlang.alias({how})", *sent, *ended]

    def monitored(self) -> list[str]:
        """Return a monitor that is an alias, with another process that replies to it."""
        how = self.random.choice((":reply_demonitor", ":demonitor", ":explicit_unalias"))
        replies = [f"  send(r, {{r, {self.message()}}})" for _ in range(self.random.randint(1, 2))]
        ends = self.random.choice(([], [f"  exit({self.reason()})"], ["  Process.sleep(20)"]))
        after = self.random.choice(
            ([], [":erlang.yield()"], ["say.(Process.demonitor(r, [:flush, :info]))"], ["say.(Process.demonitor(r))"])
        )
        return [
            f"child = spawn(fn -> r = receive do r -> r end; Fuzz.named(self(), :{self.name}_a)",
            *replies,
            *ends,
            "end)",
            f"r = :erlang.monitor(:process, child, alias: {how})",
            "send(child, r)",
            *after,
            *self.random.choice(([], ["say.(:erlang.unalias(r))"])),
        ]

    def watched(self) -> list[str]:
        """Return a monitor and its end."""
        options = self.random.choice(("[]", "[:flush]", "[:info]", "[:flush, :info]"))
        between = self.random.choice(([], [":erlang.yield()"], self.sleep()))
        who = self.someone()
        return [f"m = Process.monitor(:{who})", *between, f"say.(Process.demonitor(m, {options}))"]

    def table(self) -> list[str]:
        """Return a table that is inherited or given away."""
        who, heir = self.random.choice(self.names), self.random.choice(self.names)
        made = (
            f"t = :ets.new(:t, [:public, {{:heir, Process.whereis(:{heir}) || self(), :inherited}}])"
            if self.random.random() < 0.7
            else "t = :ets.new(:t, [:public])"
        )
        given = (
            [f"Fuzz.attempt(:{self.name}, fn -> :ets.give_away(t, Process.whereis(:{who}), :gift) end)"]
            if self.random.random() < 0.5
            else []
        )
        asked = self.random.choice(([], ["say.(Fuzz.shown(:ets.info(t, :owner)))"]))
        inner = [made, ":ets.insert(t, {1, 2})", *given, *asked]
        if self.random.random() < 0.5:
            return inner
        return ["spawn(fn ->", f"  Fuzz.named(self(), :{self.name}_t)", *(f"  {line}" for line in inner), "end)"]

    def guarded(self) -> list[str]:
        """Return a failure that is caught."""
        return [
            "try do",
            f"  {self.random.choice(_FAILURES)}",
            "rescue",
            "  e -> say.({:rescued, Exception.message(e)})",
            "catch",
            "  kind, value -> say.({kind, value})",
            "after",
            "  say.(:after)",
            "end",
        ]

    def started(self) -> list[str]:
        """Return a server of its own that is started, and whether that went well."""
        how = self.random.choice(_STARTS)
        start = self.random.choice(("start", "start_link"))
        name = f"{self.name}_s{self.random.randint(0, 3)}"
        named = self.random.choice(("", f", name: :{name}"))
        traps = self.random.choice(("true", "false"))
        call = f"GenServer.{start}(Fuzz.Server, {{:{name}, {traps}, {how}}}{named})"
        return [f"Fuzz.attempt(:{self.name}, fn -> {call} end)"]

    def child(self) -> list[str]:
        """Return a spawned process with a script of its own."""
        if self.depth == 2:
            return ["say.(:leaf)"]
        name = f"{self.name}_{self.random.randint(0, 9)}"
        inside = Script(self.random, name, self.names, self.servers, self.depth + 1)
        lines = inside.lines(self.random.randint(1, 4))
        kind = self.random.choice(("spawn", "spawn_link", "spawn_monitor"))
        return [f"{kind}(fn ->", f"  Fuzz.named(self(), :{name})", *(f"  {line}" for line in lines), "end)"]


def source(random: Random) -> str:
    """Return a program of two to four named processes that do random things to each other, and to some servers."""
    names = [f"p{number}" for number in range(random.randint(2, 4))]
    starts, servers = fuzz_servers.start(random) if random.random() < 0.7 else ([], [])
    lines = ["Fuzz.begin()", *starts, "pids = ["]
    for name in names:
        body = Script(random, name, names, servers, 0).lines(random.randint(3, 8))
        lines += [
            "  spawn(fn ->",
            "    receive do :go -> :ok end",
            *(f"    {line}" for line in body),
            "  end),",
        ]
    lines[-1] = "  end)"
    named = "[" + ", ".join(f":{name}" for name in names) + "]"
    lines += [
        "]",
        f"named = Enum.zip(pids, {named})",
        "for {pid, name} <- named, do: Process.register(pid, name)",
        "for {pid, name} <- named, do: Fuzz.named(pid, name)",
        "for pid <- pids, do: send(pid, :go)",
        "Process.sleep(250)",
        "Fuzz.finish(named ++ served)" if servers else "Fuzz.finish(named)",
    ]
    return "\n".join(lines) + "\n"
