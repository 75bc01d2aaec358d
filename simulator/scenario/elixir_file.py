"""Loading Elixir files: their title and settings stand in comments at their head.

``# until: 5s`` is a setting, ``# http: GET https://host/path -> 200 in 20ms "body"`` a route of the outside
world that ``HTTPoison`` reaches; the first other line is the title, the rest of them the lesson.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Generator
from typing import Any, Final

from simulator.elixir.program import Script, prepare
from simulator.elixir.runtime.deep import with_deep_stack
from simulator.elixir.runtime.front import ELIXIR
from simulator.elixir.runtime.world import World, enter
from simulator.kernel import Kernel, Process
from simulator.scenario.config import DEFAULTS, Config, overriding
from simulator.scenario.errors import LoadError, SourceError
from simulator.scenario.load import Loaded, read_source, title_and_doc
from simulator.terms import Atom
from simulator.terms.errors import SimulatorError

ENDINGS: Final = (".exs", ".ex")
_DIRECTIVE: Final = re.compile(r"([a-z_]+)\s*:\s*(\S.*)")
_ROUTE: Final = re.compile(
    r"(?:(?P<verb>[A-Z]+)\s+)?(?P<host>(?:https?://)?[^/\s]+)(?P<path>/\S*)?\s*->\s*"
    r"(?P<answer>\d{3}|:\w+)(?:\s+in\s+(?P<latency>\S+))?(?:\s+(?P<body>\S.*))?"
)


class Head:
    """What the comments at a file's head say."""

    def __init__(self, text: str, path: str) -> None:
        self.settings: dict[str, Any] = {}
        self.routes: list[tuple[str, str, str, str | None, str]] = []
        """Of each route: host, pattern, answer, latency, body."""
        remarks = []
        for number, line in enumerate(text.split("\n"), 1):
            if line.startswith("#!") and number == 1:
                continue
            if not line.startswith("#"):
                if line.strip():
                    break
                continue
            remark = line.lstrip("#").strip()
            found = _DIRECTIVE.fullmatch(remark)
            if found is not None and found[1] in DEFAULTS:
                self.settings[found[1]] = found[2].strip()
            elif found is not None and found[1] == "http":
                self.routes.append(_route(found[2], path, number))
            else:
                remarks.append(line.lstrip("#")[1:].rstrip() if line.lstrip("#")[:1] == " " else remark)
        self.title, self.doc = title_and_doc("\n".join(remarks))


def _route(text: str, path: str, line: int) -> tuple[str, str, str, str | None, str]:
    found = _ROUTE.fullmatch(text.strip())
    if found is None:
        problem = 'a route is written `# http: GET https://host/path -> 200 in 20ms "body"`'
        raise LoadError(problem, path, line)
    body = found["body"] or ""
    if body.startswith('"'):
        try:
            body = json.loads(body)
        except ValueError:
            raise LoadError("the body of a route is a text in double quotes, or plain", path, line) from None
    pattern = f"{found['verb'] or ''} {found['path'] or '*'}".strip()
    return found["host"], pattern, found["answer"], found["latency"], body


class ElixirScenario(Loaded):
    """An Elixir program that is ready to run."""

    def __init__(
        self, path: str, source: str, script: Script, config: Config, head: Head, arguments: list[str]
    ) -> None:
        self.path = path
        self.source = source
        self.script = script
        self.config = config
        self.front = ELIXIR
        self.main = self._main
        self.warnings = script.warnings
        self.title, self.doc = head.title, head.doc
        self._head = head
        self._arguments = arguments
        self._before: World | None = None

    def begin(self, kernel: Kernel) -> None:
        """Let a run begin: it has a world of its own."""
        world = World(self._arguments)
        world.kernel = kernel
        world.routes = list(self._head.routes)
        self._before = enter(world)

    def carry_out(self, run: Callable[[], Any]) -> None:
        """Do *run* where recursion may go deep."""
        with_deep_stack(run)

    def end(self) -> None:
        """Let a run end."""
        if self._before is not None:
            enter(self._before)

    def _main(self, proc: Process) -> Generator[Any, Any, Any]:
        """Start the outside world, if there is one, and run the program."""
        if self._head.routes:
            for service in _services(self._head.routes):
                service.start(proc)
        value = yield from self.script.main()
        yield proc.yield_()  # as Elixir does between a file's end and its own: a link may still end this process
        return value


def _services(routes: list[tuple[str, str, str, str | None, str]]) -> list[Any]:
    """Return the simulated hosts that answer these routes."""
    from simulator.otp.http import HttpService, Route

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
) -> ElixirScenario:
    """Load an Elixir file, after those that are *required*; or *code* in its place.

    Raises ``SourceError`` with what Elixir's compiler says, ``LoadError`` for what is no text, ``ConfigError``.
    """
    source = code if code is not None else read_source(path, "an Elixir file")
    files = [(each, read_source(each, "an Elixir file")) for each in required or []]
    head = Head(source, path)
    with overriding(overrides or {}) as settings:
        config = Config(**{"halt": True, **_typed(head.settings)})
        settings.check(config)
    try:
        script = prepare([*((_shown(name), text) for name, text in files), (_shown(path), source)], echo)
    except (SyntaxError, SimulatorError) as wrong:
        raise SourceError(str(wrong), path) from wrong
    return ElixirScenario(path, source, script, config, head, arguments or [])


def _shown(path: str) -> str:
    return os.path.normpath(path) if path != "nofile" else path


def _typed(settings: dict[str, Any]) -> dict[str, Any]:
    """Return settings that were written in comments in the types that they have."""
    with overriding(dict(settings)) as given:
        config = Config()
        given.check(config)
    return {key: getattr(config, key) for key in settings}
