"""Large traces, as a run of very many messages, timers and calls writes them, without running anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from simulator.trace import Header, Scenario
from simulator.trace.events import FORMAT, VERSION

_ROUND = (
    '{{"kind":"send","seq":{0},"t":{t},"pid":100,"cause":{b},"line":8,"to":101,"msg":"{{:ping, #PID<0.100.0>, {n}}}"}}',
    '{{"kind":"deliver","seq":{1},"t":{t},"pid":101,"cause":{0},"depth":1}}',
    '{{"kind":"wait","seq":{2},"t":{t},"pid":100,"cause":{b},"line":9,"on":"receive","patterns":["{{:pong, {n}}}"]}}',
    '{{"kind":"receive","seq":{3},"t":{t},"pid":101,"cause":{1},"line":3,"depth":0}}',
    '{{"kind":"send","seq":{4},"t":{t},"pid":101,"cause":{3},"line":4,"to":100,"msg":"{{:pong, {m}}}"}}',
    '{{"kind":"deliver","seq":{5},"t":{t},"pid":100,"cause":{4},"depth":1}}',
    '{{"kind":"wait","seq":{6},"t":{t},"pid":101,"cause":{3},"line":3,"on":"receive","patterns":["{{:ping, _, _}}"]}}',
    '{{"kind":"receive","seq":{7},"t":{t},"pid":100,"cause":{5},"line":9,"depth":0}}',
    '{{"kind":"timer","seq":{8},"t":{t},"pid":100,"cause":{7},"line":10,"ref":{n},"to":100,"msg":":tick","at":{u}}}',
    '{{"kind":"wait","seq":{9},"t":{t},"pid":100,"cause":{7},"line":11,"on":"receive","patterns":[":tick"]}}',
    '{{"kind":"fire","seq":{10},"t":{u},"cause":{8},"ref":{n},"to":100}}',
    '{{"kind":"deliver","seq":{11},"t":{u},"pid":100,"cause":{10},"depth":1}}',
    '{{"kind":"receive","seq":{12},"t":{u},"pid":100,"cause":{11},"line":11,"depth":0}}',
)
_BEGIN = (
    '{"kind":"spawn","seq":0,"t":0,"pid":100,"id":"main","function":"main/0"}\n'
    '{"kind":"spawn","seq":1,"t":0,"pid":101,"cause":0,"parent":100,"id":"main/server-1","function":"server/0"}\n'
    '{"kind":"wait","seq":2,"t":0,"pid":101,"cause":1,"line":3,"on":"receive","patterns":["{:ping, _, _}"]}\n'
)
_END = '{{"kind":"end","seq":{0},"t":{t},"reason":"finished"}}\n'
_STEP = 1_000_000  # nanoseconds from round to round


def write_trace(path: Path, events: int, wrong_from: int | None = None) -> None:
    """Write a trace of about so many events: a client asks, is answered, and waits for a timer.

    From the round *wrong_from* on each answer is another, so that two traces part there.
    """
    header = Header(FORMAT, VERSION, Scenario("large.py", "A client, its server and its timer."), {}, 0)
    with path.open("wb") as file:
        file.write(msgspec.json.encode(header) + b"\n")
        file.write(_BEGIN.encode())
        for part in _rounds(events, wrong_from):
            file.write(part)


def _rounds(events: int, wrong_from: int | None) -> Iterator[bytes]:
    text = "\n".join(_ROUND) + "\n"
    size = len(_ROUND)
    for n in range(events // size):
        base = 3 + n * size
        answer = n if wrong_from is None or n < wrong_from else -n
        places = {"t": n * _STEP, "u": (n + 1) * _STEP, "b": max(base - 1, 0) if n else 0, "n": n, "m": answer}
        yield text.format(*range(base, base + size), **places).encode()
    rounds = events // size
    yield _END.format(3 + rounds * size, t=rounds * _STEP).encode()
