"""The way of an event that is logged: levels, primary filters, then each handler with its own level and filters.

It is there as soon as a program has handlers, filters, backends or the like of its own. Source of the semantics: OTP
25, ``logger``, ``logger_server`` and ``logger_backend``, and Elixir 1.14's ``Logger``, which is one of the handlers.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.library.language.applications import application_of
from simulator.elixir.library.language.log import METADATA, OK, place
from simulator.elixir.library.language.system import system_time
from simulator.elixir.library.logging.reports import UNTRANSLATED, report_of
from simulator.elixir.library.logging.settings import is_purged
from simulator.elixir.library.processes.process import leader
from simulator.elixir.library.string.formats import formatted
from simulator.elixir.runtime import index
from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.failures.traces import is_stack
from simulator.elixir.runtime.modules.modules import call, find
from simulator.elixir.runtime.world import current, running, world
from simulator.kernel import Exit, Throw
from simulator.terms import Atom, Pid, atom
from simulator.terms.lists import EMPTY, from_list, is_list, parts, to_list
from simulator.terms.maps import Map, delete, from_pairs, get, merge, put

Filter = tuple[Atom, tuple[Any, Any]]
EMPTY_MAP: Final = from_pairs([])
LOGGER: Final = Atom("Elixir.Logger")
LEVEL, MSG, META, MODULE = Atom("level"), Atom("msg"), Atom("meta"), Atom("module")
STRING, REPORT, CONFIG, FILTERS = Atom("string"), Atom("report"), Atom("config"), Atom("filters")
FILTER_DEFAULT, STOP, IGNORE, LOG = Atom("filter_default"), Atom("stop"), Atom("ignore"), Atom("log")
PID, GL, TIME, DOMAIN = Atom("pid"), Atom("gl"), Atom("time"), Atom("domain")
MFA, FILE, LINE = Atom("mfa"), Atom("file"), Atom("line")
_ELIXIR: Final = Atom("elixir")
_HIDDEN: Final = (LEVEL, FILTERS, FILTER_DEFAULT)
"""What of its configuration a handler is not given."""


class Logging:
    """Who handles what is logged: the primary configuration, levels of modules, the handlers."""

    def __init__(self, purged: Any = EMPTY) -> None:
        self.metadata: Map = EMPTY_MAP
        self.filters: list[Filter] = [(Atom("process_level"), (_library_function("process_level"), EMPTY))]
        self.filter_default = LOG
        self.modules: dict[Atom, str] = {}
        """The levels of modules that have one of their own."""
        self.ids: list[Atom] = [LOGGER]
        """The handlers, the newest first."""
        self.configs: dict[Atom, Map] = {LOGGER: default_config(LOGGER, Atom("Elixir.Logger.Handler"))}
        self.proxy: Pid | None = None
        """Who logs what the emulator tells of."""
        self.manager: Pid | None = None
        """The manager of Logger's backends, where there are others than the console's."""
        self.purged = purged
        """What of the program's own macros never logs."""
        self.untranslated: dict[Pid, str] = {}
        """The words of reports that Logger does not tell in real Elixir, by the process that reports at the moment."""
        self.words: dict[Pid, tuple[Any, str]] = {}
        """The reason of a failure and its words, which tell more, by the process that reports it at the moment."""
        self.captures: list[Any] = []
        """Who takes what is logged while a function runs, the newest last."""

    def allows(self, level: str, module: Any) -> bool:
        """Return whether something of this level is logged where a module says it."""
        if module.__class__ is tuple:
            if self.purged is not EMPTY and is_purged(self.purged, level, module):
                return False
            module = module[0]
        wanted = self.modules.get(module) if module is not None else None
        return place(level) >= place(wanted or world().log_level)

    # -- what is logged -----------------------------------------------------------------------

    def elixir_event(self, level: str, message: Any, metadata: Any, location: Any) -> Any:
        """Log what a macro of Elixir's Logger says; steps."""
        given = as_map(metadata)
        domain = get(given, DOMAIN)
        given = put(given, DOMAIN, from_list([_ELIXIR, *(to_list(domain) if domain is not None else [])]))
        kind = REPORT if message.__class__ is Map or _is_tuples(message) else STRING
        return (yield from self.event(level, (kind, message), merge(placed(location), self._own(given))))

    def event(self, level: str, message: tuple[Any, Any], metadata: Map) -> Any:
        """Hand an event to the handlers, unless a filter stops it; steps."""
        event = from_pairs([(LEVEL, Atom(level)), (MSG, message), (META, _complete(metadata))])
        passed = yield from self._filtered(None, self.filters, self.filter_default, event)
        if passed is None:
            return OK
        for name in list(self.ids):
            config = self.configs.get(name)
            if config is not None and place(level) >= place(get(config, LEVEL).name):
                yield from self._handle(name, config, passed)
        return OK

    def _own(self, given: Map) -> Map:
        """Return what is given of an event, with what is known of all and of those of this process."""
        mine = current().get(METADATA) if running() else None
        return merge(self.metadata, merge(mine if mine.__class__ is Map else EMPTY_MAP, given))

    def with_own(self, location: Any, given: Map) -> Map:
        """Return the metadata of an event that is logged at a place."""
        return merge(placed(location), self._own(given))

    # -- filters and handlers -----------------------------------------------------------------

    def _filtered(self, owner: Atom | None, filters: list[Filter], default: Atom, event: Map) -> Any:
        """Return an event as the filters leave it; None for one that is stopped.

        Where a filter fails the others are not asked any more, and what they made of the event is forgotten.
        """
        given, decided = event, False
        for each in filters:
            function, extra = each[1]
            try:
                answer = function(event, extra)
                if answer.__class__ is GeneratorType:
                    answer = yield from answer
            except CAUGHT as failure:
                self._filter_failed(owner, each, event, _reason(failure))
                event, decided = given, False
                break
            if answer is STOP:
                return None
            if answer is IGNORE:
                continue
            if not _is_event(answer):
                self._filter_failed(owner, each, event, (Atom("bad_return_value"), answer))
                event, decided = given, False
                break
            event, decided = answer, True
        return event if decided or default is LOG else None

    def _filter_failed(self, owner: Atom | None, each: Filter, event: Map, reason: Any) -> None:
        """Take a filter out that fails, and say so."""
        if not self.remove_filter(owner, each[0]):
            return
        told = Atom("removed_failing_filter")
        display("error", (told, each[0]))
        self._tell(event, [
            (Atom("logger"), told), (Atom("filter"), each),
            (Atom("owner"), Atom("primary") if owner is None else owner), (Atom("log_event"), event),
            (Atom("reason"), reason),
        ])  # fmt: skip

    def filters_of(self, owner: Atom | None) -> list[Filter] | None:
        """Return the filters of a handler, or the primary ones; None for a handler that is not there."""
        if owner is None:
            return self.filters
        config = self.configs.get(owner)
        return None if config is None else to_list(get(config, FILTERS, EMPTY))

    def set_filters(self, owner: Atom | None, filters: list[Filter]) -> None:
        """Set the filters of a handler, or the primary ones."""
        if owner is None:
            self.filters = filters
        else:
            self.configs[owner] = put(self.configs[owner], FILTERS, from_list(filters))

    def remove_filter(self, owner: Atom | None, name: Any) -> bool:
        """Take a filter out; return whether there was one."""
        known = self.filters_of(owner) or []
        left = [each for each in known if each[0] is not name]
        if len(left) == len(known):
            return False
        self.set_filters(owner, left)
        return True

    def _handle(self, name: Atom, config: Map, event: Map) -> Any:
        """Let a handler have an event; one that fails is taken out."""
        filters = to_list(get(config, FILTERS, EMPTY))
        passed = yield from self._filtered(name, filters, get(config, FILTER_DEFAULT), event)
        if passed is None:
            return
        for key in _HIDDEN:
            config = delete(config, key)
        module = get(config, MODULE)
        try:
            answer = call(module, "log", [passed, config])
            if answer.__class__ is GeneratorType:
                yield from answer
        except CAUGHT as failure:
            reason = _reason(failure)
        else:
            return
        if (yield from self.remove(name)):
            told = Atom("removed_failing_handler")
            display("error", (told, name))
            self._tell(passed, [
                (Atom("logger"), told), (Atom("handler"), (name, module)), (Atom("log_event"), passed),
                (CONFIG, config), (Atom("reason"), reason),
            ])  # fmt: skip

    def remove(self, name: Atom) -> Any:
        """Take a handler out, and let its module know; return whether there was one; steps."""
        config = self.configs.get(name)
        if config is None:
            return False
        yield from self.callback(get(config, MODULE), "removing_handler", [config], None)
        self.ids.remove(name)
        del self.configs[name]
        return True

    def callback(self, module: Atom, name: str, args: list[Any], otherwise: Any) -> Any:
        """Return what a handler's module answers to a change, or *otherwise* where it has no such function; steps."""
        if find(module, name, len(args)) is None:
            return otherwise
        try:
            answer = call(module, name, args)
            if answer.__class__ is GeneratorType:
                answer = yield from answer
        except CAUGHT as failure:
            return (atom.error, (Atom("callback_crashed"), _reason(failure)))
        return answer

    def _tell(self, about: Map, report: list[tuple[Any, Any]]) -> None:
        """Log from a process of its own what went wrong with logging an event, but not what goes wrong with that."""
        inner = Atom("internal_log_event")
        if not self.allows("debug", Atom("logger_backend")) or get(get(about, META), inner) is not None:
            return
        meta = from_pairs([(inner, Atom("true"))])
        current().spawn_opt(
            self.event("debug", (REPORT, from_list(report)), meta), label="logger:macro_log/4"
        )

    # -- what others report -------------------------------------------------------------------

    def report(self, proc: Any, kind: str, text: str, told: dict[str, Any]) -> Any:
        """Log what OTP reports, if its level is one that is logged; steps."""
        found = report_of(proc, kind, told)
        if found is None:
            return
        level, message, metadata = found
        known = from_pairs(metadata)
        mfa = get(known, MFA)
        if not self.allows(level, None if mfa is None else mfa[0]):
            return
        if kind in UNTRANSLATED:
            self.untranslated[proc.pid] = text
        if "words" in told:
            self.words[proc.pid] = (told["reason"], told["words"])
        yield from self.event(level, message, self._own(known))
        self.untranslated.pop(proc.pid, None)
        self.words.pop(proc.pid, None)

    def crashed(self, proc: Any, reason: Any, words: str) -> None:
        """Let a process log that another one ends for what it did not catch, as the emulator tells it."""
        if not self.allows("error", None):
            return
        if proc.get(Atom("$initial_call")) is not None:  # it was :proc_lib that started it
            told = {"reason": reason, "raised": True, "neighbours": []}
            found = report_of(proc, "crash", told)
            assert found is not None
            _, message, given = found
            own = from_pairs([(PID, proc.pid), (GL, leader()), *given])
            proc.spawn_opt(self.event("error", message, own), label="proc_lib.crash_report/4")
            return
        control = from_list([ord(char) for char in "Error in process ~p with exit value:~n~p~n"])
        emulator = from_pairs([(Atom("emulator"), Atom("true")), (Atom("tag"), atom.error)])
        metadata = from_pairs([(PID, proc.pid), (GL, leader()), (Atom("error_logger"), emulator)])
        steps = self.event("error", (control, from_list([proc.pid, reason])), metadata)
        self.words[proc.spawn_opt(steps, label="logger_proxy")] = (reason, words)


def logging() -> Logging:
    """Return the world's way of events; from now on there is one."""
    here = world()
    if here.logging is None:
        here.logging = Logging()
    found: Logging = here.logging
    return found


def default_config(name: Atom, module: Atom) -> Map:
    """Return the configuration of a handler that says nothing of its own."""
    return from_pairs([
        (Atom("id"), name), (LEVEL, Atom("all")), (FILTERS, EMPTY), (FILTER_DEFAULT, LOG),
        (Atom("formatter"), (Atom("logger_formatter"), EMPTY_MAP)), (MODULE, module),
    ])  # fmt: skip


def as_map(metadata: Any) -> Map:
    """Return metadata, pairs or a map, as a map."""
    if metadata.__class__ is Map:
        return metadata
    return from_pairs(metadata if metadata.__class__ is list else to_list(metadata))


def placed(location: Any) -> Map:
    """Return the metadata that a place in code gives: ``{module, name, arity, file, line}``, or a map of them."""
    if location is None or location is NIL:
        return EMPTY_MAP
    if location.__class__ is Map:
        return location
    module, name, arity, file, line = location
    own = application_of(module)
    return from_pairs([
        (MFA, (module, name, arity)), (FILE, from_list([ord(char) for char in file])), (LINE, line),
        *([] if own is None else [(Atom("application"), own)]),
    ])  # fmt: skip


def _complete(metadata: Map) -> Map:
    """Return the metadata of an event with what every event has."""
    if get(metadata, PID) is None:
        metadata = put(metadata, PID, current().pid)
    if get(metadata, GL) is None:
        metadata = put(metadata, GL, leader())
    return metadata if get(metadata, TIME) is not None else put(metadata, TIME, system_time() // 1000)


def _is_tuples(message: Any) -> bool:
    return is_list(message) and message is not EMPTY and parts(message)[0][0].__class__ is tuple


def _is_event(answer: Any) -> bool:
    if answer.__class__ is not Map or get(answer, META).__class__ is not Map:
        return False
    message = get(answer, MSG)
    return message.__class__ is tuple and len(message) == 2 and get(answer, LEVEL).__class__ is Atom


def _reason(failure: BaseException) -> tuple[Any, Any, Any]:
    """Return kind, reason and stack of what was caught."""
    found = caught(failure)
    front = current().front
    if isinstance(found, Exit):
        return (Atom("exit"), found.reason, EMPTY)
    if isinstance(found, Throw):
        return (Atom("throw"), found.value, EMPTY)
    reason = front.reason(found)
    if reason.__class__ is tuple and len(reason) == 2 and is_stack(reason[1]):
        return (atom.error, *reason)
    return (atom.error, reason, EMPTY)


def display(level: str, term: Any) -> None:
    """Tell what went wrong with logging itself, as it can be told without logging."""
    to_stderr(f"Logger - {level}: ")
    current().puts(formatted("~0p", from_list([term])))


def _library_function(name: str) -> Any:
    return index.functions("Elixir.Logger.Filter")[f"{name}/2"]

