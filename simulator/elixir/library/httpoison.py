"""``HTTPoison``: requests to the outside world that a program's head describes, over the simulated HTTP service."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.servers import checked_options
from simulator.elixir.runtime.bridge import TRUE, converts, to_python
from simulator.elixir.runtime.errors import Raised
from simulator.elixir.runtime.modules import undefined
from simulator.elixir.runtime.world import current, world
from simulator.otp.http import HTTPoison
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, to_list
from simulator.terms.maps import STRUCT, Map, from_pairs, pairs
from simulator.terms.structs import define

_EXCEPTION = Atom("__exception__")
_RESPONSE = define("HTTPoison.Response", "body", "headers", "request", "request_url", "status_code")
_ERROR = define("HTTPoison.Error", "__exception__", "id", "reason")


def response(answer: Any) -> Map:
    """Return a response as the struct that it is in Elixir."""
    return from_pairs([
        (STRUCT, _RESPONSE), (Atom("status_code"), answer.status_code),
        (Atom("body"), answer.body), (Atom("headers"), from_list(list(answer.headers))),
        (Atom("request_url"), answer.request_url), (Atom("request"), Atom("nil")),
    ])  # fmt: skip


def failure(wrong: Any) -> Map:
    """Return an error as the struct that it is in Elixir."""
    return from_pairs([
        (STRUCT, _ERROR), (_EXCEPTION, TRUE), (Atom("id"), Atom("nil")),
        (Atom("reason"), wrong.reason),
    ])  # fmt: skip


converts(HTTPoison.Response, response)
converts(HTTPoison.Error, failure)


def _headers(given: Any) -> list[tuple[str, str]]:
    found = pairs(given) if given.__class__ is Map else to_list(given)
    return [(key.name if key.__class__ is Atom else key, value) for key, value in found]


def _options(opts: Any) -> dict[str, Any]:
    given = checked_options(opts)
    found = {key: given[key] for key in ("timeout", "recv_timeout") if key in given}
    if "params" in given:
        found["params"] = {str(key): value for key, value in dict(to_python(given["params"])).items()}
    return found


def _answered(answer: Any) -> Any:
    """Return ``{:ok, response}`` or ``{:error, error}`` with structs."""
    return (answer[0], response(answer[1]) if isinstance(answer[1], HTTPoison.Response) else failure(answer[1]))


def _calling(name: str, bodied: bool) -> dict[str, Any]:
    """Return the functions of one verb, and those that raise."""
    plain = getattr(HTTPoison, name)

    def ask(url: Any, body: Any, headers: Any, opts: Any) -> Any:
        if not world().routes:
            raise undefined(Atom("Elixir.HTTPoison"), name, 1 + bodied, [url])
        args = (url, body, _headers(headers)) if bodied else (url, _headers(headers))
        return _answered((yield plain(current(), *args, **_options(opts))))

    def insist(url: Any, body: Any, headers: Any, opts: Any) -> Any:
        tag, found = yield from ask(url, body, headers, opts)
        if tag is Atom("error"):
            raise Raised(found)
        return found

    found: dict[str, Any] = {}
    for mark, function in (("", ask), ("!", insist)):
        if bodied:
            found |= _bodied(f"{name}{mark}", function)
        else:
            found |= _bodiless(f"{name}{mark}", function)
    return found


def _bodied(name: str, function: Any) -> dict[str, Any]:
    def with_body(url: Any, body: Any) -> Any:
        return (yield from function(url, body, EMPTY, EMPTY))

    def with_headers(url: Any, body: Any, headers: Any) -> Any:
        return (yield from function(url, body, headers, EMPTY))

    return {f"{name}/2": with_body, f"{name}/3": with_headers, f"{name}/4": function}


def _bodiless(name: str, function: Any) -> dict[str, Any]:
    def plain(url: Any) -> Any:
        return (yield from function(url, "", EMPTY, EMPTY))

    def with_headers(url: Any, headers: Any) -> Any:
        return (yield from function(url, "", headers, EMPTY))

    def with_options(url: Any, headers: Any, opts: Any) -> Any:
        return (yield from function(url, "", headers, opts))

    return {f"{name}/1": plain, f"{name}/2": with_headers, f"{name}/3": with_options}


def start() -> Any:
    """``HTTPoison.start/0``"""
    return (Atom("ok"), EMPTY)


FUNCTIONS = {"start/0": start}
BLOCKING = {
    **_calling("get", False), **_calling("head", False), **_calling("delete", False), **_calling("options", False),
    **_calling("post", True), **_calling("put", True), **_calling("patch", True),
}  # fmt: skip
