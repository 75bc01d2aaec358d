"""Events as lines of a trace file, written from what the kernel hands over, without making the events.

A line is what msgspec would make of the event, byte for byte, at a third of the time: each kind of event has a
function of its own, which is made from the schema when the first event of that kind comes.
"""

from __future__ import annotations

from collections.abc import Callable
from json.encoder import encode_basestring as quoted
from typing import Any

from simulator.terms import Atom, Pid, Reference
from simulator.trace.events import kinds
from simulator.trace.values import Values, fields_of, readied, rendered


class Lines(Values[str]):
    """Turns recorded values into lines of JSON."""

    nowhere = ""

    def placed(self, line: int, file: str | None) -> str:
        """Return a place as it stands in a line."""
        return f',"line":{line}' if file is None else f',"line":{line},"file":{quoted(file)}'

    def _maker(self, kind: str) -> Callable[..., str]:
        """Return what makes the line of an event that comes in full: one function, which looks for its place, too."""
        return _line_maker(kind, self.at, self.waits_at)

    def sent(
        self, seq: int, t: int, sender: Pid, cause: int, code: Any, instruction: int, target: Pid, msg: Any, depth: int
    ) -> str:
        """Return a send, and the deliver at once after it."""
        to, place = target.number, self.at(code, instruction)
        return (
            f'{{"kind":"send","seq":{seq - 1},"t":{t},"pid":{sender.number},"cause":{cause}{place}'
            f',"to":{to},"msg":{quoted(rendered(msg))}}}\n'
            f'{{"kind":"deliver","seq":{seq},"t":{t},"pid":{to},"cause":{seq - 1},"depth":{depth}}}\n'
        )

    def took(self, seq: int, t: int, taker: Pid, delivered: int, depth: int) -> str:
        """Return a receive at the beginning of a turn: it is where the process waited."""
        pid = taker.number
        place = self.waits_at.get(pid, "")
        return f'{{"kind":"receive","seq":{seq},"t":{t},"pid":{pid},"cause":{delivered}{place},"depth":{depth}}}\n'

    def waits(self, seq: int, t: int, waiter: Pid, cause: int, code: Any, instruction: int, until: int | None) -> str:
        """Return a wait for any message."""
        pid = waiter.number
        place = self.waits_at[pid] = self.at(code, instruction)
        last = "" if until is None else f',"until":{until}'
        return f'{{"kind":"wait","seq":{seq},"t":{t},"pid":{pid},"cause":{cause}{place},"on":"receive"{last}}}\n'


    def asked(
        self, seq: int, t: int, asker: Pid, cause: int, code: Any, instruction: int, server: Pid, name: str | None,
        ref: Reference, tag: Atom, request: Any, until: int | None, depth: int,
    ) -> str:  # fmt: skip
        """Return a monitor and a call, the send of its request, and the deliver at once after it."""
        pid, to, number, place = asker.number, server.number, ref.number, self.at(code, instruction)
        head = f',"t":{t},"pid":{pid},"cause":'
        called = "" if name is None else f',"name":{quoted(name)}'
        last = "" if until is None else f',"until":{until}'
        return (
            f'{{"kind":"monitor","seq":{seq - 3}{head}{cause}{place},"ref":{number},"to":{to}}}\n'
            f'{{"kind":"call","seq":{seq - 2}{head}{cause}{place},"to":{to}{called},"ref":{number},'
            f'"request":{quoted(rendered(request))}{last}}}\n'
            f'{{"kind":"send","seq":{seq - 1}{head}{seq - 2}{place},"to":{to},'
            f'"msg":{quoted(rendered((tag, (asker, ref), request)))}}}\n'
            f'{{"kind":"deliver","seq":{seq},"t":{t},"pid":{to},"cause":{seq - 1},"depth":{depth}}}\n'
        )

    def answered(self, seq: int, t: int, asker: Pid, delivered: int, depth: int, ref: int) -> str:
        """Return the receive of a reply, the return of its call, and the demonitor."""
        pid = asker.number
        place, head = self.waits_at.get(pid, ""), f',"t":{t},"pid":{pid},"cause":'
        return (
            f'{{"kind":"receive","seq":{seq - 2}{head}{delivered}{place},"depth":{depth}}}\n'
            f'{{"kind":"return","seq":{seq - 1}{head}{seq - 2},"ref":{ref},"how":"replied"}}\n'
            f'{{"kind":"demonitor","seq":{seq}{head}{seq - 1},"ref":{ref},"flush":true}}\n'
        )

    def responded(
        self, seq: int, t: int, server: Pid, cause: int, code: Any, instruction: int, asker: Pid, ref: Reference,
        value: Any, depth: int,
    ) -> str:  # fmt: skip
        """Return a reply, its send, and the deliver at once after it."""
        to, place, head = asker.number, self.at(code, instruction), f',"t":{t},"pid":{server.number},"cause":'
        return (
            f'{{"kind":"reply","seq":{seq - 2}{head}{cause}{place},"to":{to},"ref":{ref.number},'
            f'"reply":{quoted(rendered(value))}}}\n'
            f'{{"kind":"send","seq":{seq - 1}{head}{seq - 2}{place},"to":{to},'
            f'"msg":{quoted(rendered((ref, value)))}}}\n'
            f'{{"kind":"deliver","seq":{seq},"t":{t},"pid":{to},"cause":{seq - 1},"depth":{depth}}}\n'
        )


    def fired(self, seq: int, t: int, owner: Pid, armed: int, ref: int, target: Pid, depth: int) -> str:
        """Return the fire of a timer, and the deliver at once after it."""
        to = target.number
        return (
            f'{{"kind":"fire","seq":{seq - 1},"t":{t},"pid":{owner.number},"cause":{armed},"ref":{ref},"to":{to}}}\n'
            f'{{"kind":"deliver","seq":{seq},"t":{t},"pid":{to},"cause":{seq - 1},"depth":{depth}}}\n'
        )


def _line_maker(kind: str, at: Callable[[Any, int], str], waits_at: dict[int, str]) -> Callable[..., str]:
    """Return the function that makes lines of one kind, written for its fields.

    >>> from simulator.terms.shown import Shown
    >>> line = _line_maker("exit", lambda code, instruction: ',"line":3', {})
    >>> print(line(7, 0, 100, None, "code", 12, Shown.text(":normal"), "returned"), end="")
    {"kind":"exit","seq":7,"t":0,"pid":100,"line":3,"reason":":normal","how":"returned"}
    """
    annotations, names = kinds()[kind].__annotations__, fields_of(kind)
    # With a line below their names, which no field's has.
    scope: dict[str, Any] = {"_quoted": quoted, "_listed": _listed, "_at": at, "_waits_at": waits_at}
    steps = ["    place = '' if code is None else _at(code, instruction)\n"]
    steps += {"wait": ["    _waits_at[pid] = place\n"], "exit": ["    _waits_at.pop(pid, None)\n"]}.get(kind, [])
    for name in names:
        ready = readied(kind, name)
        if ready is not None:
            scope[f"_ready_{name}"] = ready
            steps.append(f"    {name} = _ready_{name}({name})\n")
    parts = [f"""f'{{{{"kind":"{kind}","seq":{{seq}},"t":{{t}}'"""]
    parts += [_source(name, "int | None") for name in ("pid", "cause")]
    parts += ["place", *(_source(name, annotations[name]) for name in names), "'}\\n'"]
    head = f"def line({', '.join(('seq', 't', 'pid', 'cause', 'code', 'instruction', *names))}):\n"
    exec(f"{head}{''.join(steps)}    return {' + '.join(parts)}\n", scope)
    made: Callable[..., str] = scope["line"]
    return made


def _source(name: str, annotation: str) -> str:
    """Return the expression of a field's text, from its type in the schema; what has its default value is left out."""
    kind, _, optional = annotation.partition(" | ")
    if kind == "bool":
        return f"""(',"{name}":true' if {name} else '')"""
    if kind.startswith("list"):
        return f"""(f',"{name}":{{_listed({name})}}' if {name} else '')"""
    value = "{" + name + "}" if kind in ("int", "Count", "Size") else "{_quoted(" + name + ")}"
    text = f"""f',"{name}":{value}'"""
    return f"('' if {name} is None else {text})" if optional else text


def _listed(items: list[Any]) -> str:
    """Return a list of texts or of numbers as JSON."""
    return f"[{','.join([quoted(item) if item.__class__ is str else str(item) for item in items])}]"
