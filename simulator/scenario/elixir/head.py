"""The head of an Elixir file: the comments in which its title, lesson and settings stand.

``# until: 5s`` is a setting, ``# slack: 5ms`` how late anything may be where orders are explored,
``# http: GET https://host/path -> 200 in 20ms "body"`` a route of the outside world that ``HTTPoison`` reaches,
``# label: Worker.init/1 = worker {n}`` what the processes of a function, or of a registered name, are to be called,
``# env: KEY=value`` a variable of the environment, ``# allow: read data/`` what the file asks to be allowed
(``read``, ``write`` or ``env``); the first other line is the title, the rest of them the lesson.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from simulator.elixir.runtime.outside.rules import EVERYTHING
from simulator.scenario.config import SETTINGS
from simulator.scenario.errors import LoadError
from simulator.scenario.source import title_and_doc

_DIRECTIVE: Final = re.compile(r"([a-z_]+)\s*:\s*(\S.*)")
_ROUTE: Final = re.compile(
    r"(?:(?P<verb>[A-Z]+)\s+)?(?P<host>(?:https?://)?[^/\s]+)(?P<path>/\S*)?\s*->\s*"
    r"(?P<answer>\d{3}|:\w+)(?:\s+in\s+(?P<latency>\S+))?(?:\s+(?P<body>\S.*))?"
)

_VARIABLE: Final = "a variable of the environment is written `# env: KEY=value`"
_LABEL: Final = "a label is written `# label: Worker.init/1 = worker {n}`, with a function or a registered name"


class Head:
    """What the comments at a file's head say."""

    def __init__(self, text: str, path: str) -> None:
        self.settings: dict[str, Any] = {}
        self.routes: list[tuple[str, str, str, str | None, str]] = []
        """Of each route: host, pattern, answer, latency, body."""
        self.environment: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        """What processes are to be called, by their function, with or without its arity, or by a registered name."""
        self.asks: list[tuple[str, str]] = []
        """What the file asks to be allowed: ``read``, ``write`` or ``env``, and a path or name (``*``: all)."""
        self.slack: str | None = None
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
            if found is not None and found[1] == "slack":
                self.slack = found[2].strip()
            elif found is not None and found[1] in SETTINGS:
                self.settings[found[1]] = found[2].strip()
            elif found is not None and found[1] == "http":
                self.routes.append(_route(found[2], path, number))
            elif found is not None and found[1] == "env":
                name, value = _pair(found[2], _VARIABLE, path, number)
                self.environment[name] = value
            elif found is not None and found[1] == "label":
                known, label = _pair(found[2], _LABEL, path, number)
                if not label:
                    raise LoadError(_LABEL, path, number)
                self.labels[known] = label
            elif found is not None and found[1] == "allow":
                self.asks.append(_asked(found[2], path, number))
            else:
                remarks.append(line.lstrip("#")[1:].rstrip() if line.lstrip("#")[:1] == " " else remark)
        self.title, self.doc = title_and_doc("\n".join(remarks))


def _pair(text: str, how: str, path: str, line: int) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise LoadError(how, path, line)
    return name.strip(), value.strip()


def _asked(text: str, path: str, line: int) -> tuple[str, str]:
    kind, _, what = text.partition(" ")
    if kind not in ("read", "write", "env"):
        raise LoadError("what a file asks for is written `# allow: read data/`, with read, write or env", path, line)
    return kind, what.strip() or EVERYTHING


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
