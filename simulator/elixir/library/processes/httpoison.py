"""``HTTPoison``: requests to the outside world that a program's head describes, over the simulated HTTP service."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.processes.servers import checked_options
from simulator.elixir.runtime.bridge import TRUE, converts, to_python
from simulator.elixir.runtime.errors import Raised
from simulator.elixir.runtime.modules.modules import undefined
from simulator.elixir.runtime.world import current, world
from simulator.otp.http.http import HTTPoison
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
    found: dict[str, Any] = {key: given[key] for key in ("timeout", "recv_timeout") if key in given}
    if "params" in given:
        found["params"] = {str(key): value for key, value in dict(to_python(given["params"])).items()}
    return found


def _answered(answer: Any) -> Any:
    """Return ``{:ok, response}`` or ``{:error, error}`` with structs."""
    return (answer[0], response(answer[1]) if isinstance(answer[1], HTTPoison.Response) else failure(answer[1]))


def _calling(verb: str, bodied: bool) -> dict[str, Any]:
    """Return the functions of one verb, and those that raise."""
    plain = getattr(HTTPoison, verb)
    required = 1 + bodied

    def ask(name: str, given: tuple[Any, ...]) -> Any:
        if not world().routes:
            raise undefined(Atom("Elixir.HTTPoison"), name, len(given), given)
        headers, opts = (*given[required:], EMPTY, EMPTY)[:2]
        return _answered((yield plain(current(), *given[:required], _headers(headers), **_options(opts))))

    def insist(name: str, given: tuple[Any, ...]) -> Any:
        tag, found = yield from ask(name, given)
        if tag is Atom("error"):
            raise Raised(found)
        return found

    return _arities(verb, required, ask) | _arities(f"{verb}!", required, insist)


def _arities(name: str, required: int, function: Any) -> dict[str, Any]:
    """Return a function with so many required arguments, then headers and options, as a function of each arity."""

    def one(url: Any) -> Any:
        return (yield from function(name, (url,)))

    def two(url: Any, second: Any) -> Any:
        return (yield from function(name, (url, second)))

    def three(url: Any, second: Any, third: Any) -> Any:
        return (yield from function(name, (url, second, third)))

    def four(url: Any, body: Any, headers: Any, opts: Any) -> Any:
        return (yield from function(name, (url, body, headers, opts)))

    made = (one, two, three, four)
    return {f"{name}/{arity}": made[arity - 1] for arity in range(required, required + 3)}


def start() -> Any:
    """``HTTPoison.start/0``"""
    return (Atom("ok"), EMPTY)


FUNCTIONS = {"start/0": start}
BLOCKING = {
    **_calling("get", False), **_calling("head", False), **_calling("delete", False), **_calling("options", False),
    **_calling("post", True), **_calling("put", True), **_calling("patch", True),
}  # fmt: skip
