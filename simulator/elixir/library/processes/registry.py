"""Elixir's ``Registry``, which is :class:`simulator.otp.Registry` for Elixir's terms."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.library.processes.children import specification_of
from simulator.elixir.library.processes.servers import checked_options, settled
from simulator.elixir.library.processes.task import work
from simulator.elixir.runtime.bridge import FALSE, NIL, TRUE, from_python, is_function, nilled
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.values.match_specs import ANYTHING, clauses, made_of
from simulator.elixir.runtime.world import current
from simulator.otp.registry.match import MatchSpec, Selection
from simulator.otp.registry.registry import Registry
from simulator.otp.registry.table import Part, table_of
from simulator.otp.task.task import Task
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, to_list

_OK = atom.ok


def start_link(opts: Any) -> Any:
    """``Registry.start_link/1``"""
    given = checked_options(opts)
    known: dict[str, Any] = {key: given[key] for key in ("keys", "name", "partitions") if key in given}
    if given.get("keys") not in (atom.unique, atom.duplicate):
        shown = inspect(given.get("keys", NIL))
        problem = f"expected :keys to be given and be one of :unique or :duplicate, got: {shown}"
        raise error("ArgumentError", message=problem)
    if "listeners" in given:
        known["listeners"] = _listed(given["listeners"], "listeners", "list of named processes")
    if "meta" in given:
        known["meta"] = _listed(given["meta"], "meta", "keyword list")
    if given.get("compressed", FALSE) not in (TRUE, FALSE):
        problem = f"expected :compressed to be a boolean, got: {inspect(given['compressed'])}"
        raise error("ArgumentError", message=problem)
    return (yield from settled(Registry.start_link(current(), **known)))


def _listed(given: Any, name: str, wanted: str) -> list[Any]:
    """Return an option that is a list; raises ``ArgumentError`` for one that is none."""
    if not is_list(given):
        raise error("ArgumentError", message=f"expected :{name} to be a {wanted}, got: {inspect(given)}")
    return list(to_list(given))


def start_link_older(keys: Any, name: Any) -> Any:
    """``Registry.start_link/2``, which is deprecated."""
    return (yield from start_link(from_list([(atom.keys, keys), (atom.name, name)])))


def child_spec(opts: Any) -> Any:
    """``Registry.child_spec/1``"""
    return specification_of("Registry", opts, checked_options(opts).get("name"), type=atom.supervisor)


def register(registry: Any, key: Any, value: Any) -> Any:
    """``Registry.register/3``"""
    return Registry.register(current(), registry, key, value)


def unregister(registry: Any, key: Any) -> Any:
    """``Registry.unregister/2``"""
    return Registry.unregister(current(), registry, key)


def unregister_match(registry: Any, key: Any, pattern: Any) -> Any:
    """``Registry.unregister_match/3``"""
    return unregister_match_if(registry, key, pattern, EMPTY)


def unregister_match_if(registry: Any, key: Any, pattern: Any, guards: Any) -> Any:
    """``Registry.unregister_match/4``"""
    return Registry.unregister_match(current(), registry, key, Entries(key, pattern, guards))


def lookup(registry: Any, key: Any) -> Any:
    """``Registry.lookup/2``"""
    return from_python(Registry.lookup(current(), registry, key))


def values(registry: Any, key: Any, pid: Any) -> Any:
    """``Registry.values/3``"""
    return from_python(Registry.values(current(), registry, key, pid))


def keys(registry: Any, pid: Any) -> Any:
    """``Registry.keys/2``"""
    return from_list(Registry.keys(current(), registry, pid))


def count(registry: Any) -> int:
    """``Registry.count/1``"""
    return Registry.count(current(), registry)


def update_value(registry: Any, key: Any, function: Any) -> Any:
    """``Registry.update_value/3``"""
    proc = current()
    answer = Registry.update_value(proc, registry, key, function)
    return (yield answer) if answer is proc else answer


def match(registry: Any, key: Any, pattern: Any) -> Any:
    """``Registry.match/3``"""
    return match_if(registry, key, pattern, EMPTY)


def match_if(registry: Any, key: Any, pattern: Any, guards: Any) -> Any:
    """``Registry.match/4``"""
    return from_python(_matching(registry, key, pattern, guards))


def _matching(registry: Any, key: Any, pattern: Any, guards: Any) -> list[tuple[Any, Any]]:
    wanted = Entries(key, pattern, guards)
    return [entry for entry in Registry.lookup(current(), registry, key) if wanted.take(entry)]


def count_match(registry: Any, key: Any, pattern: Any) -> int:
    """``Registry.count_match/3``"""
    return count_match_if(registry, key, pattern, EMPTY)


def count_match_if(registry: Any, key: Any, pattern: Any, guards: Any) -> int:
    """``Registry.count_match/4``"""
    return len(_matching(registry, key, pattern, guards))


def select(registry: Any, spec: Any) -> Any:
    """``Registry.select/2``"""
    return from_list(Registry.select(current(), registry, Selected(spec, "select")))


def count_select(registry: Any, spec: Any) -> int:
    """``Registry.count_select/2``"""
    return sum(made is TRUE for made in Registry.select(current(), registry, Selected(spec, "count_select")))


class Entries(MatchSpec):
    """The entries of a key whose values match a pattern, and of which guards are true."""

    __slots__ = ("clauses", "key")

    def __init__(self, key: Any, pattern: Any, guards: Any) -> None:
        super().__init__(pattern, guards)
        self.key = key
        self.clauses: list[Any] = [((ANYTHING, (ANYTHING, pattern)), list(to_list(guards)), [])]

    def take(self, entry: tuple[Any, Any]) -> bool:
        """Return whether ``{pid, value}`` is one of them."""
        pid, value = entry
        return made_of(self.clauses, (self.key, (pid, nilled(value)))) is not None

    def holds(self, value: Any) -> bool:
        """Return whether the calling process's own entry is one of them."""
        return self.take((current().pid, value))


class Selected(Selection):
    """What a match specification makes of entries."""

    __slots__ = ("clauses",)

    def __init__(self, spec: Any, function: str) -> None:
        super().__init__([], function)
        self.clauses: list[Any] = []
        for each in to_list(spec):
            head = each[0] if each.__class__ is tuple and len(each) == 3 else None
            if head.__class__ is not tuple or len(head) != 3:
                problem = f"invalid match specification in Registry.{function}/2: {inspect(spec)}"
                raise error("ArgumentError", message=problem)
        for (key, pid, value), guards, body in clauses(spec):
            self.clauses.append(((key, (pid, value)), guards, body))

    def of(self, entry: Any) -> list[Any]:
        """Return what the first clause that takes an entry makes of it, in a list; an empty one if none does."""
        key, pid, value = entry
        return list(made_of(self.clauses, (key, (pid, nilled(value)))) or ())


def put_meta(registry: Any, key: Any, value: Any) -> Any:
    """``Registry.put_meta/3``"""
    return Registry.put_meta(current(), registry, key, value)


def meta(registry: Any, key: Any) -> Any:
    """``Registry.meta/2``"""
    return Registry.meta(current(), registry, key)


def delete_meta(registry: Any, key: Any) -> Any:
    """``Registry.delete_meta/2``"""
    return Registry.delete_meta(current(), registry, key)


def whereis_name(term: Any) -> Any:
    """``Registry.whereis_name/1``"""
    found = Registry.whereis_name(current(), term)
    return Atom("undefined") if found is None else found


def register_name(term: Any, pid: Any) -> Any:
    """``Registry.register_name/2``"""
    return Atom("yes") if Registry.register_name(current(), term, pid) is True else Atom("no")


def unregister_name(term: Any) -> Any:
    """``Registry.unregister_name/1``"""
    return Registry.unregister_name(current(), term)


def send(term: Any, message: Any) -> Any:
    """``Registry.send/2``"""
    return Registry.send(current(), term, message)


def dispatch(registry: Any, key: Any, function: Any) -> Any:
    """``Registry.dispatch/3``"""
    return (yield from dispatch_with(registry, key, function, EMPTY))


def dispatch_with(registry: Any, key: Any, function: Any, opts: Any) -> Any:
    """``Registry.dispatch/4``"""
    if not is_function(function, 1) and not (function.__class__ is tuple and len(function) == 3):
        raise function_clause("Registry", "dispatch", 4, [registry, key, function, opts])
    proc = current()
    table = table_of(proc, registry)
    if table.keys is atom.duplicate and len(table.parts) > 1 and checked_options(opts).get("parallel") is TRUE:
        started = [Task.async_(proc, work("async", _beside(part, key, function))) for part in reversed(table.parts)]
        for task in started:
            yield Task.await_(proc, task, atom.infinity)
        return _OK
    batches: list[Any] = []
    Registry.dispatch(proc, registry, key, batches.append)
    for batch in batches:
        yield from _handed(function, batch)
    return _OK


def _beside(part: Part, key: Any, function: Any) -> Any:
    """Return the function of the task that dispatches the entries of a partition."""
    parent = current().pid

    def dispatch_parallel() -> Any:
        proc = current()
        entries = [(pid, value) for _, (_, pid, value) in part.entries_of(proc, key)]
        if entries:
            yield from _handed(function, entries)
        proc.unlink(parent)
        return _OK

    dispatch_parallel.__qualname__ = "Registry.-dispatch_parallel/4-fun-0-"
    return dispatch_parallel


def _handed(function: Any, batch: list[Any]) -> Any:
    """Hand entries to the function that is dispatched with."""
    entries = from_list(batch)
    if function.__class__ is tuple:
        module, name, args = function
        answer = call(module, name.name, [entries, *to_list(args)])
    else:
        answer = function(entries)
    if answer.__class__ is GeneratorType:
        yield from answer


FUNCTIONS = {
    "child_spec/1": child_spec, "register/3": register, "unregister/2": unregister,
    "unregister_match/3": unregister_match, "unregister_match/4": unregister_match_if, "lookup/2": lookup,
    "values/3": values, "keys/2": keys, "count/1": count, "match/3": match,
    "match/4": match_if, "count_match/3": count_match, "count_match/4": count_match_if, "select/2": select,
    "count_select/2": count_select, "put_meta/3": put_meta, "meta/2": meta, "delete_meta/2": delete_meta,
    "whereis_name/1": whereis_name, "register_name/2": register_name, "unregister_name/1": unregister_name,
    "send/2": send,
}  # fmt: skip
BLOCKING = {
    "start_link/1": start_link, "start_link/2": start_link_older, "dispatch/3": dispatch, "dispatch/4": dispatch_with,
    "update_value/3": update_value,
}  # fmt: skip
