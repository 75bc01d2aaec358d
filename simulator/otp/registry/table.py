"""What a registry holds, and the processes that keep it: a supervisor and one process for each partition.

Whoever registers is linked to its partition's process, which forgets it when it ends: a moment later,
when that process has its turn. Entries go with the process that holds them.
Source of the semantics: Elixir 1.14's ``Registry``, ``Registry.Supervisor`` and ``Registry.Partition``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from simulator.kernel import ArgumentError, Process
from simulator.kernel.process.operations import READ, WRITE
from simulator.otp.server import tables
from simulator.otp.server.gen_server import NOREPLY, OK, REPLY, GenServer
from simulator.otp.server.tables import partition_of, row_key
from simulator.otp.supervisor.supervisor import Supervisor
from simulator.terms import Atom, Pid, atom, inspect

UNIQUE: Final = atom.unique
DUPLICATE: Final = atom.duplicate

Entry = tuple[Any, Pid, Any]
"""A key, who registered it, and the value that it gave."""


class Part:
    """One partition: the entries of its keys, and which of them its processes have."""

    __slots__ = ("entries", "held", "most", "name", "pid", "registry", "size")

    def __init__(self, name: Atom, registry: Atom) -> None:
        self.name = name
        self.registry = registry
        self.pid: Pid | None = None
        self.clear(None)

    def clear(self, pid: Pid | None) -> None:
        """Be empty, and kept by this process."""
        self.pid = pid
        self.size = 0
        self.entries: dict[Any, dict[int, Entry]] = {}
        """For each key its entries by their numbers."""
        self.held: dict[Pid, dict[int, tuple[Part, Any]]] = {}
        """For each process its entries by their numbers: the partition that holds it, and the key."""
        self.most = 0
        """How many keys there were at once."""

    def insert(self, number: int, entry: Entry) -> None:
        """Take in an entry."""
        self.entries.setdefault(row_key(entry[0]), {})[number] = entry
        self.size += 1
        self.most = max(self.most, len(self.entries))

    def in_order(self) -> list[dict[int, Entry]]:
        """Return the entries of each key, in the order in which the BEAM gives those of a table, if it can be told."""
        from simulator.terms.table_order import table_order  # when it is asked for: it loads slow modules

        entries = list(self.entries.values())
        order = table_order((next(iter(of_key.values()))[0] for of_key in entries), self.most)
        return entries if order is None else [entries[place] for place in reversed(order)]

    def is_kept(self, proc: Process) -> bool:
        """Return whether the process that keeps it is there: without it all that it held is gone."""
        return self.pid is not None and Process.whereis(proc, self.name) == self.pid

    def entries_of(self, proc: Process, key: Any) -> list[tuple[int, Entry]]:
        """Return the entries of a key, oldest first, with their numbers."""
        return [*self.entries.get(row_key(key), {}).items()] if self.is_kept(proc) else []

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        return [("name", self.name), ("size", self.size)]

    def remove(self, key: Any, number: int) -> None:
        """Forget an entry, if it is there."""
        row = row_key(key)
        entries = self.entries.get(row)
        if entries is not None and entries.pop(number, None) is not None:
            self.size -= 1
            if not entries:
                del self.entries[row]

    def release(self, pid: Pid) -> None:
        """Forget all that a process registered."""
        for number, (part, key) in self.held.pop(pid, {}).items():
            part.remove(key, number)


class RegistryTable:
    """A registry: its kind, its partitions, who listens to it, and its metadata."""

    __slots__ = ("keys", "listeners", "meta", "name", "numbers", "parts")

    def __init__(self, keys: Atom, name: Atom, count: int, listeners: list[Atom], meta: dict[Any, Any]) -> None:
        self.keys = keys
        self.name = name
        self.listeners = listeners
        self.meta = meta
        self.numbers = 0  # entries that were ever made
        concatenated = name.name if name.name.startswith("Elixir.") else f"Elixir.{name.name}"
        self.parts = [Part(Atom(f"{concatenated}.PIDPartition{index}"), name) for index in range(count)]

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        return [("keys", self.keys), ("name", self.name), ("partitions", len(self.parts))]

    def part_of_key(self, key: Any) -> Part:
        """Return the partition that holds a unique key."""
        return self.parts[partition_of(key, len(self.parts))]

    def part_of_pid(self, pid: Pid) -> Part:
        """Return the partition that a process belongs to."""
        return self.parts[partition_of(pid, len(self.parts))]

    def parts_with(self, key: Any) -> list[Part]:
        """Return the partitions in which there may be entries of a key."""
        return [self.part_of_key(key)] if self.keys is UNIQUE else self.parts

    def entries(self, proc: Process, key: Any) -> list[tuple[int, Entry]]:
        """Return the entries of a key, oldest first, with their numbers."""
        return [numbered for part in self.parts_with(key) for numbered in part.entries_of(proc, key)]

    def all_entries(self, proc: Process) -> Iterator[Entry]:
        """Yield all entries, key by key."""
        for part in self.parts:
            if part.is_kept(proc):
                for entries in part.in_order():
                    yield from entries.values()

    def size(self, proc: Process) -> int:
        """Return how many entries there are."""
        return sum(part.size for part in self.parts if part.is_kept(proc))


def table_of(proc: Process, registry: Any, access: str = READ) -> RegistryTable:
    """Return what a registry holds, about to be read or written; raises ``ArgumentError`` if there is none."""
    table = tables.rows_of(proc, registry, access)
    if not isinstance(table, RegistryTable):
        raise ArgumentError(f"unknown registry: {inspect(registry)}")
    return table


class RegistrySupervisor(Supervisor):
    """Owns the table, and supervises the partitions."""

    __qualname__ = "Registry.Supervisor"

    def init(proc: Process, table: RegistryTable) -> Any:  # type: ignore[override]
        """Make the table; what a partition keeps is lost with it, and with the others where keys are unique."""
        tables.create(proc, table.name, table)
        children = [{atom.id: part.name, atom.start: (Partition, "start_link", [table, part])} for part in table.parts]
        return Supervisor.init(children, strategy=atom.one_for_all if table.keys is UNIQUE else atom.one_for_one)


class Partition:
    """The server that keeps one partition."""

    __qualname__ = "Registry.Partition"

    def start_link(proc: Process, table: RegistryTable, part: Part) -> Any:  # type: ignore[misc]
        """Request it: ``yield`` it."""
        return GenServer.start_link(proc, Partition, part, name=part.name)

    def init(proc: Process, part: Part) -> Any:  # type: ignore[misc]
        """Begin with nothing."""
        proc.flag(atom.trap_exit, True)
        proc.touch("table", part.registry, WRITE)
        part.clear(proc.pid)
        return (OK, part)

    def handle_call(proc: Process, request: Any, client: Any, part: Part) -> Any:  # type: ignore[misc]
        """Answer who wants to know that everything before its question has been handled."""
        return (REPLY, OK, part) if request is atom.sync else None

    def handle_info(proc: Process, message: Any, part: Part) -> Any:  # type: ignore[misc]
        """Forget the process that has ended."""
        match message:
            case (atom.EXIT, Pid() as pid, _):
                proc.touch("table", part.registry, WRITE)
                part.release(pid)
                return (NOREPLY, part)
        return None
