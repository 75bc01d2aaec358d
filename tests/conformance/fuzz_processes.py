"""Random programs of processes, as Elixir source: what one reads is what runs."""

from __future__ import annotations

from random import Random

_REASONS = (":normal", ":boom", ":kill", ":shutdown", '{:bad, "x"}')
_MESSAGES = (":a", ":b", "{:c, 1}", "{:c, 2}", '"text"', "%{k: 1}")
_CLAUSES = (
    ":a -> say.(:got_a)",
    ":b -> say.(:got_b)",
    "{:c, n} when n > 1 -> say.({:large, n})",
    "{:c, n} -> say.({:c, n})",
    '"te" <> rest -> say.({:text, rest})',
    "%{k: v} -> say.({:map, v})",
    "{:EXIT, pid, reason} -> say.({:exit, name_of.(pid), shown.(reason)})",
    "{:DOWN, _, :process, who, reason} -> say.({:down, name_of.(who), shown.(reason)})",
    "other when is_atom(other) -> say.({:atom, other})",
)
_TIMES = (0, 20, 20, 50)
_HEAD = """\
# Whoever first calls a function of a module waits in real Elixir until it is loaded: here that is done.
for x <- [1, :a, "s", {{1}}, %{{a: 1}}, [1], nil, true], do: inspect(x)

for f <- [fn -> raise "r" end, fn -> 1 / Process.get(:no, 0) end, fn -> hd(Process.get(:no, [])) end] do
  try do
    f.()
  rescue
    e -> Exception.message(e)
  end
end

Task.await(Task.async(fn -> Process.get(:n, :no) end))
Process.cancel_timer(Process.send_after(self(), :x, 1000))
{{Process.flag(:trap_exit, false), Process.info(self(), :messages), Process.whereis(:nobody)}}
{{pid, _}} = spawn_monitor(fn -> raise "first" end)
Process.unlink(pid)
Process.sleep(20)
names = {names}

shown = fn
  {{%{{__exception__: true}} = e, stack}} when is_list(stack) -> {{:raised, Exception.message(e)}}
  {{{{:nocatch, v}}, stack}} when is_list(stack) -> {{:thrown, v}}
  {{reason, stack}} when is_list(stack) -> {{:failed, reason}}
  reason -> reason
end

:ets.new(:log, [:named_table, :public, :ordered_set])
:ets.new(:book, [:named_table, :public])

name_of = fn pid ->
  case :ets.lookup(:book, pid) do
    [{{_, name}}] -> name
    [] -> :unknown
  end
end

tell = fn who, x ->
  :ets.insert(:log, {{:erlang.unique_integer([:monotonic]), "#{{who}} #{{inspect(x)}}"}})
end

tell.(:main, name_of.(self()))
try_send = fn name, message -> if pid = Process.whereis(name), do: send(pid, message) end
"""


class Script:
    """Writes the body of one process.

    What happens is noted in a table and printed at the end: whoever prints waits for another process, and that one
    for the machine.
    """

    def __init__(self, random: Random, name: str, names: list[str], depth: int) -> None:
        self.random = random
        self.name = name
        self.names = names
        self.depth = depth
        self.waits = 0

    def lines(self, length: int) -> list[str]:
        """Return the lines of a body of so many statements."""
        made = [f"say = fn x -> tell.(:{self.name}, x) end", "say.(:start)"]
        if self.random.random() < 0.4:
            made.append("Process.flag(:trap_exit, true)")
        for _ in range(length):
            made += self.statement()
        return [*made, "say.(:end)"]

    def statement(self) -> list[str]:
        """Return the lines of one statement."""
        choice = self.random.choice
        who, other = choice(self.names), choice(self.names)
        kinds = [
            (10, [f"try_send.(:{who}, {choice(_MESSAGES)})"]),
            (3, [f"for m <- [{choice(_MESSAGES)}, {choice(_MESSAGES)}], do: try_send.(:{who}, m)"]),
            (9, self.receive()),
            (2, self.sleep()),
            (4, [f"if pid = Process.whereis(:{who}), do: Process.link(pid)"]),
            (1, [f"if pid = Process.whereis(:{who}), do: Process.unlink(pid)"]),
            (4, [f"if pid = Process.whereis(:{who}), do: Process.monitor(pid)"]),
            (3, [f"if pid = Process.whereis(:{other}), do: Process.exit(pid, {choice(_REASONS)})"]),
            (1, [f"exit({choice(_REASONS)})"]),
            (1, ['raise "oops"']),
            (1, [f"throw({choice(_MESSAGES)})"]),
            (1, ["hd(Process.get(:none, []))"]),
            (2, self.timer(who)),
            (2, [f"say.(Process.whereis(:{who}) != nil)"]),
            (2, ["Process.put(:n, Process.get(:n, 0) + 1)", "say.(Process.get(:n))"]),
            (5, self.child()),
            (3, self.guarded()),
            (2, ["say.(Task.await(Task.async(fn -> Process.get(:n, :no) end)))"]),
            (1, [f"Process.flag(:trap_exit, {choice(('true', 'false'))})"]),
            (2, [":erlang.yield()", "say.(:back)"]),
            (4, ["say.(Process.info(self(), :message_queue_len))"]),
            (2, self.aliased()),
        ]
        weights = [weight for weight, _ in kinds]
        return self.random.choices([lines for _, lines in kinds], weights)[0]

    def time(self) -> int | None:
        """Return how long to wait, or None where a process has waited often enough."""
        if self.waits == 2:
            return None
        self.waits += 1
        return self.random.choice(_TIMES)

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
        """Return a message that is sent later."""
        return [f"Process.send_after(:{who}, {self.random.choice(_MESSAGES)}, {self.time() or 0})"]

    def aliased(self) -> list[str]:
        """Return an alias, what is sent to it, and sometimes its end before that is looked at."""
        how = self.random.choice(("[]", "[:reply]", "[:explicit_unalias]"))
        sent = [f"send(a, {self.random.choice(_MESSAGES)})" for _ in range(self.random.randint(1, 2))]
        ended = ["say.(:erlang.unalias(a))"] if self.random.random() < 0.5 else []
        return [f"a = :erlang.alias({how})", *sent, *ended]

    def guarded(self) -> list[str]:
        """Return a failure that is caught."""
        failure = self.random.choice(
            ('raise "in try"', "throw(:ball)", "exit(:out)", "1 / Process.get(:zero, 0)", ":fine")
        )
        return [
            "try do",
            f"  {failure}",
            "rescue",
            "  e -> say.({:rescued, Exception.message(e)})",
            "catch",
            "  kind, value -> say.({kind, value})",
            "after",
            "  say.(:after)",
            "end",
        ]

    def child(self) -> list[str]:
        """Return a spawned process with a script of its own."""
        if self.depth == 2:
            return ["say.(:leaf)"]
        name = f"{self.name}_{self.random.randint(0, 9)}"
        inside = Script(self.random, name, self.names, self.depth + 1).lines(self.random.randint(1, 4))
        kind = self.random.choice(("spawn", "spawn_link", "spawn_monitor"))
        return [f"{kind}(fn ->", *(f"  {line}" for line in inside), "end)"]


def source(random: Random) -> str:
    """Return a program of two to four named processes that do random things to each other."""
    names = [f"p{number}" for number in range(random.randint(2, 4))]
    lines = [_HEAD.format(names="[" + ", ".join(f":{name}" for name in names) + "]")]
    lines.append("pids = [")
    for name in names:
        body = Script(random, name, names, 0).lines(random.randint(3, 8))
        lines += [
            "  spawn(fn ->",
            "    receive do :go -> :ok end",
            *(f"    {line}" for line in body),
            "  end),",
        ]
    lines[-1] = "  end)"
    lines += [
        "]",
        "for {pid, name} <- Enum.zip(pids, names), do: Process.register(pid, name)",
        "for {pid, name} <- Enum.zip(pids, names), do: :ets.insert(:book, {pid, name})",
        "for pid <- pids, do: send(pid, :go)",
        "Process.sleep(250)",
        "for {_, line} <- :ets.tab2list(:log), do: IO.puts(line)",
        "for {pid, name} <- Enum.zip(pids, names) do",
        "  kind = &if(is_tuple(&1), do: elem(&1, 0), else: &1)",
        "  messages = with {:messages, list} <- Process.info(pid, :messages), do: Enum.map(list, kind)",
        "  IO.inspect({name, Process.alive?(pid), messages}, width: 200)",
        "end",
    ]
    return "\n".join(lines) + "\n"
