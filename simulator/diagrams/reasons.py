"""Exit reasons in few words: what went wrong, without the stacktrace that takes all the room."""

from __future__ import annotations

import re

_IN_CALL = re.compile(r"(?s)\{(.*), \{([A-Z][\w.]*|:\w+), :(\w+[?!]?), \[.*\]\}\}")
_RAISED = re.compile(r"(?s)(?:\{)?%([A-Z][\w.]*)\{(.*?)\}(?:, \[.*\]\})?")
_MESSAGE = re.compile(r'(?s)message: "((?:[^"\\]|\\.)*)"')
_STACKTRACE = re.compile(r"(?s), \[\{.*\]\}$")
_REPORTED = re.compile(r"^\*\* \(([A-Z][\w.]*)\) (.*)$", re.MULTILINE)


def brief(reason: str) -> str:
    """Return an exit reason, as Elixir prints it, in few words.

    An exception is its name and message; a stacktrace and the arguments of a call that failed are left out, and of
    calls within calls all but one.

    >>> brief('{%RuntimeError{message: "I crashed!"}, [{Main, :run, 0, []}]}')
    'RuntimeError: I crashed!'
    >>> brief("{:badarith, [{:erlang, :/, [1, 0], []}]}"), brief(":boom")
    ('{:badarith, …}', ':boom')
    >>> brief("{:timeout, {GenServer, :call, [:stack, :pop, 5000]}}")
    ':timeout in GenServer.call'
    """
    if not reason.startswith(("{", "%")):
        return reason
    if call := _IN_CALL.fullmatch(reason):
        why, where = brief(call[1]), f" in {call[2]}.{call[3]}"
        return why if why.endswith(where) else why + where
    if raised := _RAISED.fullmatch(reason):
        message = _MESSAGE.search(raised[2])
        return f"{raised[1]}: {message[1] if message else raised[2]}"
    return _STACKTRACE.sub(", …}", reason)


def reported(report: str | None, reason: str) -> str:
    """Return in few words why a process crashed: what its report says was raised, else its *reason*.

    >>> reported("Process #PID<0.9.0> raised an exception\\n** (KeyError) key :a not found", "{{:badkey, :a}, []}")
    'KeyError: key :a not found'
    """
    found = _REPORTED.search(report or "")
    return f"{found[1]}: {found[2]}" if found else brief(reason)
