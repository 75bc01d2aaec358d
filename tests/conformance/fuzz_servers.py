"""What random programs ask of servers, agents, supervisors, tasks and registries."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fuzz_processes import Script

_CALLS = (
    "{:add, 1}", "{:add, 2}", "{:timeout, 0}", "{:timeout, 20}", "{:continue, 1}", "{:continue, :stop}", "{:later, 20}",
    "{:later, 0}", "{:early, 20}", "{:stop, :normal}", "{:stop, :boom}", "{:quit, :normal}", "{:quit, :odd}",
    "{:sleep, 20}", "{:sleep, 50}", "{:twice, 3}", ":never", ":hibernate", ":length", ":raise", ":throw", ":exit",
    ":bad",
)  # fmt: skip
_CASTS = (
    "{:add, 1}", "{:timeout, 0}", "{:timeout, 20}", "{:continue, 1}", "{:continue, :stop}", "{:stop, :normal}",
    "{:stop, :boom}", "{:sleep, 20}", ":hibernate", ":raise", ":exit", ":bad",
)  # fmt: skip
_USUAL = ("{:add, 1}", "{:timeout, 20}", "{:continue, 1}", "{:sleep, 20}")
_ASKED = (
    "Task.await(t, 20)", "Task.yield(t, 20)", "Task.shutdown(t)", "Task.shutdown(t, :brutal_kill)", "Task.yield(t, 0)",
)  # fmt: skip
_REASONS = (":normal", ":shutdown", "{:shutdown, 2}", ":boom")


def start(random: Random) -> tuple[list[str], list[str]]:
    """Return the lines that start some servers, and the names of these."""
    lines: list[str] = []
    servers: list[str] = []
    for number in range(random.randint(1, 2)):
        name = f"s{number}"
        how = random.choice(("nil", "nil", "{:timeout, 20}", "{:continue, :first}"))
        traps = random.choice(("true", "false"))
        lines.append(f"{{:ok, _}} = GenServer.start(Fuzz.Server, {{:{name}, {traps}, {how}}}, name: :{name})")
        servers.append(name)
    if random.random() < 0.3:
        lines += ["{:ok, _} = Agent.start(fn -> 0 end, name: :agent)", "Fuzz.named(Process.whereis(:agent), :agent)"]
        servers.append("agent")
    if random.random() < 0.4:
        lines += _supervised(random)
        servers += ["sup", "c0", "c1"]
    if random.random() < 0.3:
        keys = random.choice((":unique", ":duplicate"))
        lines.append(f"{{:ok, reg}} = Registry.start_link(keys: {keys}, name: :reg)")
        lines.append("Process.unlink(reg)")
        servers.append("reg")
    names = ", ".join(f":{name}" for name in servers if name != "reg")
    lines.append(f"served = for name <- [{names}], pid = Process.whereis(name), do: {{pid, name}}")
    return lines, servers


def _supervised(random: Random) -> list[str]:
    """Return the lines that start a supervisor with two servers."""
    strategy = random.choice((":one_for_one", ":one_for_all", ":rest_for_one"))
    most = random.choice(("1", "3"))
    children = []
    for name in ("c0", "c1"):
        restart = random.choice((":permanent", ":transient", ":temporary"))
        shutdown = random.choice(("5000", "20", ":brutal_kill"))
        traps = random.choice(("true", "false"))
        start = f"{{GenServer, :start_link, [Fuzz.Server, {{:{name}, {traps}, nil}}, [name: :{name}]]}}"
        children.append(f"%{{id: :{name}, start: {start}, restart: {restart}, shutdown: {shutdown}}}")
    return [
        f"children = [{', '.join(children)}]",
        f"{{:ok, sup}} = Supervisor.start_link(children, strategy: {strategy}, max_restarts: {most}, name: :sup)",
        "Process.unlink(sup)",
        "Fuzz.named(sup, :sup)",
    ]


def statement(script: Script) -> list[str]:
    """Return the lines of one statement."""
    random = script.random
    who = random.choice(script.servers)
    if who == "agent":
        return [_attempt(script, _agent(random))]
    if who == "sup":
        return [_attempt(script, _supervisor(random))]
    if who == "reg":
        return _registry(script)
    kinds = (_call, _call, _cast, _system, _stop, _task)
    return random.choice(kinds)(script, who)


def _attempt(script: Script, expression: str) -> str:
    return f"Fuzz.attempt(:{script.name}, fn -> {expression} end)"


def _call(script: Script, who: str) -> list[str]:
    random = script.random
    request = random.choice(_USUAL if random.random() < 0.5 else _CALLS)
    if request != ":never" and random.random() < 0.1 and len(script.servers) > 1:
        request = f"{{:ask, :{random.choice(script.servers)}}}"
    limit = random.choice(("", "", ", 20", ", 50", ", 0")) if request != ":never" else ", 20"
    return [_attempt(script, f"GenServer.call(:{who}, {request}{limit})")]


def _cast(script: Script, who: str) -> list[str]:
    random = script.random
    return [f"GenServer.cast(:{who}, {random.choice(_USUAL if random.random() < 0.5 else _CASTS)})"]


def _system(script: Script, who: str) -> list[str]:
    kinds = (
        f":sys.get_state(:{who})",
        f":sys.get_state(:{who}, 20)",
        f":sys.replace_state(:{who}, fn {{name, n}} -> {{name, n + 10}} end)",
        f":sys.suspend(:{who})",
        f":sys.suspend(:{who})",
        f":sys.resume(:{who})",
        f":sys.resume(:{who})",
        f":sys.terminate(:{who}, {script.random.choice(_REASONS)})",
    )
    return [_attempt(script, script.random.choice(kinds))]


def _stop(script: Script, who: str) -> list[str]:
    random = script.random
    limit = random.choice(("", ", :infinity", ", 20", ", 0"))
    stop = f"GenServer.stop(:{who}, {random.choice(_REASONS)}{limit})"
    lines = [_attempt(script, stop)]
    if random.random() < 0.4:
        second = _attempt(script, f"GenServer.stop(:{who}, {random.choice(_REASONS)})")
        lines = [f"spawn(fn -> {second} end)", *lines]
    return lines


def _task(script: Script, who: str) -> list[str]:
    random = script.random
    time = script.time() or 0
    work = random.choice(
        (f"GenServer.call(:{who}, {{:add, 1}})", f"Process.sleep({time})", "exit(:task)", 'raise "task"', ":done")
    )
    asked = random.choice(_ASKED)
    started = f"t = Task.async(fn -> {work} end)"
    return [started, _attempt(script, asked)]


def _agent(random: Random) -> str:
    return random.choice(
        (
            "Agent.get(:agent, & &1)", "Agent.update(:agent, &(&1 + 1))", "Agent.get_and_update(:agent, &{&1, &1 + 1})",
            "Agent.cast(:agent, &(&1 * 2))", "Agent.stop(:agent)", "Agent.get(:agent, fn _ -> exit(:inside) end)",
            "Agent.get(:agent, fn n -> Process.sleep(20); n end, 10)", "Agent.update(:agent, fn _ -> throw(:ball) end)",
        )
    )  # fmt: skip


def _supervisor(random: Random) -> str:
    child = random.choice((":c0", ":c1", ":none"))
    return random.choice(
        (
            "for({id, pid, _, _} <- Supervisor.which_children(:sup), do: {id, is_pid(pid)})",
            "Supervisor.count_children(:sup)", f"Supervisor.terminate_child(:sup, {child})",
            f"match?({{:ok, _}}, Supervisor.restart_child(:sup, {child}))", f"Supervisor.delete_child(:sup, {child})",
            "Supervisor.stop(:sup)", "Process.exit(Process.whereis(:c0), :kill)", "GenServer.call(:c1, {:add, 1})",
        )
    )  # fmt: skip


def _registry(script: Script) -> list[str]:
    key = script.random.choice((":x", ":y"))
    kinds = (
        f"match?({{:ok, _}}, Registry.register(:reg, {key}, {script.random.randint(1, 3)}))",
        f"Registry.lookup(:reg, {key})",
        f"Registry.unregister(:reg, {key})",
        "Registry.keys(:reg, self())",
        "Registry.count(:reg)",
        f"Registry.dispatch(:reg, {key}, fn all -> for {{pid, v}} <- all, do: send(pid, {{:c, v}}) end)",
    )
    return [_attempt(script, script.random.choice(kinds))]
