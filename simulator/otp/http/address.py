"""Addresses: the parts of a URL, and the patterns of the routes that a simulated host has."""

from __future__ import annotations

import re
from typing import NamedTuple

_PORTS = {"http": "80", "https": "443"}
_VERB = re.compile(r"[A-Z]+")
_PARTS = re.compile(r"\*|:[a-z_][a-z0-9_]*|[^*:]+|:")


class Address(NamedTuple):
    """The parts of a URL."""

    host: str
    """Name of the host in lower case, with its port unless that is its scheme's own."""
    path: str
    """From the first slash to the query; ``/`` where there is none."""
    query: dict[str, str]
    """The query's parameters by name."""


def address(url: str) -> Address:
    """Return the parts of a URL; one without a scheme is taken to be ``http``.

    >>> address("https://Example.com:443/a/b?x=1&y")
    Address(host='example.com', path='/a/b', query={'x': '1', 'y': ''})
    >>> address("localhost:4000").host
    'localhost:4000'
    """
    scheme, separator, rest = url.partition("://")
    if not separator:
        scheme, rest = "http", url
    rest = rest.partition("#")[0]
    at = min(found for found in (rest.find("/"), rest.find("?"), len(rest)) if found >= 0)
    host, port = rest[:at].lower(), ""
    if ":" in host:
        host, _, port = host.rpartition(":")
    if port and port != _PORTS.get(scheme.lower()):
        host = f"{host}:{port}"
    path, _, query = rest[at:].partition("?")
    pairs = [pair.partition("=") for pair in query.split("&") if pair]
    return Address(host, path or "/", {_decoded(name): _decoded(value) for name, _, value in pairs})


def _decoded(text: str) -> str:
    """Return a text of a query without its escapes.

    >>> _decoded("a%20b+c")
    'a b c'
    """
    octets = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), text.replace("+", " ").encode())
    return octets.decode("utf-8", "replace")


class Pattern:
    """A route's pattern: ``"/users/:id"``, ``"/files/*"``, ``"POST /users"``.

    ``*`` stands for any text, ``:name`` for one segment of the path; without a verb any will do.

    >>> Pattern("/users/:id").match("GET", "/users/7"), Pattern("POST /users").match("GET", "/users")
    ({'id': '7'}, None)
    >>> Pattern("/files/*").match("GET", "/files/a/b.txt")
    {}
    """

    __slots__ = ("_regex", "path", "text", "verb")

    def __init__(self, text: str) -> None:
        verb, space, path = text.partition(" ")
        if not space:
            verb, path = "", text
        if (verb and not _VERB.fullmatch(verb)) or not path.startswith(("/", "*")) or " " in path:
            raise ValueError(
                f"a route is a path from its first slash on, as in '/users/:id' or 'POST /users': {text!r}"
            )
        self.text = text
        self.verb = verb
        self.path = path
        self._regex = re.compile("".join(map(_expression, _PARTS.findall(path))))

    def match(self, verb: str, path: str) -> dict[str, str] | None:
        """Return what the names in the pattern stand for in this path, or None if it does not match."""
        if self.verb and self.verb != verb:
            return None
        found = self._regex.fullmatch(path)
        return None if found is None else found.groupdict()


def _expression(part: str) -> str:
    """Return the regular expression of one part of a pattern."""
    if part == "*":
        return ".*"
    if part.startswith(":") and len(part) > 1:
        return f"(?P<{part[1:]}>[^/]+)"
    return re.escape(part)
