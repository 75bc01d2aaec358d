"""What a supervisor is told of a child: the forms in which it may be said, and what is wrong with it.

A child specification is a dict with atoms as keys: ``id`` and ``start``, a tuple ``(module, "function",
args)``, and if need be ``restart``, ``shutdown`` (milliseconds or ``"5s"``), ``type`` and ``modules``.
Source of the semantics: Elixir 1.14's ``Supervisor.child_spec/2``, OTP 25's ``supervisor:check_childspecs``.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any, Final

from simulator.kernel import ArgumentError
from simulator.otp.server.tables import row_key
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.durations import whole
from simulator.terms.errors import SimulatorError
from simulator.terms.objects import module_name

PERMANENT: Final = atom.permanent
TEMPORARY: Final = atom.temporary
TRANSIENT: Final = atom.transient
WORKER: Final = atom.worker
SUPERVISOR: Final = atom.supervisor
BRUTAL_KILL: Final = atom.brutal_kill
INFINITY: Final = atom.infinity
UNDEFINED: Final = atom.undefined
NEVER: Final = atom.never

_OVERRIDES: Final = ("id", "start", "restart", "shutdown", "type", "modules")


class InvalidSpec(SimulatorError, ValueError):
    """A child specification, or a list of them, that cannot be; ``term`` is what OTP says of it."""

    def __init__(self, term: Any) -> None:
        super().__init__(inspect(term))
        self.term = term


class Child:
    """A child of a supervisor: how it is started and stopped, and what runs in its place."""

    __slots__ = ("args", "function", "id", "last", "module", "modules", "number", "pid", "restart", "shutdown",
                 "significant", "type")  # fmt: skip

    def __init__(self, spec: dict[Atom, Any]) -> None:
        self.id = spec[atom.id]
        self.module, function, self.args = spec[atom.start]
        self.function = Atom(str(function))
        self.restart = spec.get(atom.restart, PERMANENT)
        self.significant = spec.get(atom.significant, False)
        self.type = spec.get(atom.type, WORKER)
        self.shutdown = spec.get(atom.shutdown, 5000 if self.type is WORKER else INFINITY)
        self.modules = spec.get(atom.modules, [Atom(module_name(self.module))])
        self.pid: Any = UNDEFINED
        """Its pid; ``:undefined`` while it does not run; ``(:restarting, pid)`` while it fails to start again."""
        self.number = 0
        """Which one it is, where all children are of one kind."""
        self.last: Pid | None = None
        """The last process that ran in this place."""

    @property
    def mfa(self) -> tuple[Any, Atom, list[Any]]:
        """How it is started: module, function, arguments."""
        return (self.module, self.function, self.args)

    @property
    def spec(self) -> dict[Atom, Any]:
        """The child's specification, with all that it does not say by itself (``supervisor:get_childspec/2``)."""
        return {
            atom.id: self.id, atom.start: self.mfa, atom.restart: self.restart, atom.significant: self.significant,
            atom.shutdown: self.shutdown, atom.type: self.type, atom.modules: self.modules,
        }  # fmt: skip

    @property
    def record(self) -> tuple[Any, ...]:
        """The child as OTP's own record, which is part of what ``start_child`` answers where a child does not start."""
        return (
            atom.child, self.pid, self.id, self.mfa, self.restart, self.significant, self.shutdown, self.type,
            self.modules,
        )  # fmt: skip


def child_spec(given: Any, **overrides: Any) -> dict[Atom, Any]:
    """Return a child specification as a dict, some of its values replaced (``Supervisor.child_spec/2``).

    *given* is a class that has a ``child_spec(arg)`` (it gets ``[]``), a tuple ``(class, arg)``, or a
    specification. Raises ``ArgumentError`` for anything else, and for an override that there is not.

    >>> class Cache:
    ...     def child_spec(arg):
    ...         return {atom.id: Cache, atom.start: (Cache, "start_link", [arg])}
    >>> child_spec((Cache, 5), id=atom.cache)
    {:id: :cache, :start: (<class 'simulator.otp.supervisor.child_spec.Cache'>, :start_link, [5])}
    """
    if isinstance(given, tuple) and len(given) == 6:
        raise ArgumentError(
            f"old tuple-based child specification {inspect(given)} is not supported in Supervisor.child_spec/2"
        )
    spec = {**spec_of(given)}
    for key, value in overrides.items():
        if key not in _OVERRIDES:
            raise ArgumentError(f"unknown key {inspect(Atom(key))} in child specification override")
        spec[Atom(key)] = whole(value, "ms") if key == "shutdown" else value
    return spec


def spec_of(given: Any) -> Any:
    """Return the specification that a child in a list of children stands for."""
    if isinstance(given, (type, ModuleType)):
        given = (given, [])
    if isinstance(given, tuple) and len(given) == 2 and isinstance(given[0], (type, ModuleType)):
        module, arg = given
        specify = getattr(module, "child_spec", None)
        if specify is None:
            raise ArgumentError(
                f"The module {inspect(module)} was given as a child to a supervisor\n"
                "but it does not implement child_spec/1.\n\n"
                "Give it a function child_spec(arg) that returns a dict with atom.id and atom.start,\n"
                "derive it from GenServer, Agent or Supervisor, or give the dict itself as the child.\n"
            )
        given = specify(arg)
    if isinstance(given, dict):
        return _read(given)
    if isinstance(given, tuple) and len(given) == 6:
        return given
    raise ArgumentError(
        "supervisors expect each child to be one of the following:\n\n"
        "  * a module\n  * a {module, arg} tuple\n  * a child specification with at least :id and :start\n\n"
        f"Got: {inspect(given)}\n"
    )


def _read(spec: dict[Any, Any]) -> dict[Any, Any]:
    """Return a specification with what may be given as text as the BEAM has it."""
    spec = {**spec}
    if atom.start in spec:
        spec[atom.start] = _named(spec[atom.start])
    if atom.shutdown in spec:
        spec[atom.shutdown] = whole(spec[atom.shutdown], "ms")
    return spec


def _named(start: Any) -> Any:
    """Return how a child is started with an atom for the function's name, which may be given as text."""
    if isinstance(start, tuple) and len(start) == 3 and isinstance(start[1], str):
        return (start[0], Atom(start[1]), start[2])
    return start


def checked_child(spec: Any, auto_shutdown: Any = NEVER) -> Child:
    """Return the child of a specification; raises :class:`InvalidSpec`."""
    if isinstance(spec, tuple) and len(spec) == 6:
        names = (atom.id, atom.start, atom.restart, atom.shutdown, atom.type, atom.modules)
        spec = dict(zip(names, spec, strict=True))
    if not isinstance(spec, dict):
        raise InvalidSpec((atom.invalid_child_spec, spec))
    if atom.id not in spec:
        raise InvalidSpec(atom.missing_id)
    if atom.start not in spec:
        raise InvalidSpec(atom.missing_start)
    check_start(spec[atom.start])
    child = Child(spec)
    check_restart(child.restart)
    _check_significant(child, auto_shutdown)
    check_type(child.type)
    check_shutdown(child.shutdown, 0)
    if child.modules is not atom.dynamic:
        if not isinstance(child.modules, list):
            raise InvalidSpec((atom.invalid_modules, child.modules))
        for module in child.modules:
            if not is_module(module):
                raise InvalidSpec((atom.invalid_module, module))
    return child


def checked_children(specs: Any, auto_shutdown: Any = NEVER) -> dict[Any, Child]:
    """Return the children of a list of specifications by their ids; raises :class:`InvalidSpec`."""
    children: dict[Any, Child] = {}
    for spec in specs:
        child = checked_child(spec, auto_shutdown)
        key = row_key(child.id)
        if key in children:
            raise InvalidSpec((atom.duplicate_child_name, child.id))
        children[key] = child
    return children


def is_module(term: Any) -> bool:
    """Return whether a term is what Elixir calls a module: a class, a Python module, or the name of one."""
    return isinstance(term, (type, ModuleType, Atom))


def check_start(start: Any) -> None:
    """Raise :class:`InvalidSpec` if this is no ``(module, "function", args)``."""
    if not (
        isinstance(start, tuple)
        and len(start) == 3
        and isinstance(start[0], (type, ModuleType))
        and isinstance(start[1], (str, Atom))
        and isinstance(start[2], list)
    ):
        raise InvalidSpec((atom.invalid_mfa, start))


def check_restart(restart: Any) -> None:
    """Raise :class:`InvalidSpec` if this does not say when to restart a child."""
    if restart not in (PERMANENT, TRANSIENT, TEMPORARY):
        raise InvalidSpec((atom.invalid_restart_type, restart))


def check_type(kind: Any) -> None:
    """Raise :class:`InvalidSpec` if a child cannot be of this type."""
    if kind not in (WORKER, SUPERVISOR):
        raise InvalidSpec((atom.invalid_child_type, kind))


def check_shutdown(shutdown: Any, least: int) -> None:
    """Raise :class:`InvalidSpec` if this does not say how to shut down a child; *least* is its shortest time."""
    if not (is_integer(shutdown) and shutdown >= least) and shutdown not in (INFINITY, BRUTAL_KILL):
        raise InvalidSpec((atom.invalid_shutdown, shutdown))


def is_integer(term: Any) -> bool:
    """Return whether a term is an integer on the BEAM, where ``true`` is none."""
    return isinstance(term, int) and not isinstance(term, bool)


def _check_significant(child: Child, auto_shutdown: Any) -> None:
    if child.significant is True:
        if auto_shutdown is NEVER:
            raise InvalidSpec((atom.bad_combination, [(atom.auto_shutdown, NEVER), (atom.significant, True)]))
        if child.restart is PERMANENT:
            raise InvalidSpec((atom.bad_combination, [(atom.restart, PERMANENT), (atom.significant, True)]))
    elif child.significant is not False:
        raise InvalidSpec((atom.invalid_significant, child.significant))
