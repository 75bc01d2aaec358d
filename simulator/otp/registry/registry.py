"""Registry: processes by any key, one for each key or many; a name for servers that have no atom of their own.

A unique registry gives names: ``name=(atom.via, Registry, (Names, "room 5"))`` registers a server, and the
same tuple is what it is called by. A duplicate one is for publishing: those who listen register under a
topic, and :meth:`Registry.dispatch` reaches them. What a process registered is gone when it ends.
Source of the semantics: Elixir 1.14's ``Registry``.
"""

from __future__ import annotations

from collections.abc import Callable
from types import GeneratorType
from typing import Any

from simulator.kernel import ArgumentError, Process
from simulator.kernel.process.isolation import isolated
from simulator.kernel.process.operations import READ, WRITE
from simulator.kernel.words.errors import rejected
from simulator.otp.registry.match import MatchSpec, Selection
from simulator.otp.registry.table import DUPLICATE, UNIQUE, Part, RegistrySupervisor, RegistryTable, table_of
from simulator.otp.server.functions import no_clause
from simulator.otp.server.gen import Steps, named
from simulator.otp.server.module import Module
from simulator.otp.server.options import keyword_list, keywords
from simulator.otp.server.tables import row_key
from simulator.otp.supervisor.child_spec import SUPERVISOR, is_integer
from simulator.otp.supervisor.supervisor import start_supervisor
from simulator.terms import Atom, Pid, atom, inspect


class Registry(Module):  # type: ignore[misc]
    """What a registry's clients ask of it; nothing here blocks, but for what is said to be yielded.

    Every function raises ``ArgumentError`` for a registry that is not there.

    >>> from simulator import run
    >>> def main(proc):
    ...     yield Registry.start_link(proc, keys=atom.duplicate, name=atom.topics)
    ...     Registry.register(proc, atom.topics, "news", 7)
    ...     Registry.dispatch(proc, atom.topics, "news", lambda entries: proc.inspect(len(entries)))
    >>> run(main).output
    '1\\n'
    """

    @classmethod
    def start_link(cls, proc: Process, *given: Any, **options: Any) -> Any:
        """Request a registry that is linked to this process: ``yield`` it (``Registry.start_link/1``).

        *keys* is ``:unique`` or ``:duplicate``, *name* an atom; *partitions* is how many processes keep it (1),
        *listeners* are names of processes that are sent ``{:register, registry, key, pid, value}`` and
        ``{:unregister, registry, key, pid}``, *meta* is what :meth:`meta` knows at first. Raises ``ArgumentError``.
        """
        options = keywords(*given, **options) if given else options
        keys, name, count = options.get("keys"), named(options.get("name")), options.get("partitions", 1)
        listeners = options.get("listeners", [])
        if keys not in (UNIQUE, DUPLICATE):
            raise ArgumentError(f"expected :keys to be given and be one of :unique or :duplicate, got: {inspect(keys)}")
        if "name" not in options:
            raise ArgumentError("expected :name option to be present")
        if not isinstance(name, Atom):
            raise ArgumentError(f"expected :name to be an atom, got: {inspect(name)}")
        if not is_integer(count) or count < 1:
            raise ArgumentError(f"expected :partitions to be a positive integer, got: {inspect(count)}")
        if not isinstance(listeners, list) or not all(isinstance(named(each), Atom) for each in listeners):
            raise ArgumentError(f"expected :listeners to be a list of named processes, got: {inspect(listeners)}")
        meta = {row_key(key): value for key, value in dict(options.get("meta", {})).items()}
        proc.env.limits.check_room(count)
        table = RegistryTable(keys, name, count, [named(each) for each in listeners], meta)
        return start_supervisor(proc, RegistrySupervisor, table, name)

    @classmethod
    def child_spec(cls, *given: Any, **options: Any) -> dict[Atom, Any]:
        """Return how a supervisor starts a registry with these options.

        >>> Registry.child_spec(keys=atom.unique, name=atom.rooms)[atom.id]
        :rooms
        """
        options = keywords(*given, **options) if given else options
        start = (Registry, "start_link", [keyword_list(options)])
        return {atom.id: options.get("name", Registry), atom.start: start, atom.type: SUPERVISOR}

    # -- entries ------------------------------------------------------------------------------

    @staticmethod
    def register(proc: Process, registry: Any, key: Any, value: Any) -> tuple[Atom, Any]:
        """Register this process under *key*; return ``(:ok, keeper)`` (``Registry.register/3``).

        Where a key is unique and another process that lives has it: ``(:error, {:already_registered, pid})``.
        It is linked to the process that keeps the entry.
        """
        table = table_of(proc, named(registry))
        keeper, key, value = _keeper(proc, table), isolated(key), isolated(value)
        proc.link(keeper.pid)  # type: ignore[arg-type]
        proc.touch("table", table.name, WRITE)
        part = table.part_of_key(key) if table.keys is UNIQUE else keeper
        if table.keys is UNIQUE:
            for number, (_, pid, _) in table.entries(proc, key):
                if Process.alive(proc, pid):
                    _unlink_if_idle(proc, keeper)
                    return (atom.error, (atom.already_registered, pid))
                part.remove(key, number)
        table.numbers += 1
        part.insert(table.numbers, (key, proc.pid, value))
        keeper.held.setdefault(proc.pid, {})[table.numbers] = (part, key)
        for listener in table.listeners:
            proc.send(listener, (atom.register, table.name, key, proc.pid, value))
        return (atom.ok, keeper.pid)

    @staticmethod
    def unregister(proc: Process, registry: Any, key: Any) -> Atom:
        """Forget all that this process registered under *key*; return ``:ok`` (``Registry.unregister/2``)."""
        table = table_of(proc, named(registry), WRITE)
        keeper = _keeper(proc, table)
        _forget(proc, keeper, key, lambda value: True)
        _unlink_if_idle(proc, keeper)
        _tell_unregistered(proc, table, key)
        return atom.ok

    @staticmethod
    def unregister_match(proc: Process, registry: Any, key: Any, pattern: Any, guards: Any = ()) -> Atom:
        """Forget what this process registered under *key* with a value that matches; return ``:ok``."""
        table = table_of(proc, named(registry), WRITE)
        keeper = _keeper(proc, table)
        spec = pattern if isinstance(pattern, MatchSpec) else MatchSpec(pattern, guards)
        if _forget(proc, keeper, key, spec.holds):
            _unlink_if_idle(proc, keeper)
            _tell_unregistered(proc, table, key)
        return atom.ok

    @staticmethod
    def lookup(proc: Process, registry: Any, key: Any) -> list[tuple[Pid, Any]]:
        """Return ``(pid, value)`` of all who registered *key*, oldest first (``Registry.lookup/2``).

        One that has just ended may still be among them.
        """
        table = table_of(proc, named(registry))
        return [(pid, isolated(value)) for _, (_, pid, value) in table.entries(proc, key)]

    @staticmethod
    def values(proc: Process, registry: Any, key: Any, pid: Pid) -> list[Any]:
        """Return the values with which *pid* registered *key*, oldest first (``Registry.values/3``)."""
        return [value for holder, value in Registry.lookup(proc, registry, key) if holder == pid]

    @staticmethod
    def keys(proc: Process, registry: Any, pid: Pid) -> list[Any]:
        """Return the keys that *pid* registered, newest first, as often as it did (``Registry.keys/2``)."""
        table = table_of(proc, named(registry))
        held = table.part_of_pid(pid).held.get(pid, {})
        return [isolated(key) for _, key in held.values()][::-1]

    @staticmethod
    def count(proc: Process, registry: Any) -> int:
        """Return how many entries there are (``Registry.count/1``)."""
        return table_of(proc, named(registry)).size(proc)

    @staticmethod
    def update_value(proc: Process, registry: Any, key: Any, function: Callable[[Any], Any]) -> Any:
        """Replace the value of this process's unique *key* by ``function(value)``; return ``(new, old)``.

        ``:error`` if this process does not have it. Where *function* blocks (it gives a generator) this is a request:
        ``yield`` it (``Registry.update_value/3``).
        """
        table = _unique(proc, registry, "Registry.update_value/3 is", WRITE)
        for number, (_, pid, value) in table.entries(proc, key):
            if pid == proc.pid:
                new = function(isolated(value))
                if new.__class__ is GeneratorType:
                    return proc.perform(_replaced_later(table, key, number, pid, value, new), "update_value")
                return _replaced(table, key, number, pid, value, new)
        return atom.error

    @staticmethod
    def dispatch(proc: Process, registry: Any, key: Any, function: Any) -> Any:
        """Call ``function(entries)`` with ``(pid, value)`` of all who registered *key*, if any did; return ``:ok``.

        *function* may be ``(module, "name", args)`` for ``module.name(proc, entries, *args)``. Where it blocks (it
        is a generator) this is a request: ``yield`` it. It is called once for each partition (``Registry.dispatch/4``).
        """
        table = table_of(proc, named(registry))
        waiting = []
        for part in reversed(table.parts_with(key)):
            entries = [(pid, isolated(value)) for _, (_, pid, value) in part.entries_of(proc, key)]
            if entries:
                answer = _apply(proc, function, entries)
                if answer.__class__ is GeneratorType:
                    waiting.append(answer)
        return proc.perform(_one_by_one(waiting), "dispatch") if waiting else atom.ok

    # -- matching -----------------------------------------------------------------------------

    @staticmethod
    def match(proc: Process, registry: Any, key: Any, pattern: Any, guards: Any = ()) -> list[tuple[Pid, Any]]:
        """Return ``(pid, value)`` of those entries of *key* whose value matches (``Registry.match/4``).

        Patterns and guards are described in :mod:`simulator.otp.registry.match`.
        """
        spec = MatchSpec(pattern, guards)
        return [(pid, value) for pid, value in Registry.lookup(proc, registry, key) if spec.holds(value)]

    @staticmethod
    def count_match(proc: Process, registry: Any, key: Any, pattern: Any, guards: Any = ()) -> int:
        """Return how many entries of *key* have a value that matches (``Registry.count_match/4``)."""
        return len(Registry.match(proc, registry, key, pattern, guards))

    @staticmethod
    def select(proc: Process, registry: Any, spec: list[Any] | Selection) -> list[Any]:
        """Return what a match specification makes of the entries (``Registry.select/2``).

        *spec* is a list of ``((key, pid, value), guards, [body])``; the first that matches an entry says what
        becomes of it. The order is the BEAM's where it can be told, else that of the keys' first registration.
        """
        selection = spec if isinstance(spec, Selection) else Selection(spec, "select")
        entries = table_of(proc, named(registry)).all_entries(proc)
        return [made for entry in entries for made in selection.of(entry)]

    @staticmethod
    def count_select(proc: Process, registry: Any, spec: list[Any]) -> int:
        """Return for how many entries a match specification's body is ``true`` (``Registry.count_select/2``)."""
        selection = Selection(spec, "count_select")
        entries = table_of(proc, named(registry)).all_entries(proc)
        return sum(made is True for entry in entries for made in selection.of(entry))

    # -- metadata -----------------------------------------------------------------------------

    @staticmethod
    def put_meta(proc: Process, registry: Any, key: Any, value: Any) -> Atom:
        """Store something with the registry itself; return ``:ok`` (``Registry.put_meta/3``)."""
        table_of(proc, named(registry), WRITE).meta[row_key(key)] = value
        return atom.ok

    @staticmethod
    def meta(proc: Process, registry: Any, key: Any) -> Any:
        """Return ``(:ok, value)`` of what was stored, or ``:error`` (``Registry.meta/2``)."""
        meta, row = table_of(proc, named(registry)).meta, row_key(key)
        return (atom.ok, meta[row]) if row in meta else atom.error

    @staticmethod
    def delete_meta(proc: Process, registry: Any, key: Any) -> Atom:
        """Forget what was stored; return ``:ok`` (``Registry.delete_meta/2``)."""
        table_of(proc, named(registry), WRITE).meta.pop(row_key(key), None)
        return atom.ok

    # -- via ----------------------------------------------------------------------------------

    @staticmethod
    def whereis_name(proc: Process, term: Any) -> Pid | None:
        """Return who is called ``(registry, key)`` in a via tuple and lives, or None."""
        registry, key, _ = _via(term, "whereis_name", [term])
        table = _unique(proc, registry, ":via is")
        for _, (_, pid, _) in table.entries(proc, key):
            return pid if proc.alive(pid) else None
        return None

    @staticmethod
    def register_name(proc: Process, term: Any, pid: Pid) -> Any:
        """Give this process the name ``(registry, key)`` or ``(registry, key, value)`` of a via tuple.

        Return ``True``, or the pid that has it.
        """
        registry, key, value = _via(term, "register_name", [term, pid])
        tag, told = Registry.register(proc, registry, key, value)
        return True if tag is atom.ok else told[1]

    @staticmethod
    def unregister_name(proc: Process, term: Any) -> Atom:
        """Take away the name ``(registry, key)``."""
        registry, key, _ = _via(term, "unregister_name", [term])
        return Registry.unregister(proc, registry, key)

    @staticmethod
    def send(proc: Process, term: Any, message: Any) -> Any:
        """Send *message* to who is called ``(registry, key)``; raises ``ArgumentError`` if nobody is."""
        registry, key, _ = _via(term, "send", [term, message])
        found = Registry.lookup(proc, registry, key)
        if len(found) != 1:
            raise rejected("argument error")
        return proc.send(found[0][0], message)


def _via(term: Any, function: str, args: list[Any]) -> tuple[Any, Any, Any]:
    """Return registry, key and value of what stands in a via tuple; raises ``FunctionClauseError`` for others."""
    if term.__class__ is tuple and len(term) in (2, 3):
        return term[0], term[1], term[2] if len(term) == 3 else None
    raise no_clause("Registry", function, args, _via)


def _keeper(proc: Process, table: RegistryTable) -> Part:
    """Return the partition that this process belongs to; raises ``ArgumentError`` if nobody keeps it."""
    keeper = table.part_of_pid(proc.pid)
    if keeper.pid is None:
        raise ArgumentError(f"unknown registry: {inspect(table.name)}")
    return keeper


def _unique(proc: Process, registry: Any, what: str, access: str = READ) -> RegistryTable:
    table = table_of(proc, named(registry), access)
    if table.keys is not UNIQUE:
        raise ArgumentError(f"{what} not supported for duplicate registries")
    return table


def _forget(proc: Process, keeper: Part, key: Any, wanted: Callable[[Any], bool]) -> bool:
    """Forget this process's entries of *key* whose value is *wanted*; return whether none of them is left."""
    row = row_key(key)
    held = keeper.held.get(proc.pid, {})
    left = 0
    for number, (part, held_key) in [*held.items()]:
        if row_key(held_key) == row:
            if wanted(part.entries[row][number][2]):
                part.remove(key, number)
                del held[number]
            else:
                left += 1
    return not left


def _unlink_if_idle(proc: Process, keeper: Part) -> None:
    """Cut the link to the keeper of a process that has nothing registered there any more."""
    if not keeper.held.get(proc.pid):
        keeper.held.pop(proc.pid, None)
        proc.unlink(keeper.pid)  # type: ignore[arg-type]


def _tell_unregistered(proc: Process, table: RegistryTable, key: Any) -> None:
    for listener in table.listeners:
        proc.send(listener, (atom.unregister, table.name, key, proc.pid))


def _apply(proc: Process, function: Any, entries: list[tuple[Pid, Any]]) -> Any:
    if isinstance(function, tuple):
        module, name, args = function
        return getattr(module, str(name))(proc, entries, *args)
    return function(entries)


def _one_by_one(waiting: list[Any]) -> Steps:
    for steps in waiting:
        yield from steps
    return atom.ok


def _replaced(table: RegistryTable, key: Any, number: int, pid: Pid, value: Any, new: Any) -> tuple[Any, Any]:
    """Put a new value in the place of another; return both."""
    new = isolated(new)
    table.part_of_key(key).entries[row_key(key)][number] = (key, pid, new)
    return (new, value)


def _replaced_later(table: RegistryTable, key: Any, number: int, pid: Pid, value: Any, steps: Steps) -> Steps:
    return _replaced(table, key, number, pid, value, (yield from steps))
