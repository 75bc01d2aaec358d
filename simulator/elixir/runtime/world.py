"""The world of a run: what is there once for all of its processes, and which of them runs now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from simulator.elixir.runtime.outside.files import Files
from simulator.elixir.runtime.outside.rules import Rules
from simulator.kernel import PYTHON, Front, Kernel, Process
from simulator.terms import Atom

Gate = Callable[[str, Any, str], None]
"""Takes a kind of shared things (``"ets"``), which of them, and ``"read"`` or ``"write"``."""

LOG_LEVELS = ("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency")


class World:
    """What the processes of one run share beside the kernel."""

    front: ClassVar[Front] = PYTHON
    """In whose words failures are told; :mod:`simulator.elixir.runtime.failures.front` puts Elixir's here."""
    prepare: ClassVar[Callable[..., Any]]
    """Compiles source texts for code that runs; :mod:`simulator.elixir.program` puts itself here."""
    define: ClassVar[Callable[..., Any]]
    """Compiles a module whose body is quoted code; put here as :attr:`prepare` is."""
    evaluate: ClassVar[Callable[..., Any]]
    """Compiles quoted code; put here as :attr:`prepare` is."""
    expand_once: ClassVar[Callable[..., Any]]
    """Expands quoted code once at a place; put here as :attr:`prepare` is."""

    def __init__(
        self, arguments: list[str] | None = None, files: Files | None = None, environment: dict[str, str] | None = None
    ) -> None:
        self.kernel: Kernel | None = None
        self.arguments = arguments or []
        self.files = files or Files(Rules())
        self.environment: dict[str, str] = dict(environment or {})
        self.applications: dict[Atom, dict[Atom, Any]] = {}
        self.started: list[Atom] = [Atom(name) for name in ("compiler", "elixir", "kernel", "logger", "stdlib")]
        """The applications that run."""
        self.persistent: dict[Any, Any] = {}
        self.atoms: set[str] = set()
        """The names of the atoms that the program has put together while it ran."""
        self.digests: dict[int, Any] = {}
        """How far the digests have come that are made in pieces, by their references."""
        self.tables: dict[Any, Any] = {}
        self.global_names: dict[Any, Any] = {}
        self.locks: dict[Any, Any] = {}
        """The locks of ``:global`` by their resources."""
        self.told: set[str] = set()
        """What was warned of, and need not be again."""
        self.log_level = "debug"
        self.behaviours: dict[tuple[Atom, str], type] = {}
        self.devices: dict[Any, Any] = {}
        """What stands for a device: ``StringIO`` ones by their pids."""
        self.script: Any = None
        """The pid of the process that runs a file's top level; None in a project."""
        self.required: set[str] = set()
        self.sources: list[tuple[str, str]] = []
        """Names and texts of the files whose modules there are, for source that is compiled while the program runs."""
        self.stack_depth = 8
        """How many frames a stack trace has at most."""
        self.compiler_options: dict[str, Any] = {}
        """What ``Code`` set of the options of the compiler."""
        self.code_paths: dict[str, None] = {}
        """Folders that were added to where compiled modules are looked for."""
        self.compiler: Callable[[str, str, bool], Any] | None = None
        """Compiles a file, given with its text, with what the project's other files define; None for no project."""
        self.space: Callable[[], Any] | None = None
        """Gives what the expander knows of a project's modules; None for no project."""
        self.known_space: tuple[int, Any] | None = None
        """What the expander knows of the modules of so many sources, once it was asked for."""
        self.mix: Any = None
        """What Mix knows, where a project is loaded."""
        self.reading: Any = None
        """The configuration files that are being read; None otherwise."""
        self.specifications: dict[Atom, Any] = {}
        """The applications of a project and of its dependencies."""
        self.handlers: dict[Any, Any] = {}
        """What is attached to the events of ``:telemetry``."""
        self.foreign: dict[str, str] = {}
        """Modules of a project that are there and cannot be called, and what is said of them."""
        self.owners: dict[Any, str] = {}
        """What stands before a function of a module in a stack trace: its application, ``"(shop 0.1.0) "``."""
        self.ports: dict[Any, Any] = {}
        """The default ports of schemes of URIs that the program has set."""
        self.routes: list[Any] = []
        self.seed = 0
        self.random_state: Any = None
        self.unique = 0
        self.status: int | None = None
        """The exit status that ``System.halt`` asked for."""
        self.suite: Any = None
        """The tests of ExUnit, once it was started."""
        self.stop_test: Any = None
        """Ends the test that runs, and the process that runs; None outside of tests."""
        self.captures: list[Any] = []
        """Who takes what processes print, the newest last."""
        self.explore_test: Callable[[str, str, int], str | None] | None = None
        """Runs a test, by its module and name, in so many orders; returns how it fails in one of them."""
        self.only_test: tuple[str, str] | None = None
        """The one test that is to be run, by its module and name."""
        self.gates: Gate | None = None
        """Called before anything that processes share is read or written, where the run wants to know; else None."""
        self.log_device: Any = None
        """Takes what Logger prints; None for the console."""
        self.has_console = True
        """Whether the console is a backend of Logger, and prints to standard error."""
        self.logging: Any = None
        """The way of what is logged, once the program has handlers, filters or backends of its own; else None."""


present = World()
"""The world of the run that goes on, or the one before any run: for who asks for it as often as ``:ets`` does."""


def world() -> World:
    """Return the world of the run that goes on, or the one before any run."""
    return present


def enter(new: World) -> World:
    """Let this be the world; return the one that was."""
    global present
    old, present = present, new
    return old


def current() -> Process:
    """Return the process whose code runs.

    Raises ``RuntimeError`` where none does, as while a module is compiled.
    """
    kernel = present.kernel
    process: Process | None = None if kernel is None else kernel._active_proc  # type: ignore[assignment]
    if process is None:
        raise RuntimeError("no process runs")
    return process


def running() -> bool:
    """Return whether a process runs; code that is executed while a module is compiled has none."""
    return present.kernel is not None and present.kernel.active_process is not None
