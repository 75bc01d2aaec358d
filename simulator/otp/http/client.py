"""The client of the simulated outside world, with the names and the results of HTTPoison.

Source of the shapes: HTTPoison 1.8 and 2.0, with the timeouts of hackney, on which it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simulator.kernel import ANY, Process, caller
from simulator.otp.http.address import address
from simulator.otp.http.service import (
    CLOSE,
    CONNECT_TIMEOUT,
    CONNECTED,
    HTTP,
    TIMEOUT,
    Running,
    UnknownRoute,
    pairs,
    running,
)
from simulator.otp.server.gen import DOWN, Steps
from simulator.terms import Atom, atom, inspect
from simulator.terms.durations import nanoseconds
from simulator.terms.errors import SimulatorError
from simulator.terms.shown import Shown

Headers = Mapping[str, str] | list[tuple[str, str]] | None


class Response:
    """What a host answered: prints as ``%HTTPoison.Response{...}``."""

    __slots__ = ("body", "headers", "request_url", "status_code")

    def __init__(self, status_code: int, body: str | bytes, headers: list[tuple[str, str]], request_url: str) -> None:
        self.status_code = status_code
        self.body = body
        self.headers = headers
        self.request_url = request_url

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        return [(name, getattr(self, name)) for name in self.__slots__]


class Error(SimulatorError, RuntimeError):
    """Why there is no response: prints as ``%HTTPoison.Error{id: nil, reason: :timeout}``."""

    def __init__(self, reason: Atom) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return inspect(self.reason)

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        return [("id", None), ("reason", self.reason)]


for _struct in (Response, Error):
    _struct.__name__ = _struct.__qualname__ = f"HTTPoison.{_struct.__name__}"


def _request(
    proc: Process,
    method: Atom,
    url: str,
    body: str | bytes = "",
    headers: Headers = None,
    *,
    params: Mapping[str, Any] | None = None,
    timeout: Any = 8000,
    recv_timeout: Any = 5000,
    raises: bool = False,
) -> Any:
    """Request a response; a path that is no route is a mistake at the line that asks for it."""
    url = _complete(url, params)
    at = address(url)
    host = running(proc, at.host)
    if host is not None and host.service.find(method, at) is None:
        frame = caller(1)
        known = ", ".join(inspect(pattern.text) for pattern, _ in host.service.routes) or "none"
        raise UnknownRoute(
            f"{at.host} has no route for {method.name.upper()} {at.path}; its routes: {known}",
            frame.f_code.co_filename,
            frame.f_lineno,
        )
    request = (method, url, pairs(headers), body)
    return proc.perform(_steps(proc, host, request, timeout, recv_timeout, raises), method.name)


def _complete(url: str, params: Mapping[str, Any] | None) -> str:
    """Return a URL with its scheme, and with parameters in its query."""
    whole = url if url.lower().startswith("http") else f"http://{url}"
    if not params:
        return whole
    query = "&".join(f"{name}={value}" for name, value in params.items())
    return f"{whole}{'&' if '?' in whole else '?'}{query}"


def _steps(
    proc: Process, host: Running | None, request: tuple[Any, ...], timeout: Any, recv_timeout: Any, raises: bool
) -> Steps:
    """Wait for the connection, then for the response; return the result, or raise its error."""
    reason: Any = atom.nxdomain
    if host is not None:
        answer = yield from _asked(proc, host, request, timeout, recv_timeout)
        if answer[0] is not atom.error:
            status, headers, body = answer
            response = Response(status, body, headers, request[1])
            return response if raises else (atom.ok, response)
        reason = answer[1]
    if raises:
        raise Error(reason)
    return (atom.error, Error(reason))


def _asked(proc: Process, host: Running, request: tuple[Any, ...], timeout: Any, recv_timeout: Any) -> Steps:
    """Ask a host as a server is called; return ``(status, headers, body)`` or ``{:error, reason}``."""
    pid = host.pid
    ref = proc.monitor(pid, alias=True)
    if proc.recording:
        shown = Shown.text(f"{request[0].name.upper()} {request[1]}")
        until = None if timeout is atom.infinity else proc.now + nanoseconds(timeout)
        proc.record("call", pid.number, inspect(Atom(host.service.host)), ref.number, shown, until)
    proc.send(pid, (HTTP, (proc.pid, ref), request))
    answers, late = ((ref, ANY), (DOWN, ref, ANY, ANY, ANY)), CONNECT_TIMEOUT
    message = yield proc.receive_for("call", "", *answers, after=_wait(timeout))
    if message == (ref, CONNECTED):
        late = TIMEOUT
        message = yield proc.receive_for("call", "", *answers, after=_wait(recv_timeout))
    proc.demonitor(ref, flush=True)
    if message is None:
        proc.record("return", ref.number, "timeout")
        proc.send(pid, (CLOSE, ref))
        return (atom.error, late)
    if len(message) == 2:
        proc.record("return", ref.number, "replied")
        return message[1]
    proc.record("return", ref.number, "down")
    return (atom.error, atom.econnrefused if message[4] is atom.noproc else atom.closed)


def _wait(timeout: Any) -> Any:
    return None if timeout is atom.infinity else timeout


def _bodiless(method: Atom, raises: bool) -> Callable[..., Any]:
    """Return the client's function for requests without a body."""

    def function(proc: Process, url: str, headers: Headers = None, **options: Any) -> Any:
        return _request(proc, method, url, "", headers, raises=raises, **options)

    return _named(function, method, raises)


def _bodied(method: Atom, raises: bool) -> Callable[..., Any]:
    """Return the client's function for requests with a body."""

    def function(proc: Process, url: str, body: str | bytes = "", headers: Headers = None, **options: Any) -> Any:
        return _request(proc, method, url, body, headers, raises=raises, **options)

    return _named(function, method, raises)


def _named(function: Callable[..., Any], method: Atom, raises: bool) -> Callable[..., Any]:
    function.__name__ = f"{method.name}_b" if raises else method.name
    function.__qualname__ = f"HTTPoison.{function.__name__}"
    what = "its response; raise the error if there is none" if raises else "its result"
    function.__doc__ = f"Request {method.name.upper()} of a URL: ``yield`` it for {what}."
    return function


class HTTPoison:
    """The client's functions, to be yielded: ``{:ok, response}`` or ``{:error, error}`` is the answer.

    ``get``, ``delete``, ``head`` and ``options`` take ``(proc, url, headers)``, ``post``, ``put`` and ``patch``
    ``(proc, url, body, headers)``, ``request`` ``(proc, method, url, body, headers)``. Those whose names end in
    ``_b`` are Elixir's ``get!`` ...: they return the response alone, or raise the error.

    By name: *params* go into the URL's query; *timeout* is how long to wait for a connection (8000),
    *recv_timeout* for the response (5000), in milliseconds or ``atom.infinity``. Headers are a dict or pairs.

    Raises :class:`~simulator.otp.http.service.UnknownRoute` for a path that its host has no route for.
    """

    Response = Response
    Error = Error

    get = staticmethod(_bodiless(atom.get, False))
    get_b = staticmethod(_bodiless(atom.get, True))
    delete = staticmethod(_bodiless(atom.delete, False))
    delete_b = staticmethod(_bodiless(atom.delete, True))
    head = staticmethod(_bodiless(atom.head, False))
    head_b = staticmethod(_bodiless(atom.head, True))
    options = staticmethod(_bodiless(atom.options, False))
    options_b = staticmethod(_bodiless(atom.options, True))
    post = staticmethod(_bodied(atom.post, False))
    post_b = staticmethod(_bodied(atom.post, True))
    put = staticmethod(_bodied(atom.put, False))
    put_b = staticmethod(_bodied(atom.put, True))
    patch = staticmethod(_bodied(atom.patch, False))
    patch_b = staticmethod(_bodied(atom.patch, True))

    @staticmethod
    def request(proc: Process, method: Atom, url: str, *args: Any, **options: Any) -> Any:
        """Request any method of a URL, such as ``atom.get``: ``yield`` it (``HTTPoison.request/5``)."""
        return _request(proc, method, url, *args, **options)

    @staticmethod
    def request_b(proc: Process, method: Atom, url: str, *args: Any, **options: Any) -> Any:
        """Request as :meth:`request` does; the answer is the response, or the error is raised."""
        return _request(proc, method, url, *args, raises=True, **options)

    @staticmethod
    def start(proc: Process) -> Any:
        """Return ``{:ok, []}``: there is nothing to start (``HTTPoison.start/0``)."""
        return (atom.ok, [])
