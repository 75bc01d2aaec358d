"""A simulated host: what is declared of it, and the process that answers its requests."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from random import Random
from typing import Any, Final, NamedTuple
from weakref import WeakKeyDictionary

from simulator.kernel import ANY, Process, ScenarioError, caller, distribution
from simulator.otp.http.address import Address, Pattern, address
from simulator.otp.http.failures import Failures
from simulator.otp.server import gen
from simulator.otp.server.gen import DOWN, Steps
from simulator.terms import Atom, Pid, Reference, atom, inspect
from simulator.terms.durations import DurationError

HTTP: Final = atom.http
CLOSE: Final = atom.close
RESPOND: Final = atom.respond
CONNECTED: Final = atom.connected
TIMEOUT: Final = atom.timeout
CONNECT_TIMEOUT: Final = atom.connect_timeout
CLOSED: Final = atom.closed


class HttpSetupError(ScenarioError, ValueError):
    """A service was declared with something that cannot be."""


class UnknownRoute(ScenarioError, LookupError):
    """A request for a path that its host has no route for."""


class Request(NamedTuple):
    """A request, as a route's function gets it."""

    method: Atom
    """``:get``, ``:post`` ..."""
    url: str
    """The whole URL."""
    path: str
    """Its path."""
    names: dict[str, str]
    """What the names in the route's pattern stand for."""
    params: dict[str, str]
    """The parameters of the query."""
    headers: list[tuple[str, str]]
    """Names and values, as they were given."""
    body: str | bytes
    """The body; empty where there is none."""


class Route:
    """What a host answers on one route.

    *body* is text, bytes, or a function of the :class:`Request` that returns one, or ``(status, body)``.
    *latency* and *failures* take the place of the service's own.
    """

    __slots__ = ("body", "draw", "failures", "headers", "status")

    def __init__(
        self,
        body: str | bytes | Callable[[Request], Any] = "",
        *,
        status: int = 200,
        headers: Mapping[str, str] | list[tuple[str, str]] | None = None,
        latency: int | float | str | None = None,
        failures: Mapping[Atom, Any] | None = None,
    ) -> None:
        if not isinstance(body, (str, bytes)) and not callable(body):
            raise _wrong(f"a body is text, bytes or a function of the request, not {inspect(body)}")
        if status.__class__ is not int or not 100 <= status <= 599:
            raise _wrong(f"a status is a number from 100 to 599, not {inspect(status)}")
        self.body = body
        self.status = status
        self.headers = pairs(headers)
        self.draw = None if latency is None else _checked(distribution, latency)
        self.failures: Failures | None = None if failures is None else _checked(Failures, failures)

    def answer(self, request: Request) -> tuple[int, list[tuple[str, str]], str | bytes]:
        """Return status, headers and body of the response to a request."""
        status, body = self.status, self.body
        if callable(body):
            result = body(request)
            status, body = result if isinstance(result, tuple) and len(result) == 2 else (status, result)
            if not isinstance(body, (str, bytes)) or status.__class__ is not int:
                code = getattr(self.body, "__code__", None)
                raise HttpSetupError(
                    f"a route's function returns text, bytes or (status, body), not {inspect(result)}",
                    *((code.co_filename, code.co_firstlineno) if code else ("", 0)),
                )
        return (status, self.headers, body)


class HttpService:
    """A host of the simulated outside world; see :mod:`simulator.otp.http.http` for how it is declared.

    *base* is its address, ``"https://api.example.com"``; ``http`` and ``https`` are one host. *routes* are tried
    in their order; a value may be a body or a status alone. *latency* is how long a response takes, as
    a constant or a distribution (:mod:`simulator.kernel.time.latency`). *connections* is how many requests it
    answers at a time (None: as many as come). *failures* tells which requests fail.

    Raises :class:`HttpSetupError`, with the scenario's file and line, for what cannot be.

    >>> from simulator import atom, run
    >>> from simulator.otp.http.http import HTTPoison
    >>> host = HttpService("https://example.com", {"/": "hello"}, latency="120ms")
    >>> def main(proc):
    ...     host.start(proc)
    ...     _, response = yield HTTPoison.get(proc, "https://example.com/")
    ...     proc.puts(f"{response.status_code} {response.body} after {proc.now_ms} ms")
    >>> run(main).output
    '200 hello after 120 ms\\n'
    """

    def __init__(
        self,
        base: str,
        routes: Mapping[str, Route | str | bytes | int | Callable[[Request], Any]],
        *,
        latency: int | float | str = 0,
        connections: int | None = None,
        failures: Mapping[Atom, Any] | None = None,
    ) -> None:
        at = address(base)
        if not at.host or at.path != "/" or at.query:
            raise _wrong(f"a service is declared for a host, as in 'https://example.com', not for {base!r}")
        if connections is not None and (connections.__class__ is not int or connections < 1):
            raise _wrong(f"connections are a whole number from 1 on, or None, not {inspect(connections)}")
        self.base = base
        self.host = at.host
        self.connections = connections
        self.draw = _checked(distribution, latency)
        self.failures: Failures = _checked(Failures, failures)
        self.routes = [(_checked(Pattern, pattern), _route(value)) for pattern, value in routes.items()]

    def start(self, proc: Process) -> Pid:
        """Start the host's process, which is registered under the host's name; return its pid.

        Raises :class:`HttpSetupError` if the host is running already.
        """
        world = _WORLDS.setdefault(proc.env, {})
        running = world.get(self.host)
        if running is not None and proc.alive(running.pid):
            raise _wrong(f"{self.host} is running already")
        running = world[self.host] = Running(self, Random(proc.random.getrandbits(64)))
        pid: Pid = proc.spawn_opt(running.serve, label=f"HttpService({self.host})")
        running.pid = pid
        proc.register(pid, Atom(self.host))
        return pid

    def find(self, method: Atom, at: Address) -> tuple[Route, dict[str, str]] | None:
        """Return the route of a request and what the names in its pattern stand for; None if there is none."""
        verb = method.name.upper()
        for pattern, route in self.routes:
            names = pattern.match(verb, at.path)
            if names is not None:
                return route, names
        return None


class Connection(NamedTuple):
    """A request that has a connection."""

    client: tuple[Pid, Reference]
    route: Route
    request: Request
    cut_off: bool
    timer: Reference | None


class Running:
    """A service while it runs, in one run."""

    __slots__ = ("asked", "busy", "pid", "queue", "random", "service", "total")

    def __init__(self, service: HttpService, random: Random) -> None:
        self.service = service
        self.random = random
        self.pid: Any = None
        self.total = 0
        self.asked: dict[Route, int] = {}  # requests for each route
        self.busy: dict[Reference, Connection] = {}
        self.queue: deque[tuple[Any, Route, Request, Atom | None]] = deque()

    def serve(self, proc: Process) -> Steps:
        """Answer requests for ever."""
        while True:
            match (yield proc.receive((HTTP, ANY, ANY), (RESPOND, ANY), (CLOSE, ANY), (DOWN, ANY, ANY, ANY, ANY))):
                case (atom.http, client, (method, url, headers, body)):
                    self._take(proc, client, method, url, headers, body)
                case (atom.respond, ref):
                    self._respond(proc, self.busy[ref])
                    self._free(proc, ref)
                case (atom.close, ref):
                    self._close(proc, ref)
                case (_, _, _, pid, _):
                    for ref in [ref for ref, connection in self.busy.items() if connection.client[0] == pid]:
                        self._close(proc, ref)

    def _take(self, proc: Process, client: Any, method: Atom, url: str, headers: Any, body: Any) -> None:
        """Take a request: it fails at once, gets a connection, or waits for one."""
        at = address(url)
        found = self.service.find(method, at)
        assert found is not None  # the client has looked
        route, names = found
        request = Request(method, url, at.path, names, at.query, headers, body)
        failure = self._failure(route)
        if failure is CONNECT_TIMEOUT:
            return
        if failure is None or failure is TIMEOUT or failure is CLOSED:
            self.queue.append((client, route, request, failure))
            self._connect(proc)
        else:
            gen.reply(proc, client, (atom.error, failure))

    def _failure(self, route: Route) -> Atom | None:
        """Return how this request fails, if it does."""
        self.total += 1
        self.asked[route] = self.asked.get(route, 0) + 1
        if route.failures is not None:
            number, failures = self.asked[route], route.failures
        else:
            number, failures = self.total, self.service.failures
        return failures.of(number, self.random)

    def _connect(self, proc: Process) -> None:
        """Give connections to those who wait, while there are some free."""
        most = self.service.connections
        while self.queue and (most is None or len(self.busy) < most):
            client, route, request, failure = self.queue.popleft()
            pid, ref = client
            if not proc.alive(pid):
                continue
            proc.send(ref, (ref, CONNECTED))
            timer = None
            if failure is TIMEOUT:
                proc.monitor(pid)  # who would hold the connection for ever if it died
            else:
                draw = route.draw or self.service.draw
                timer = proc.send_after(proc.pid, (RESPOND, ref), f"{draw(self.random)}ns")
            self.busy[ref] = Connection(client, route, request, failure is CLOSED, timer)

    def _respond(self, proc: Process, connection: Connection) -> None:
        """Answer a request whose time has come; a route's function that raises is a server's error."""
        _, route, request, cut_off, _ = connection
        answer: tuple[Any, ...] = (atom.error, CLOSED)
        if not cut_off:
            try:
                answer = route.answer(request)
            except ScenarioError:
                raise
            except Exception as failure:
                told = proc.front.banner(failure)
                proc.report(f"HttpService {self.service.host} failed to answer {request.url}\n{told}", "service")
                answer = (500, [], "")
        gen.reply(proc, connection.client, answer)

    def _close(self, proc: Process, ref: Reference) -> None:
        """Forget a request whose client gave up."""
        connection = self.busy.get(ref)
        if connection is None:
            self.queue = deque(waiting for waiting in self.queue if waiting[0][1] != ref)
            return
        if connection.timer is not None:
            proc.cancel_timer(connection.timer)
        self._free(proc, ref)

    def _free(self, proc: Process, ref: Reference) -> None:
        del self.busy[ref]
        self._connect(proc)


_WORLDS: WeakKeyDictionary[Any, dict[str, Running]] = WeakKeyDictionary()
"""The hosts of each run."""


def running(proc: Process, host: str) -> Running | None:
    """Return a host of this process's world, or None if there never was one of that name."""
    return _WORLDS.get(proc.env, {}).get(host)


def pairs(headers: Mapping[str, str] | list[tuple[str, str]] | None) -> list[tuple[str, str]]:
    """Return headers as a list of names and values.

    >>> pairs({"accept": "text/plain"})
    [('accept', 'text/plain')]
    """
    return list(headers.items()) if isinstance(headers, Mapping) else list(headers or ())


def _route(value: Any) -> Route:
    """Return what a route's value stands for: itself, a status or a body."""
    if isinstance(value, Route):
        return value
    return Route(status=value) if value.__class__ is int else Route(value)


def _checked(make: Callable[[Any], Any], given: Any) -> Any:
    """Return what *make* makes of a setting; a mistake in it is told with the scenario's line."""
    try:
        return make(given)
    except (ValueError, DurationError) as wrong:
        raise _wrong(str(wrong)) from None


def _wrong(problem: str) -> HttpSetupError:
    frame = caller(1)
    return HttpSetupError(problem, frame.f_code.co_filename, frame.f_lineno)
