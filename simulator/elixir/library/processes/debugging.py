"""The debugging functions of ``:sys``: what is done with the events of a server.

Source of the semantics: OTP 25, ``sys`` and ``gen_server:print_event/3``.
"""

from __future__ import annotations

from collections import deque
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.files.io import printed
from simulator.elixir.library.string.formats import formatted
from simulator.elixir.runtime.bridge import TRUE, client_term, from_python
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.unsupported import refuse
from simulator.kernel import Throw
from simulator.otp.server.debug import IN, OUT
from simulator.otp.server.gen import CALL, CAST, Steps, module_name
from simulator.terms import Atom, atom
from simulator.terms.lists import from_list, is_list, to_list
from simulator.terms.maps import strict_equal

_TRACE, _LOG, _STATISTICS = Atom("trace"), Atom("log"), Atom("statistics")
_INSTALL, _REMOVE, _GET, _PRINT = Atom("install"), Atom("remove"), Atom("get"), Atom("print")
_FALSE, _DONE, _NO_DEBUG = Atom("false"), Atom("done"), Atom("no_debug")
_KEPT: Final = 10
"""Events that are kept where nothing else is said."""


class Installed:
    """One thing that is done with each event: under its key, with its state."""

    __slots__ = ("function", "key", "state")

    def __init__(self, key: Any, state: Any, function: Any = None) -> None:
        self.key = key
        self.state = state
        self.function = function
        """What is called with its state, the event and the server's name; None for what ``:sys`` does itself."""


class Debug:
    """What is installed in a server, the newest first."""

    def __init__(self) -> None:
        self.known: list[Installed] = []

    def find(self, key: Any) -> Installed | None:
        """Return what is installed under a key."""
        return next((each for each in self.known if strict_equal(each.key, key)), None)

    def add(self, new: Installed) -> None:
        """Install something, unless there is something under its key."""
        if self.find(new.key) is None:
            self.known.insert(0, new)

    def remove(self, key: Any) -> None:
        """Remove what is installed under a key."""
        self.known = [each for each in self.known if not strict_equal(each.key, key)]

    def events(self) -> list[Any]:
        """Return the events that are kept, the oldest first."""
        found = self.find(_LOG)
        return [] if found is None else list(found.state)

    def terms(self) -> list[Any]:
        """Return what is installed, as ``:sys.get_status/1`` tells it."""
        found = []
        for each in self.known:
            state = from_python(list(each.state)) if each.key is _LOG and each.function is None else each.state
            several = each.function is not None and each.function is not each.key
            found.append((each.key, (each.function, state) if several else state))
        return found

    def event(self, server: Any, event: tuple[Any, ...]) -> Steps:
        """Do with an event what is installed, the newest first."""
        told, name = _term(event), _name(server)
        for each in list(self.known):
            if each.function is not None:
                yield from self._call(each, told, name)
            elif each.key is _TRACE:
                yield from printed(Atom("standard_io"), text_of(told, name))
            elif each.key is _LOG:
                each.state.append(told)
            else:
                start, taken, sent = each.state
                each.state = (start, taken + (told[0] is IN), sent + (told[0] is OUT))

    def _call(self, each: Installed, event: Any, name: Any) -> Steps:
        """Call a function with an event: what it returns or throws is its next state, ``:done`` removes it."""
        try:
            answer = each.function(each.state, event, name)
            if answer.__class__ is GeneratorType:
                answer = yield from answer
        except Throw as thrown:
            answer = thrown.value
        except CAUGHT as failure:
            caught(failure)
            answer = _DONE
        if answer is _DONE:
            self.known = [other for other in self.known if other is not each]
        else:
            each.state = answer


def _term(event: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return an event as who debugs is told it: clients as callbacks see them."""
    if event[0] is OUT:
        return (OUT, event[1], client_term(event[2]), from_python(event[3]))
    message = event[1]
    if event[0] is IN and message.__class__ is tuple and len(message) == 3 and message[0] is CALL:
        return (IN, (CALL, client_term(message[1]), from_python(message[2])))
    return (event[0], from_python(message))


def _name(server: Any) -> Any:
    name = server.name
    if name is None:
        return server.proc.pid
    return name[2] if name.__class__ is tuple and len(name) == 3 else name


def text_of(event: tuple[Any, ...], name: Any) -> str:
    """Return an event as a traced server prints it."""
    what = event[1]
    if event[0] is IN and what.__class__ is tuple and len(what) == 3 and what[0] is CALL:
        return formatted("*DBG* ~tp got call ~tp from ~tw~n", from_list([name, what[2], what[1][0]]))
    if event[0] is IN and what.__class__ is tuple and len(what) == 2 and what[0] is CAST:
        return formatted("*DBG* ~tp got cast ~tp~n", from_list([name, what[1]]))
    if event[0] is IN:
        return formatted("*DBG* ~tp got ~tp~n", from_list([name, what]))
    if event[0] is OUT:
        return formatted("*DBG* ~tp sent ~tp to ~tw, new state ~tp~n", from_list([name, what, event[2][0], event[3]]))
    if event[0] is atom.noreply:
        return formatted("*DBG* ~tp new state ~tp~n", from_list([name, what]))
    return formatted("*DBG* ~tp dbg  ~tp~n", from_list([name, event]))


# -- what :sys asks -------------------------------------------------------------------------------


def command(server: Any, what: Any) -> Steps:
    """Do in a server what ``:sys`` asks of its debugging; return the answer."""
    _check(server)
    debug = server.debug or Debug()
    answer = yield from _done(server, debug, what)
    server.debug = debug if debug.known else None
    return answer


def _check(server: Any) -> None:
    """End the run for a server whose events have other forms."""
    name = module_name(server.module)
    if server.kind is not atom.gen_server or name is Atom("gen_event"):
        refuse(f"debugging functions of :sys for a {'gen_event' if server.kind is atom.gen_server else 'gen_statem'}")


def _done(server: Any, debug: Debug, what: Any) -> Steps:
    if what is _NO_DEBUG:
        debug.known = []
        return atom.ok
    kind: Any
    given: Any
    kind, given = what
    if kind is _INSTALL:
        install(debug, given)
    elif kind is _REMOVE:
        debug.remove(given)
    elif given is _FALSE:
        debug.remove(kind)
    elif given is _GET:
        return (atom.ok, _told(debug, kind))
    elif kind is _LOG and given is _PRINT:
        for event in debug.events():
            yield from printed(Atom("standard_io"), text_of(event, _name(server)))
    elif kind is _TRACE and given is TRUE:
        debug.add(Installed(_TRACE, TRUE))
    elif kind is _STATISTICS and given is TRUE:
        debug.add(_statistics())
    elif kind is _LOG and (kept := _count(given)) > 0:
        debug.add(Installed(_LOG, deque(maxlen=kept)))
    else:
        return Atom("unknown_debug")
    return atom.ok


def _count(given: Any) -> int:
    """Return how many events are to be kept; 0 for what does not say it."""
    if given is TRUE:
        return _KEPT
    counted = given.__class__ is tuple and len(given) == 2 and given[0] is TRUE and given[1].__class__ is int
    return int(given[1]) if counted else 0


def install(debug: Debug, given: tuple[Any, ...]) -> None:
    """Install a function with its state, under a name of its own or by itself."""
    key, state = (given[0], given[2]) if len(given) == 3 else given
    debug.add(Installed(key, state, given[1] if len(given) == 3 else key))


def _statistics() -> Installed:
    return Installed(_STATISTICS, (call(Atom("erlang"), "localtime", []), 0, 0))


def _told(debug: Debug, kind: Atom) -> Any:
    if kind is _LOG:
        return from_list(debug.events())
    found = debug.find(_STATISTICS)
    if found is None:
        return Atom("no_statistics")
    start, taken, sent = found.state
    return from_list([
        (Atom("start_time"), start), (Atom("current_time"), call(Atom("erlang"), "localtime", [])),
        (Atom("reductions"), 0), (Atom("messages_in"), taken), (Atom("messages_out"), sent),
    ])  # fmt: skip


def of_options(options: Any) -> Debug | None:
    """Return what the option ``debug:`` of a start installs; None for nothing."""
    debug = Debug()
    for option in to_list(options) if is_list(options) else []:
        name, given = option if option.__class__ is tuple and len(option) == 2 else (option, None)
        if name is _TRACE:
            debug.add(Installed(_TRACE, TRUE))
        elif name is _LOG:
            debug.add(Installed(_LOG, deque(maxlen=_KEPT if given is None else given)))
        elif name is _STATISTICS:
            debug.add(_statistics())
        elif name is _INSTALL and given.__class__ is tuple:
            install(debug, given)
        elif name is Atom("log_to_file"):
            refuse("the debugging option log_to_file")
    return debug if debug.known else None

