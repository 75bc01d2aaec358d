"""The journal: what a run hands to its recorder that no process writes out itself."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final

from simulator.kernel.labels import Labels
from simulator.kernel.process.isolation import settled
from simulator.kernel.process.recording import Recorder
from simulator.kernel.process.relations import NONE
from simulator.kernel.process.state import UNSEEN, State
from simulator.kernel.time.clock import Clock, Policy
from simulator.kernel.words.places import OWN, calling_place
from simulator.kernel.words.reports import function_name
from simulator.terms import Pid, Reference

_TIE_SHOWN: Final = 16


class Journal(Clock):
    """A clock with a recorder beside it, or without one: then nothing is recorded, and every event is number 0."""

    __slots__ = ("_recorder", "_values", "given_labels")

    def __init__(self, policy: Policy | None, process_class: type[Any], recorder: Recorder | None) -> None:
        super().__init__(policy, process_class)
        self._recorder = recorder
        self._values: list[Any] = [] if recorder is None else recorder.values
        self.given_labels: Labels | None = None
        """What processes are to be called that this run was told of beforehand."""

    @property
    def recorded(self) -> int | None:
        """How many events were recorded; None without a recorder."""
        return None if self._recorder is None else self._recorder.seq

    def _record(self, kind: str, process: State, cause: int | None, *fields: Any) -> int:
        """Record an event that no line of the program made, and return its number."""
        recorder = self._recorder
        if recorder is None:
            return 0
        seq = recorder.seq
        recorder.seq = seq + 1
        recorder.extend((kind, seq, self._now, process.pid.number, cause, None, 0, *fields))
        if not seq & 0x3FF:
            recorder.flush()  # a turn may be very long
        return seq

    def _record_at(self, kind: str, process: State, cause: int | None, *fields: Any) -> int:
        """Record an event with the user's line that made it, and return its number."""
        recorder = self._recorder
        if recorder is None:
            return 0
        code, instruction = calling_place(self._active_proc or process, 2)
        seq = recorder.seq
        recorder.seq = seq + 1
        recorder.extend((kind, seq, self._now, process.pid.number, cause, code, instruction, *fields))
        if not seq & 0x3FF:
            recorder.flush()
        return seq

    def _label(self, process: State, cause: int | None, known: tuple[str, ...]) -> None:
        """Record what a process is to be called that is known by one of these from now on, if there is anything."""
        text = None if self.given_labels is None else self.given_labels.of(known)
        if text is not None:
            self._record("label", process, cause, text)

    def _record_for(self, pid: Pid | None, kind: str, cause: int | None, *fields: Any) -> int:
        """Record an event of a process that may be dead, or of none."""
        recorder = self._recorder
        if recorder is None:
            return 0
        seq = recorder.seq
        recorder.seq = seq + 1
        recorder.extend((kind, seq, self._now, None if pid is None else pid.number, cause, None, 0, *fields))
        return seq

    def _settled(self, term: Any) -> Any:
        """Return *term* for a record; None where there is no recorder."""
        return None if self._recorder is None else settled(term)

    def _drop(self, dest: Any, cause: int) -> None:
        """Record that a message reached nobody."""
        pid, why = (dest, "dead") if dest.__class__ is Pid else (None, "unregistered")
        if dest.__class__ is Reference:
            pid, why = dest._owner, "inactive"
        self._record_for(pid, "drop", cause, why)

    def _record_choice(self, entries: Iterable[Any], count: int, chosen: int) -> None:
        """Record which of the *count* things that can happen now comes first."""
        shown = list(islice(entries, max(_TIE_SHOWN, chosen + 1)))
        shown.insert(0, shown.pop(chosen))
        among = [entry.pid.number for entry in shown[:_TIE_SHOWN] if isinstance(entry, State)]
        if len(among) > 1:
            self._record_for(None, "tie", None, among, count)

    def _record_spawn(
        self, parent: State | None, process: State, args: tuple[Any, ...], link: bool, ref: Reference | None
    ) -> None:
        """Record that a process was made; note whether its function is the user's own."""
        recorder = self._recorder
        assert recorder is not None
        what, arity = process._function
        name = function_name(what)
        shown = [settled(arg) for arg in args] if args and arity >= 0 else ()
        cause = spawner = nth = code = None
        instruction = 0
        if parent is not None:
            relations = parent._relations or parent._related()
            if relations.children is NONE:
                relations.children = {}
            children = relations.children
            nth = children[name] = children.get(name, 0) + 1
            cause, spawner = parent._cause, parent.pid
            code, instruction = calling_place(parent, 3)
        process._cause = seq = recorder.seq
        recorder.seq = seq + 1
        values = self._values
        values += (
            "spawned", seq, self._now, process.pid, cause, code, instruction,
            spawner, name, nth, arity, shown, link, None if ref is None else ref.number,
        )  # fmt: skip
        if not seq & 0x3FF:
            recorder.flush()  # a turn may be very long
        if self.given_labels is not None:
            self._label(process, seq, (f"{name}/{arity}", name) if arity >= 0 else (name,))
        process._frame = None if OWN[process._generator.gi_code.co_filename] else UNSEEN
