"""Loading Elixir files: programs whose title and settings stand in comments at their head."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable
from traceback import clear_frames
from typing import Any, Final

from simulator.elixir.program import Script, prepare
from simulator.elixir.runtime.failures.front import ELIXIR
from simulator.elixir.runtime.loaded import all_loaded, restore
from simulator.elixir.runtime.values.counted import work
from simulator.elixir.runtime.values.deep import Turn, with_deep_stack
from simulator.elixir.runtime.world import World, enter, world
from simulator.kernel import Kernel, Process, StalledClock
from simulator.kernel.costs import Costly
from simulator.kernel.labels import Labels
from simulator.otp.server.crash_report import is_about_to_end
from simulator.scenario.config import DEFAULTS, Config, overriding
from simulator.scenario.elixir.head import Head
from simulator.scenario.elixir.outside import Outside
from simulator.scenario.errors import SourceError
from simulator.scenario.source import Loaded, read_source
from simulator.terms import Atom
from simulator.terms.errors import SimulatorError

ENDINGS: Final = (".exs", ".ex")


class ElixirScenario(Loaded):
    """An Elixir program that is ready to run."""

    def __init__(
        self, path: str, source: str, script: Script, config: Config, head: Head, arguments: list[str], outside: Outside
    ) -> None:
        self.path = path
        self.source = source
        self.script = script
        self.config, self.own_configs = config, (config,)
        self.front = ELIXIR
        self.warnings = [*script.warned(), *outside.not_granted(path, head)]
        self.title, self.doc = head.title, head.doc
        self.slack = head.slack
        self._head = head
        self._arguments = arguments
        self._outside = outside
        self._before: World | None = None

    def begin(self, kernel: Kernel) -> None:
        """Let a run begin: it has a world of its own, and all threads one at a time."""
        self._turn = Turn()
        self._turn.take()
        world = self._outside.world(self._arguments)
        world.kernel = kernel
        kernel.node.tables["ets"] = world.tables
        world.gates = kernel.gates
        world.explore_test = None if self.explore_test is None else self._explored
        world.only_test = self.only_test
        if self.repeated:
            world.behaviours = self.script.behaviours
        self._count(kernel)
        kernel.report_through(_logged)
        world.seed = self.config.seed
        world.routes = list(self._head.routes)
        kernel.given_labels = Labels(self._head.labels) if self._head.labels else None
        self.script.set_up(world)
        self._before = enter(world)

    def _explored(self, module: str, test: str, runs: int) -> str | None:
        """Run a test in other orders, in the midst of this run, which then goes on as if it had not been."""
        assert self.explore_test is not None
        modules, kernel = all_loaded(), world().kernel
        try:
            return self.explore_test(module, test, runs)
        finally:
            restore(modules)
            self._count(kernel)

    def _count(self, kernel: Kernel | None) -> None:
        """Begin to count work; turns of loops cost time where a run wants that."""
        work.begin(self.config.work_limit, kernel.counted if isinstance(kernel, Costly) else None)

    def carry_out(self, run: Callable[[], Any]) -> None:
        """Do *run* where recursion may go deep."""
        with_deep_stack(_let_go, run)

    def end(self) -> None:
        """Let a run end."""
        if self._before is not None:
            self.kept = enter(self._before).files.kept()
        self._turn.give()

    def main(self, proc: Process) -> Generator[Any, Any, Any]:
        """Start the outside world, if there is one, and run the program."""
        if self._head.routes:
            for service in _services(self._head.routes):
                service.start(proc)
        try:
            value = yield from self.script.main(self.repeated)
        except Exception:  # before Elixir has told what is wrong, a server that it started and that failed ends it
            yield from _ended_by_servers(proc)
            raise
        if world().suite is not None:
            from simulator.elixir.library.ex_unit.runner import run_at_exit

            yield from run_at_exit()
        if self.invariant is not None:
            from simulator.scenario.elixir.invariant import hold

            yield from hold(self.invariant)
        yield proc.yield_()  # as Elixir does between a file's end and its own: a link may still end this process
        yield from _ended_by_servers(proc)
        return value


def _ended_by_servers(proc: Process) -> Generator[Any, Any, None]:
    """Give the servers that could not start their turns: the exits of those that are linked end the main process."""
    while is_about_to_end(proc):
        yield proc.yield_()


def _let_go(run: Callable[[], Any]) -> None:
    """Do *run*; what it is stopped by holds nothing that the program has made: long lists need this stack to go."""
    try:
        run()
    except BaseException as stopped:
        failure: BaseException | None = stopped
        while failure is not None:
            clear_frames(failure.__traceback__)
            failure = failure.__context__
        raise


def _logged(report: Callable[[str], Any] | None) -> Callable[[str], Any]:
    """Return what takes reports of crashes: a test that captures the log has them in it."""

    def told(text: str) -> None:
        device = world().log_device
        if device is not None:
            from simulator.elixir.library.language.log import line

            device(line("error", text))
        elif report is not None and world().has_console:
            report(text)

    return told


def _services(routes: list[tuple[str, str, str, str | None, str]]) -> list[Any]:
    """Return the simulated hosts that answer these routes."""
    from simulator.otp.http.http import HttpService, Route

    hosts: dict[str, dict[str, Any]] = {}
    for host, pattern, answer, latency, body in routes:
        options: dict[str, Any] = {} if latency is None else {"latency": latency}
        if answer.startswith(":"):
            made = Route("", failures={Atom(answer[1:]): 1.0}, **options)
        else:
            made = Route(body, status=int(answer), **options)
        hosts.setdefault(host if "://" in host else f"http://{host}", {})[pattern] = made
    return [HttpService(host, known) for host, known in hosts.items()]


def load_elixir(
    path: str,
    overrides: dict[str, Any] | None = None,
    *,
    required: list[str] | None = None,
    code: str | None = None,
    echo: bool = False,
    arguments: list[str] | None = None,
    strict: bool = False,
    allow_read: Iterable[str] = (),
    allow_write: Iterable[str] = (),
    allow_env: Iterable[str] = (),
    env: dict[str, str] | None = None,
) -> ElixirScenario:
    """Load an Elixir file, after those that are *required*; or *code* in its place.

    Raises ``SourceError`` with what Elixir's compiler says, ``LoadError`` for what is no text, ``ConfigError``.
    The program reads what lies below its own folder and those of the *required*, and what *allow_read* names; it writes
    into memory, and to the disk below what *allow_write* names; its environment is *env*, what its head declares, and
    what *allow_env* names of the real one. ``"*"`` allows everything of a kind.
    With *strict* a mention of what is not supported is such an error, too; else it is a warning, and ends the
    run where it is called.
    """
    source = code if code is not None else read_source(path, "an Elixir file")
    files = [(each, read_source(each, "an Elixir file")) for each in required or []]
    head = Head(source, path)
    with overriding(overrides or {}) as settings:
        config = settings.settle(Config(**{"halt": True, **typed(head.settings)}))
    sources = [*((_shown(name), text) for name, text in files), (_shown(path), source)]
    outside = Outside(
        [_folder_of(each) for each in (path, *(required or []))],
        (list(allow_read), list(allow_write), list(allow_env)), {**head.environment, **(env or {})},
    )  # fmt: skip
    with Turn():
        before = enter(outside.world(arguments or []))
        work.begin(config.work_limit)
        try:
            script = prepare(sources, echo)
            if strict and script.lacking:
                raise _refused(script, dict(sources))
        except StalledClock:  # what macros do is counted
            raise
        except (SyntaxError, SimulatorError) as wrong:
            raise SourceError(str(wrong), path) from wrong
        finally:
            enter(before)
    return ElixirScenario(path, source, script, config, head, arguments or [], outside)


def _folder_of(path: str) -> str:
    return os.getcwd() if path == "nofile" else os.path.dirname(os.path.abspath(path))


def _refused(script: Script, texts: dict[str, str]) -> Exception:
    """Return the error of the first thing that a program mentions and that is not supported."""
    from simulator.elixir.tree.errors import NotSupported

    what, file, line, column = script.lacking[0]
    return NotSupported(what, file, line, column).told(texts[file], script.warnings)


def _shown(path: str) -> str:
    return os.path.normpath(path) if path != "nofile" else path


def typed(settings: dict[str, Any]) -> dict[str, Any]:
    """Return settings that were written in comments in the types that they have."""
    views = {key: value for key, value in settings.items() if key not in DEFAULTS}
    with overriding(dict(settings)) as given:
        config = given.settle(Config(**views))
    return {key: getattr(config, key) for key in settings}
