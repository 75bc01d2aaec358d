"""Random programs: small scripts for a handful of processes, run by real Elixir and by the simulator alike.

A program is a list of ``[name, script]``, one a process that the main one spawns; a script is a list of
operations such as ``["send", "p1", "a"]``. ``programs.exs`` holds the same operations for Elixir. Each
process logs what it receives, so that the log shows who had a turn when. Processes wait for timers
twice at most, for lengths whose sums differ, so that real time cannot decide an order.
"""

from __future__ import annotations

from random import Random
from typing import Any

from simulator import Atom, ErlangError, Pid, atom, inspect, run

_MESSAGES = ("a", "b", "c")
_REASONS = ("normal", "boom", "kill", "killed")
_SPAWNS = ("spawn", "spawn_link")
_LENGTHS = {0: (10, 20, 30), 10: (33, 47, 33), 20: (33, 47, 33), 30: (33, 47, 33)}  # by time of arming, in ms
_END = 107  # ms; every timer has fired by then


class Writer:
    """Writes one program; everything it decides comes from *seed*. With *watching* there are monitors, too."""

    def __init__(self, seed: int, watching: bool) -> None:
        self.random = Random(seed)
        self.names = [f"p{n}" for n in range(self.random.randint(2, 5))]
        self.watching = watching
        first = list(self.names)
        self.program = [[name, self.script(name, 0, self.random.randint(3, 9))] for name in first]

    def script(self, name: str, depth: int, length: int) -> list[list[Any]]:
        """Return the script of one process; its children's are inside."""
        script: list[list[Any]] = [["trap", True]] if self.random.random() < 0.4 else []
        children = 0
        for _ in range(length):
            operation = self.operation(name)
            if operation[0] in ("spawn", "spawn_link", "spawn_monitor"):
                if depth == 2:
                    continue
                child = f"{name}_{children}"
                children += 1
                self.names.append(child)
                operation += [child, self.script(child, depth + 1, self.random.randint(1, 5))]
            script.append(operation)
            if operation[0] in ("exit", "raise"):
                break
        return script

    def operation(self, name: str) -> list[Any]:
        """Return one operation; a spawn's child and script are still to be added."""
        choice = self.random.choice
        who = choice(self.names)
        other = choice([each for each in self.names if each != name])
        kinds: list[tuple[int, list[Any]]] = [
            (18, ["send", who, choice(_MESSAGES)]),
            (12, ["receive", choice(("any", "any", "a", "b"))]),
            (4, ["poll", choice(("any", "a"))]),
            (7, ["link", who]),
            (3, ["unlink", who]),
            (6, ["signal", other, choice(_REASONS)]),
            (2, ["exit", choice(_REASONS)]),
            (1, ["raise"]),
            (5, ["trap", self.random.random() < 0.8]),
            (5, ["yield"]),
            (7, ["after", choice(("any", "a", "b")), self.random.randint(0, 2)]),
            (7, ["timer", who, choice(_MESSAGES), self.random.randint(0, 2)]),
            (2, ["cancel"]),
            (12, [choice(_SPAWNS)]),
        ]
        if self.watching:
            kinds += [(8, ["monitor", who]), (3, ["demonitor"]), (5, ["spawn_monitor"])]
        weights = [weight for weight, _ in kinds]
        return self.random.choices([operation for _, operation in kinds], weights)[0]


class World:
    """One program in the simulator: its processes by name, and their log."""

    def __init__(self, program: list[Any]) -> None:
        self.program = program
        self.pids: dict[str, Pid] = {}
        self.names: dict[Pid, Atom] = {}
        self.log: list[str] = []

    def add(self, name: str, pid: Pid) -> None:
        """Remember who a process is."""
        self.pids[name] = pid
        self.names[pid] = atom(name)

    def shown(self, message: Any) -> Any:
        """Return a message with names for pids, and without references and stack traces."""
        match message:
            case (atom.EXIT, pid, reason):
                return atom.EXIT, self.names[pid], self.reason(reason)
            case (atom.DOWN, _, _, pid, reason):
                return atom.DOWN, self.names[pid], self.reason(reason)
        return message

    def reason(self, reason: Any) -> Any:
        """Return an exit reason without a stack trace."""
        return atom.raised if isinstance(reason, tuple) else reason

    def say(self, name: str, what: Any) -> None:
        """Log what happened to a process."""
        self.log.append(f"{name} {inspect(what)}")

    def process(self, proc: Any, name: str, script: list[Any]) -> Any:
        """Run a script as the process *name*."""
        self.say(name, atom.start)
        for operation in script:
            yield from self.act(proc, name, *operation)
        self.say(name, atom.end)

    def act(self, proc: Any, name: str, kind: str, *arguments: Any) -> Any:
        """Do one operation."""
        who = self.pids.get(arguments[0]) if kind in ("send", "link", "unlink", "signal", "timer", "monitor") else None
        length = self.length(proc, arguments[-1]) if kind in ("after", "timer") else None
        match kind, arguments:
            case "receive" | "poll" | "after", [pattern, *_]:
                if kind == "after" and length is None:
                    return
                patterns = () if pattern == "any" else (atom(pattern),)
                message = yield proc.receive(*patterns, after=0 if kind == "poll" else length)
                self.say(name, atom.nothing if message is None else self.shown(message))
            case "yield", _:
                yield proc.yield_()
                self.say(name, atom.back)
            case "exit", [reason]:
                proc.exit(atom(reason))
            case "raise", _:
                raise RuntimeError("raised")
            case "trap", [value]:
                proc.flag(atom.trap_exit, value)
            case "cancel", _:
                if proc.get(atom.timer) is not None:
                    self.say(name, proc.cancel_timer(proc.get(atom.timer)) is not False)
            case "demonitor", _:
                if proc.get(atom.monitor) is not None:
                    proc.demonitor(proc.get(atom.monitor))
            case "spawn" | "spawn_link", [child, script]:
                self.add(child, getattr(proc, kind)(lambda proc: self.process(proc, child, script)))
            case "spawn_monitor", [child, script]:
                pid, ref = proc.spawn_monitor(lambda proc: self.process(proc, child, script))
                proc.put(atom.monitor, ref)
                self.add(child, pid)
            case _ if who is not None:
                self.act_on(proc, name, kind, who, *arguments[1:], length=length)

    def act_on(self, proc: Any, name: str, kind: str, who: Pid, *arguments: Any, length: int | None) -> None:
        """Do one operation that concerns another process, which exists or existed."""
        match kind:
            case "send":
                proc.send(who, atom(arguments[0]))
            case "link":
                try:
                    proc.link(who)
                except ErlangError:
                    self.say(name, atom.noproc)
            case "unlink":
                proc.unlink(who)
            case "signal":
                proc.exit(who, atom(arguments[0]))
            case "monitor":
                proc.put(atom.monitor, proc.monitor(who))
            case "timer":
                if length is not None:
                    proc.put(atom.timer, proc.send_after(who, atom(arguments[0]), length))

    def length(self, proc: Any, choice: int) -> int | None:
        """Return how long a timer armed now is to run, in milliseconds; None where none may be armed any more."""
        lengths = _LENGTHS.get(proc.now_ms)
        return None if lengths is None else lengths[choice]

    def main(self, proc: Any) -> Any:
        """Spawn the processes, wait until all has happened, and log what is left."""
        for name, script in self.program:
            self.add(name, proc.spawn(lambda proc, name=name, script=script: self.process(proc, name, script)))
        yield proc.sleep(_END)
        for name, pid in sorted(self.pids.items()):
            found = proc.info(pid, [atom.messages, atom.links])
            if found is None:
                self.say(name, atom.dead)
            else:
                (_, messages), (_, links) = found
                linked = sorted(self.names[each] for each in links)
                self.say(name, ([self.shown(message) for message in messages], linked))


def simulate(program: list[Any]) -> list[str]:
    """Run a program in the simulator and return its log."""
    world = World(program)
    run(world.main, halt=True)
    return world.log


def as_elixir(term: Any) -> str:
    """Return a program, or a part of one, as Elixir's source."""
    if isinstance(term, bool):
        return str(term).lower()
    if isinstance(term, int):
        return str(term)
    if isinstance(term, str):
        return f":{term}"
    inside = ", ".join(map(as_elixir, term))
    return f"{{{inside}}}" if term and isinstance(term[0], str) else f"[{inside}]"
