"""What one process can learn of others: names, ``Process.info``, the list of processes, its dictionary.

Source of the semantics: Elixir's ``Process`` module, ``erlang:process_info/2``, ``erlang:register/2``.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from typing import Any, Final

from simulator.kernel.process.core import OVER, Core, came_by_signal
from simulator.kernel.process.relations import NONE, firing_order
from simulator.kernel.process.state import (
    ABSENT,
    ANSWERED,
    FLUSHING,
    HIBERNATE,
    INQUIRING,
    NOTHING,
    RECEIVE,
    REPLIED,
    RESCHEDULE,
    RUNNABLE,
    RUNNING,
    WAITING,
)
from simulator.kernel.words.errors import badarg, rejected
from simulator.terms import Atom, Pid, atom, inspect

_GO_ON = frozenset({NOTHING, RESCHEDULE, ANSWERED, REPLIED, FLUSHING})
REGISTERED_NAME: Final = Atom("registered_name")
_NOT_NAMES = frozenset({Atom("undefined"), Atom("nil"), Atom("true"), Atom("false")})


class FunctionClauseError(ValueError):
    """No clause of an Elixir function takes these arguments."""


class Directory(Core):
    """A process's view of the others."""

    __slots__ = ()

    # -- names --------------------------------------------------------------------------------

    def register(self, pid: Pid, name: Atom) -> bool:
        """Give *pid* a name (``Process.register/2``).

        Raises :class:`~simulator.kernel.ArgumentError` if it is dead, has a name, or the name is taken.
        """
        self._check_turn("register")
        if name.__class__ is not Atom or name in _NOT_NAMES:
            hint = f" (a name is an atom: atom.{name})" if isinstance(name, str) else ""
            raise FunctionClauseError(f"no function clause matching in Process.register/2{hint}")
        kernel = self.env
        target = pid._process if pid.__class__ is Pid else None
        if target is None or name in kernel.node.names or target._name is not None:
            raise rejected(
                f"could not register {inspect(pid)} with name {inspect(name)} because it is not alive, "
                "the name is already taken, or it has already been given another name"
            )
        kernel.node.names[name] = target
        target._related().name = name
        seq = kernel._record_at("register", target, self._cause, inspect(name))
        kernel._label(target, seq, (inspect(name),))
        return True

    def unregister(self, name: Atom) -> bool:
        """Take a name away (``Process.unregister/1``).

        Raises :class:`~simulator.kernel.ArgumentError` if nobody has it.
        """
        self._check_turn("unregister")
        target = self.env.node.names.pop(name, None)
        if target is None:
            raise badarg(1, "not a pid")
        target._related().name = None
        self.env._record_at("unregister", target, self._cause, inspect(name))
        return True

    def whereis(self, name: Atom) -> Pid | None:
        """Return the pid that has this name, or ``None`` (``Process.whereis/1``)."""
        self._check_name(name)
        target = self.env.node.names.get(name)
        return None if target is None else target.pid

    def registered(self) -> builtins.list[Atom]:
        """Return all registered names, in alphabetical order (``Process.registered/0``)."""
        return sorted(self.env.node.names)

    # -- others -------------------------------------------------------------------------------

    def alive(self, pid: Pid) -> bool:
        """Return whether a process is alive (``Process.alive?/1``); signals on their way to it act first."""
        self._check_pid(pid)
        return self._settled(pid) is not None

    def list(self) -> builtins.list[Pid]:
        """Return all processes alive, in the order of their creation (``Process.list/0``)."""
        return [process.pid for process in self.env._processes.values()]

    def info(self, pid: Pid, item: Any = None) -> Any:
        """Return what is known of a process, or ``None`` if it is dead (``Process.info/1`` and ``/2``).

        Without *item* a dict of the usual items; with an atom a pair ``(item, value)``; with a list of
        atoms a list of pairs. Raises :class:`~simulator.kernel.ArgumentError` for an unknown item.
        """
        self._check_pid(pid)
        if pid is self.pid:
            if item is not REGISTERED_NAME or self._signals is not None:
                return self.known(pid, item)
            if self._to_itself or self.env.front.sees_all:
                self._fetched, self._to_itself = self._arrived, False
            relations = self._relations  # whoever starts another asks for this
            return item, [] if relations is None or relations.name is None else relations.name
        process = self._settled(pid)
        if process is not None:
            process._fetch()
            process._to_itself = False
        return None if process is None else self.known(pid, item)

    def known(self, pid: Pid, item: Any = None) -> Any:
        """For libraries: return what :meth:`info` does, of a process that is alive and has nothing to handle first."""
        process: Any = pid._process
        if process is self and (self._to_itself or self.env.front.sees_all):
            if self._signals is not None:
                self._take_signals()
            self._fetch()
            self._to_itself = False
        if item.__class__ is Atom and item in _ITEMS:
            return item, _ITEMS[item](process)
        asked = [item] if isinstance(item, Atom) else item
        for each in asked or ():
            if each not in _ITEMS:
                raise badarg(2, "invalid item or item list")
        if item is None:
            usual = {name: _ITEMS[name](process) for name in _USUAL}
            return {name: value for name, value in usual.items() if name is not atom.registered_name or value != []}
        pairs = [(name, _ITEMS[name](process)) for name in asked]
        return pairs[0] if isinstance(item, Atom) else pairs

    def hibernates(self, pid: Pid) -> bool:
        """For libraries: return whether a process sleeps in ``:erlang.hibernate/3``."""
        process: Any = pid._process
        return process is not None and process._pending == HIBERNATE and process._status == WAITING

    def unsettled(self, pid: Pid, messages: bool) -> bool:
        """For libraries: return whether another process has signals to handle; or messages that it has not looked at.

        On the BEAM such a process is sent a signal to be asked, and answers when it has its turn.
        """
        self._check_pid(pid)
        target: Any = pid._process
        if target is None or target is self:
            return False
        if target._signals is not None:
            return True
        if target._pending == REPLIED:  # what it has asked for is there, as a message that it has not looked at
            return messages
        if target._inbox is ABSENT:
            woken = target._status == RUNNABLE and target._pending == RECEIVE and target._after not in OVER
            return woken or (messages and target._unfetched() > 0)
        return messages or came_by_signal(target._inbox)

    @property
    def unheard(self) -> bool:
        """For libraries: whether this process has signals to handle: then it gives way where it asks others."""
        return bool(self._signals)

    def inquire(self, pid: Pid, question: Callable[[], Any], giving_way: bool = False) -> Any:
        """For libraries: request what *question* returns when *pid* has its turn, None if it is dead: ``yield`` it.

        *giving_way* it goes to the end of the run queue at once, and finds the answer there when it has its turn.
        """
        self._request(INQUIRING)
        self._answer = (pid, question, giving_way)
        return self

    def _settled(self, pid: Pid) -> Directory | None:
        """Return the process after the signals that already reached it have acted; None if it is dead."""
        process: Directory | None = pid._process
        if process is None or process is self:
            return process
        if process._signals is not None and not process._take_signals():
            return None
        return process

    # -- the process dictionary ---------------------------------------------------------------

    def put(self, key: Any, value: Any) -> Any:
        """Store *value* in the process dictionary and return what was there, or ``None`` (``Process.put/2``)."""
        relations = self._relations or self._related()
        if relations.dictionary is NONE:
            relations.dictionary = {}
        dictionary = relations.dictionary
        old = dictionary.get(key)
        dictionary[key] = value
        return old

    def remember(self, items: Mapping[Any, Any]) -> None:
        """For libraries: store all of *items* in the process dictionary, in their order."""
        relations = self._relations or self._related()
        if relations.dictionary is NONE:
            relations.dictionary = {}
        relations.dictionary.update(items)

    def get(self, key: Any, default: Any = None) -> Any:
        """Return what the process dictionary holds for *key*, or *default* (``Process.get/2``)."""
        return default if self._relations is None else self._relations.dictionary.get(key, default)

    def delete(self, key: Any) -> Any:
        """Remove *key* from the process dictionary and return what was there, or ``None`` (``Process.delete/1``)."""
        return None if self._relations is None else self._relations.dictionary.pop(key, None)

    @property
    def dictionary_size(self) -> int:
        """How many keys the process dictionary has."""
        return 0 if self._relations is None else len(self._relations.dictionary)

    def get_keys(self) -> builtins.list[Any]:
        """Return the keys of the process dictionary, in the order of their making (``Process.get_keys/0``)."""
        return [] if self._relations is None else [*self._relations.dictionary]


def _status(process: Core) -> Atom:
    if process._status == RUNNING:
        return atom.running
    if process._status != RUNNABLE or (process._pending not in _GO_ON and process._inbox is ABSENT):
        return atom.waiting  # it has its turn for signals alone
    return atom.runnable


def _messages(process: Core) -> list[Any]:
    first = [] if process._inbox is ABSENT else [process._inbox]
    seen = process._answer if first and isinstance(process._answer, int) else 0
    waiting = [*process._mailbox] if process._mailbox else []
    return waiting[:seen] + first + waiting[seen : len(waiting) - process._unfetched()]


def _links(process: Core) -> list[Pid]:
    links = {} if process._relations is None else process._relations.links
    return [links[number] for number in firing_order(links)[::-1]]


def _monitors(process: Core) -> list[tuple[Atom, Any]]:
    monitors = {} if process._relations is None else process._relations.monitors
    watched = (monitors[number] for number in firing_order(monitors)[::-1])
    return [(atom.process, called) for pid, called, *_ in watched if pid is not None]


def _monitored_by(process: Core) -> list[Pid]:
    return (
        [] if process._relations is None else [watcher for watcher, _ in process._relations.monitored_by.values()][::-1]
    )


_ITEMS: dict[Atom, Callable[[Any], Any]] = {
    atom.registered_name: lambda process: [] if process._name is None else process._name,
    atom.initial_call: lambda process: process.function,
    atom.status: _status,
    atom.message_queue_len: lambda process: len(_messages(process)) + (process._pending == REPLIED),
    atom.messages: _messages,
    atom.links: _links,
    atom.monitors: _monitors,
    atom.monitored_by: _monitored_by,
    atom.dictionary: lambda process: [] if process._relations is None else [*process._relations.dictionary.items()],
    atom.trap_exit: lambda process: process._relations is not None and process._relations.trap_exit,
}
_USUAL = (
    atom.registered_name,
    atom.initial_call,
    atom.status,
    atom.message_queue_len,
    atom.links,
    atom.dictionary,
    atom.trap_exit,
)
