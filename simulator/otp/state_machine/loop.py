"""The process of a state machine: it takes one event after the other, and calls its module back for each.

Source of the semantics: OTP 25's ``gen_statem``.
"""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from types import GeneratorType
from typing import Any, Final

from simulator.kernel import ABSENT, ANY, ErlangError, Exit, Process, ScenarioError, Throw
from simulator.otp.server.callbacks import NO_STATE, callback_name, first, record_callback, run_callback
from simulator.otp.server.crash import Crash, is_ordinary
from simulator.otp.server.crash_report import crash_report
from simulator.otp.server.debug import Watch
from simulator.otp.server.gen import CALL, CAST, Steps, found_by, module_name
from simulator.otp.server.start import ANCESTORS, EXIT, acknowledge, fail, family, parent_of, register, unregister
from simulator.otp.server.system import SYSTEM, handle_system
from simulator.otp.state_machine.errors import BadReturn, Fault, missing, no_clause, not_an_atom, raised, report_machine
from simulator.otp.state_machine.moves import (
    KEEP_STATE,
    KEEP_STATE_AND_DATA,
    NEXT_STATE,
    POSTPONE,
    REPEAT_STATE,
    REPEAT_STATE_AND_DATA,
    TIMEOUT,
    Event,
    Moves,
    Stopped,
    listed,
)
from simulator.terms import Atom, Pid, atom
from simulator.terms.order import sort_exactly

ENTER: Final = atom.enter
INFO: Final = atom.info
CALLED: Final = atom.call
CASTED: Final = atom.cast
STATE_FUNCTIONS: Final = atom.state_functions
HANDLE_EVENT_FUNCTION: Final = atom.handle_event_function
HANDLE_EVENT: Final = atom.handle_event
STATE_ENTER: Final = atom.state_enter
UNDEFINED: Final = atom.undefined


def serve(
    proc: Process,
    starter: Pid,
    name: Any,
    module: Any,
    arg: Any,
    behaviour: type,
    hibernate_after: int | None = None,
) -> Steps:
    """Be a state machine: register, initialise, acknowledge, and take events until the end."""
    taken = yield from found_by(register(proc, name))
    if taken is not True:
        acknowledge(proc, starter, (atom.error, (atom.already_started, taken)))
        return
    proc.put(atom("$initial_call"), (module_name(module), atom.init, 1))
    proc.put(ANCESTORS, family(proc, starter))
    machine = Machine(proc, module, name, parent_of(proc, starter), behaviour)
    result, failure = yield from machine.call_back("init", (arg,))
    if failure is not None:
        yield from _give_up(machine, starter, Crash(proc, failure))
    match result:
        case (atom.ok, state, data):
            actions: Any = []
        case (atom.ok, state, data, actions):
            pass
        case (atom.stop, reason):
            yield from fail(proc, starter, name, reason)
        case atom.ignore:
            yield from found_by(unregister(proc, name))
            acknowledge(proc, starter, atom.ignore)
            return
        case _:
            bad = (atom.bad_return_from_init, result)
            yield from _give_up(machine, starter, Crash(proc, Exit(bad)))
    acknowledge(proc, starter, (atom.ok, proc.pid))
    machine.state, machine.data = state, data
    yield from machine.run(actions, hibernate_after)


def _give_up(machine: Machine, starter: Pid, crash: Crash) -> Steps:
    """End a machine that could not start; its starter hears the reason without the stack."""
    yield from report_machine(machine, crash, [])
    try:
        yield from fail(machine.proc, starter, machine.name, raised(crash))
    except Exit:
        raise Exit(crash.reason) from None


_AT_ONCE: Final = 4_000
"""Events of its own making that a machine takes before others have their turn, as the kernel gives them theirs."""


class Machine(Moves):
    """A state machine while it runs: its module, its parent, and how it comes to its end."""

    __slots__ = ("behaviour", "functions", "mode", "module", "name", "parent")
    kind = atom.gen_statem
    debug: Watch | None = None
    """None: nobody watches its events; :sys is refused that."""

    def __init__(self, proc: Process, module: Any, name: Any, parent: Pid | None, behaviour: type) -> None:
        super().__init__(proc)
        self.module = module
        self.name = name
        self.parent = parent
        self.behaviour = behaviour
        self.mode = atom.undefined
        self.functions: dict[str, Callable[..., Any]] = {}  # the callbacks found so far

    def run(self, actions: Any, idle: int | None) -> Steps:
        """Learn the callback mode, enter the first state, and take events until the end.

        After *idle* milliseconds without a message it hibernates.
        """
        self.begin()
        mode, failure = yield from self.call_back("callback_mode", ())
        if failure is None:
            try:
                self._set_mode(mode)
                self.move(True, [*listed(actions), (POSTPONE, False)], False)
            except Fault as fault:
                failure = BadReturn(fault.reason, self.module, None)
        if failure is not None:
            yield from self.terminate(Crash(self.proc, failure), [self.event])
        proc, by_state = self.proc, self.mode is STATE_FUNCTIONS
        receive, functions = proc.receive, self.functions
        recording, left = proc.recording, _AT_ONCE
        while True:
            if not left:
                left = _AT_ONCE
                yield proc.give_way(_AT_ONCE)
            left -= 1
            if self.late:
                yield receive((TIMEOUT, self.late.pop(), ANY))
                continue
            entering = self.entering
            if entering:
                kind, content = ENTER, self.state
            else:
                if self.queue:
                    event: Event | None = self.queue.popleft()
                elif self.zeros:
                    event = self.zero()
                else:
                    message: Any = ABSENT
                    left = _AT_ONCE
                    if idle is not None and not self.hibernating:
                        message = yield receive(after=idle)
                    if self.hibernating or message is None:
                        yield proc.hibernate()
                    if message is None or message is ABSENT:
                        message = yield receive()
                    if message.__class__ is tuple and len(message) == 2 and message[0] is CAST:
                        event = (CASTED, message[1])
                    else:
                        event = self._event_of(message)
                    if event is None and message[0] is SYSTEM:
                        yield from handle_system(self, message)
                        continue
                    if event is None:
                        yield from self.told_to_end(message[2])
                assert event is not None
                self.event = event
                self.begin()
                kind, content = event
            # The callback is called here, not in call_back: one generator less for each event.
            failure = function = None
            try:
                wanted = self.next_state
                args: tuple[Any, ...] = (kind, content, self.next_data)
                if not by_state:
                    wanted, args = HANDLE_EVENT, (kind, content, wanted, self.next_data)
                function = functions.get(wanted.name) if wanted.__class__ is Atom else None
                if function is None:
                    function = functions[wanted.name] = self.function(wanted, args)
                if recording:
                    result = yield from self._recorded(function, args, self._moved)
                else:
                    result = function(proc, *args)
                    if result.__class__ is GeneratorType:
                        result = yield from result
                if result is None:
                    failure = no_clause(self.module, function, args)
            except Throw as thrown:
                result = thrown.value
            except ScenarioError:
                raise
            except (Exception, Exit) as wrong:
                failure = wrong
            if failure is None and (self.postponed or self.enters or not self.settle_plainly(result)):
                failure = self._settle(function, result, entering)
            if failure is not None:
                yield from self.terminate(Crash(proc, failure), [self.event, *self.queue])

    def seen(self) -> Any:
        """Return state and data, as who looks from outside is told them."""
        return (self.state, self.data)

    def replace(self, state: Any) -> None:
        """Take another state, and other data."""
        if state.__class__ is not tuple or len(state) != 2:
            raise ErlangError((atom.badmatch, state))
        self.state, self.data = state

    def status(self) -> dict[Atom, Any]:
        """Return what ``format_status/1`` is given."""
        timers = [(kind, self.timers[kind][2]) for kind in reversed(sort_exactly(self.timers))]
        return {
            atom.state: self.state, atom.data: self.data, atom.timeouts: timers,
            atom.postponed: [*reversed(self.postponed)], atom.log: [],
        }  # fmt: skip

    def looks(self) -> list[Any]:
        """Return what ``format_status/2`` is given after the process dictionary."""
        return [self.state, self.data]

    def lines(self, status: dict[Atom, Any]) -> list[tuple[str, Any]]:
        """Return what is told of the machine besides state and data."""
        return [
            ("Modules", [module_name(self.module)]), ("Time-outs", (len(self.timers), status[atom.timeouts])),
            ("Logged Events", status[atom.log]), ("Postponed", status[atom.postponed]),
        ]  # fmt: skip

    def shown(self, status: dict[Atom, Any], instead: Any) -> Any:
        """Return what is told as its state and its data, or *instead* of the data."""
        return (status[atom.state], status[atom.data] if instead is None else instead)

    def change_code(self, version: Any, extra: Any) -> Steps:
        """Let ``code_change`` change state and data; return ``:ok``, or what it returned instead."""
        args = (version, self.state, self.data, extra)
        function = self.function(Atom("code_change"), args)
        try:
            result = yield from run_callback(self.proc, function, args)
        except Throw as thrown:
            result = thrown.value
        if result is None:
            raise no_clause(self.module, function, args)
        if result.__class__ is tuple and result and result[0] is atom.ok:
            if len(result) == 2:
                raise ErlangError((atom.case_clause, result))
            if len(result) == 3:
                self.state, self.data = result[1:]
                return atom.ok
        return result

    def told_to_end(self, reason: Any) -> Steps:
        """End because a system message says so, or the parent does."""
        return self.terminate(Crash(self.proc, Exit(reason)), [])

    def _settle(self, function: Any, result: Any, entering: bool) -> BaseException | None:
        """Do what a callback's return value asks for; return why the machine has to end, if it has to."""
        try:
            self.settle(result, entering)
        except Stopped as stopped:
            failure: BaseException = Exit(stopped.reason)
        except Fault as fault:
            failure = BadReturn(fault.reason, self.module, function)
        else:
            return None
        self.state, self.data = self.next_state, self.next_data
        return failure

    def _set_mode(self, result: Any) -> None:
        """Take what ``callback_mode`` returned."""
        for each in listed(result):
            if each is STATE_FUNCTIONS or each is HANDLE_EVENT_FUNCTION:
                self.mode = each
            elif each is STATE_ENTER:
                self.enters = True
            else:
                raise Fault(atom.bad_return_from_callback_mode, result)
        if self.mode is UNDEFINED:
            raise Fault(atom.bad_return_from_callback_mode, result)

    def _event_of(self, message: Any) -> Event | None:
        """Return the event that a message other than a cast is; None for one that ends the machine."""
        if message.__class__ is not tuple or not 2 <= len(message) <= 3:
            return (INFO, message)
        tag = message[0]
        if len(message) == 2:
            return (INFO, message)
        if tag is CALL:
            return ((CALLED, message[1]), message[2])
        if tag is TIMEOUT:
            return self.timed_out(message) or (INFO, message)
        if tag is SYSTEM or (tag is EXIT and message[1] == self.parent):
            return None
        return (INFO, message)

    # -- callbacks ----------------------------------------------------------------------------

    def function(self, name: Any, args: tuple[Any, ...]) -> Callable[..., Any]:
        """Return a callback of the module: that of a state, or another; raises for one that is not there."""
        if name.__class__ is not Atom:
            raise not_an_atom()
        found: Callable[..., Any] | None = self._found(f"{name.name}_" if iskeyword(name.name) else name.name)
        if found is None:
            raise missing(self.module, name.name, args)
        return found

    def _found(self, name: str) -> Any:
        """Return what the module itself defines by a name, and not the behaviour that it is derived from."""
        for base in self.module.__mro__:
            if base is not self.behaviour and base is not object and name in base.__dict__:
                return getattr(self.module, name)
        return None

    def call_back(self, name: str, args: tuple[Any, ...]) -> Steps:
        """Call a callback that is for no event; return what it returned, and what it raised."""
        try:
            function = self.function(Atom(name), args)
            if self.proc.recording and name != "callback_mode":
                result = yield from self._recorded(function, args, _begun if name == "init" else None)
            else:
                result = yield from run_callback(self.proc, function, args)
            if result is None and name != "terminate":
                return None, no_clause(self.module, function, args)
        except Throw as thrown:
            return thrown.value, None
        except ScenarioError:
            raise
        except (Exception, Exit) as failure:
            return None, failure
        return result, None

    def _recorded(
        self, function: Callable[..., Any], args: tuple[Any, ...], moved: Callable[[Any], Any] | None
    ) -> Steps:
        """Call a callback between its events of the trace; a new state is told there, data and actions are not."""
        name = callback_name(self.module, function.__name__)
        given = None if moved is _begun else lambda: (self.next_state, self.next_data)
        return record_callback(self.proc, name, function, args, given, moved, _told)

    def _moved(self, result: Any) -> Any:
        """Return the state and the data that a callback's return value leads to."""
        if result.__class__ is tuple and len(result) > 1:
            if result[0] is NEXT_STATE and len(result) > 2:
                return result[1:3]
            if result[0] is KEEP_STATE or result[0] is REPEAT_STATE:
                return (self.next_state, result[1])
        tag = result[0] if result.__class__ is tuple and result else result
        if tag is KEEP_STATE_AND_DATA or tag is REPEAT_STATE_AND_DATA:
            return (self.next_state, self.next_data)
        return NO_STATE

    # -- the end ------------------------------------------------------------------------------

    def terminate(self, crash: Crash, queue: list[Event]) -> Steps:
        """Call ``terminate``, report what has to be reported, and end; it never returns."""
        quiet = is_ordinary(raised(crash))
        if self._found("terminate") is not None:
            _, failure = yield from self.call_back("terminate", (raised(crash), self.state, self.data))
            if failure is not None:
                crash, quiet = Crash(self.proc, failure), False
        if not quiet:
            yield from report_machine(self, crash, queue)
            yield from crash_report(self.proc, crash.reason, crash.raised)
        raise Exit(crash.reason)


def _begun(result: Any) -> Any:
    """Return the first state and data, which ``init`` returned."""
    return result[1:3] if first(result) is atom.ok and len(result) > 2 else NO_STATE


def _told(result: Any) -> Any:
    """Return what the trace tells of a callback's return value."""
    return result[:2] if first(result) is NEXT_STATE else first(result)
