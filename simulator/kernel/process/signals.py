"""Signals other than messages: what a process does to be linked, to watch others, and to end itself or them.

Source of the semantics: the Erlang reference manual, "Processes" (process termination, links, error
handling, monitors, aliases). What becomes of a signal: :mod:`simulator.kernel.process.arrivals`.
"""

from __future__ import annotations

from typing import Any

from simulator.kernel.process.core import Core
from simulator.kernel.process.isolation import isolated
from simulator.kernel.process.kinds import (
    DEMONITOR,
    DEMONITOR_ALIAS,
    DOWN,
    EXIT,
    EXIT_TAG,
    EXPLICIT_UNALIAS,
    LINK,
    MONITOR,
    NODE,
    NOPROC,
    PROCESS_TAG,
    UNLINK,
)
from simulator.kernel.process.patterns import DOWN_TAG
from simulator.kernel.words.errors import ErlangError, Exit, Throw, badarg
from simulator.terms import Atom, Pid, Reference, atom, inspect


class Signalling(Core):
    """A process's side of links, monitors and exits."""

    __slots__ = ()

    # -- what a process does ------------------------------------------------------------------

    def exit(self, *args: Any) -> bool:
        """``proc.exit(reason)`` ends this process; ``proc.exit(pid, reason)`` sends an exit signal.

        The signal ends *pid* unless the reason is ``:normal`` or *pid* traps exits; ``:kill`` cannot
        be trapped and becomes ``:killed``. Raises :class:`Exit` (``exit/1``), or
        :class:`~simulator.kernel.ArgumentError` if *pid* is none (``erlang:exit/1``, ``exit/2``).
        """
        if len(args) == 1:
            raise Exit(args[0])
        if len(args) != 2:
            raise TypeError(f"exit takes a reason, or a pid and a reason, not {len(args)} arguments")
        pid, reason = args
        kernel = self.env
        self._check_turn("exit")
        self._check_pid(pid)
        tag = kernel._record_at(
            "signal", self, self._cause, pid.number, kernel._settled(reason), "exit",
            kernel._settled((EXIT_TAG, self.pid, reason))
        )  # fmt: skip
        if pid == self.pid:
            self._exit_itself(reason, tag)
        elif pid._process is not None:
            self._reach(pid._process, (EXIT, self.pid, isolated(reason), False, tag))
        elif kernel._held is not None and kernel._held.about == pid:
            kernel._release()
        return True

    def throw(self, value: Any) -> None:
        """Throw *value*: caught by an enclosing ``except Throw``, else the process ends with ``:nocatch``."""
        raise Throw(value)

    def error(self, reason: Any) -> None:
        """Raise the Erlang error *reason* (``:erlang.error/1``)."""
        raise ErlangError(reason)

    def flag(self, flag: Atom, value: bool) -> bool:
        """Set ``:trap_exit`` and return its old value (``Process.flag/2``); no other flag is supported."""
        self._check_turn("flag")
        if flag is not atom.trap_exit:
            raise badarg(1, "invalid process flag")
        if not isinstance(value, bool):
            raise badarg(2, "invalid value for this process flag")
        relations = self._related()
        old, relations.trap_exit = relations.trap_exit, value
        self.env._record_at("flag", self, self._cause, flag.name, inspect(value))
        return old

    def link(self, pid: Pid) -> bool:
        """Link this process and *pid*: when one ends, an exit signal reaches the other (``Process.link/1``).

        Raises :class:`~simulator.kernel.ErlangError` with ``:noproc`` if *pid* is dead; where this
        process traps exits, it gets an ``{:EXIT, pid, :noproc}`` message instead.
        """
        self._check_turn("link")
        self._check_pid(pid)
        if pid == self.pid:
            return True
        target = pid._process
        kernel = self.env
        relations = self._related()
        if target is None:
            if not relations.trap_exit:
                raise ErlangError(NOPROC)
            tag = kernel._record_at("link", self, self._cause, pid.number)
            self._take_in((EXIT_TAG, pid, NOPROC), tag)
            return True
        if pid.number not in relations.links:
            relations.link(pid)
            tag = kernel._record_at("link", self, self._cause, pid.number)
            self._reach(target, (LINK, self.pid, tag))
        return True

    def unlink(self, pid: Pid) -> bool:
        """Remove the link to *pid*; no exit signal of it arrives after this (``Process.unlink/1``)."""
        self._check_turn("unlink")
        self._check_pid(pid)
        relations = self._relations
        if relations is not None and pid.number in relations.links:
            del relations.links[pid.number]
            tag = self.env._record_at("unlink", self, self._cause, pid.number)
            if pid._process is not None:
                self._reach(pid._process, (UNLINK, self.pid, tag))
        return True

    def monitor(self, item: Pid | Atom, alias: bool | Atom = False, tag: Any = DOWN_TAG) -> Reference:
        """Watch a pid or a registered name: when it ends, one ``{:DOWN, ref, :process, item, reason}`` comes.

        For one that is dead or not registered it comes at once, with ``:noproc`` (``Process.monitor/1``).
        With *alias* the reference is also an address for messages to this process, for as long as the
        monitor lasts: what is sent to it later is dropped. ``atom.reply_demonitor`` lets the first message end
        both, ``atom.explicit_unalias`` lets the address last until :meth:`unalias`. What comes begins with *tag*
        in the place of ``:DOWN`` (``erlang:monitor/3``).
        """
        self._check_turn("monitor")
        kernel = self.env
        called: Any = item
        name: str | None = None
        if isinstance(item, Pid):
            target = item._process
        else:
            self._check_name(item)
            target, called, name = kernel.node.names.get(item), (item, NODE), inspect(item)
        ref = self.make_ref()
        how = (DEMONITOR_ALIAS if alias is True else alias) or None
        cause = kernel._record_at(
            "monitor", self, self._cause, ref.number,
            item.number if isinstance(item, Pid) else None if target is None else target.pid.number, name
        )  # fmt: skip
        if target is self:
            return ref
        pid = target.pid if target is not None else item if isinstance(item, Pid) else None
        entry = (pid, called, how)
        self._related().watch(ref.number, entry if tag is DOWN_TAG else (*entry, tag))
        if target is None:
            message = (tag, ref, PROCESS_TAG, called, NOPROC)
            if pid is None:  # nobody has the name: it is told so at once, and sees it when it next looks at its signals
                self._accept((DOWN, ref, message, self._record_noproc(pid, ref, message, cause)))
            else:

                def be_told() -> None:
                    self._accept((DOWN, ref, message, self._record_noproc(pid, ref, message, cause)))

                kernel._hold(be_told, pid)
        else:
            self._reach(target, (MONITOR, self.pid, ref, cause))
        return ref

    def demonitor(self, ref: Reference, flush: bool = False, info: bool = False) -> bool:
        """End a monitor (``Process.demonitor/2``); no DOWN of it arrives after this.

        With *flush* a DOWN that already waits in the mailbox is removed. With *info* the answer says
        whether the monitor was still there.
        """
        self._check_turn("demonitor")
        if not isinstance(ref, Reference):
            raise badarg(1, "not a reference")
        relations = self._relations
        entry = relations.monitors.pop(ref.number, None) if relations is not None else None
        known = False
        if entry is not None or flush:
            self.env._record_at("demonitor", self, self._cause, ref.number, flush)
            if entry is not None and entry[0] is not None and entry[0]._process is not None:
                self._reach(entry[0]._process, (DEMONITOR, ref.number))
            if entry is not None:
                self._keep_alias(ref.number, entry[2])
                known = entry[1] is not None
        if not known and flush:
            self._fetch()
            self._flush_down(ref)
        return known if info else True

    def watches(self, ref: Reference) -> bool:
        """For libraries: return whether a monitor of this process has not ended yet."""
        entry = None if self._relations is None else self._relations.monitors.get(ref.number)
        return entry is not None and entry[1] is not None

    def make_ref(self) -> Reference:
        """Return a reference that is unique in this run (``make_ref/0``)."""
        kernel = self.env
        kernel._references += 1
        return Reference(kernel._references, self.pid, self._arrived)

    def alias(self, how: Atom = EXPLICIT_UNALIAS) -> Reference:
        """Return a reference that is an address of this process until :meth:`unalias` (``Process.alias/1``).

        With ``atom.reply`` it is one for a single message.
        """
        self._check_turn("alias")
        ref = self.make_ref()
        self._related().watch(ref.number, (None, None, how))
        return ref

    def unalias(self, ref: Reference) -> bool:
        """Let *ref* be an address no more; return whether it was one (``Process.unalias/1``)."""
        self._check_turn("unalias")
        if not isinstance(ref, Reference):
            raise badarg(1, "not a reference")
        monitors = self._related().monitors
        pid, called, how = monitors.get(ref.number, (None, None, None))
        if how is None:
            return False
        if pid is None:
            del monitors[ref.number]
        else:
            monitors[ref.number] = (pid, called, None)
        return True

    def _flush_down(self, ref: Reference) -> None:
        """Remove the DOWN message of *ref* from the mailbox, if it is there; it is no older than the reference."""
        box = self._mailbox
        if not box:
            return
        last = box[-1]
        if last.__class__ is tuple and len(last) == 5 and last[1] is ref and last[0] is DOWN_TAG:
            box.take(len(box) - 1)
            return
        index = box.find_down(ref, max(0, len(box) - (self._arrived - ref._mark)) if ref._owner is self.pid else 0)
        if index >= 0:
            box.take(index)
