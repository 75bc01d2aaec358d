"""Events out of a page's data: the way back, which shows that nothing was lost."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from simulator.player.columns import ODD, SHARED, Columns
from simulator.trace.events import Event, kinds


@dataclass
class Data:
    """What a page holds: the head, and the slices of all runs."""

    head: Any
    slices: list[bytes]


def data_of(html: str) -> Data:
    """Return the data that a page holds."""
    found = re.search(r'<script type="application/octet-stream" id="trace">([^<]*)</script>', html)
    assert found is not None
    head, *slices = [gzip.decompress(base64.b64decode(line)) for line in found[1].split("\n")]
    return Data(json.loads(head), slices)


def there_and_back(events: Iterable[Event]) -> list[Event]:
    """Return events that were written into columns and read out of them."""
    columns = Columns(events)
    slices = list(columns)
    return list(events_of(columns.head(), slices))


def events_of(run: dict[str, Any], slices: Iterable[bytes]) -> Iterator[Event]:
    """Yield the events that the slices of a run hold."""
    texts: list[str] = []
    had = [0] * len(run["kinds"])
    used = [dict.fromkeys(kind["fields"], 0) for kind in run["kinds"]]
    time, odd_steps = 0, {at: int(step) for at, step in run["odd"]}
    for raw in slices:
        slice_ = _Slice(raw)
        first = sum(had)
        by_event, steps = slice_.column(), slice_.column()
        own = {}
        for kind, count in slice_.kinds:
            shared = dict(zip(SHARED, [slice_.column() for _ in SHARED], strict=True))
            fields = {}
            for name, field in run["kinds"][kind]["fields"].items():
                lengths = slice_.column() if field["form"].endswith("s") else None
                values = slice_.column()
                odd = {at - used[kind][name]: int(value) + 2 for at, value in field["odd"]}
                numbers = [odd[at] if value == ODD and odd else value for at, value in enumerate(values)]
                fields[name] = (field["form"], lengths, numbers)
                used[kind][name] += len(values)
            own[kind] = (shared, fields)
            had[kind] += count
        texts += slice_.texts()
        yield from _rows(run, first, by_event, own, _times(time, steps, first, odd_steps), texts)
        time = _times(time, steps, first, odd_steps)[-1]


def _times(time: int, steps: list[int], first: int, odd: dict[int, int]) -> list[int]:
    made = []
    for at, step in enumerate(steps):
        time += odd.get(first + at, step)
        made.append(time)
    return made


def _rows(
    run: dict[str, Any], first: int, by_event: list[int], own: dict[int, Any], times: list[int], texts: list[str]
) -> Iterator[Event]:
    classes = kinds()
    at = dict.fromkeys(own, 0)
    read = {(kind, name): 0 for kind, (_, fields) in own.items() for name in fields}
    for place, kind in enumerate(by_event):
        shared, fields = own[kind]
        row, at[kind] = at[kind], at[kind] + 1
        seq = first + place
        made: dict[str, Any] = {"seq": seq, "t": times[place]}
        if shared["pid"][row]:
            made["pid"] = shared["pid"][row] - 1
        if shared["cause"][row]:
            made["cause"] = seq - shared["cause"][row]
        if shared["line"][row]:
            made["line"] = shared["line"][row]
        if shared["file"][row]:
            made["file"] = texts[shared["file"][row] - 1]
        for name, (form, lengths, values) in fields.items():
            if lengths is None:
                value = _value(form, values[row], texts)
            else:
                begin = read[kind, name]
                read[kind, name] += lengths[row]
                value = [_value(form, each, texts) for each in values[begin : begin + lengths[row]]]
            if value is not None:
                made[name] = value
        yield classes[run["kinds"][kind]["name"]](**made)


def _value(form: str, value: int, texts: list[str]) -> Any:
    if form == "flag":
        return value == 1
    if value == 0:
        return None
    return texts[value - 1] if form.startswith("text") else value - 2


class _Slice:
    def __init__(self, raw: bytes) -> None:
        end = 4 + int.from_bytes(raw[:4], "little")
        about = json.loads(raw[4:end])
        self.kinds: list[list[int]] = about["kinds"]
        self._columns = iter(about["columns"])
        self._rest = raw[end:]

    def column(self) -> list[int]:
        planes, count = next(self._columns)
        parts = [self._rest[plane * count : (plane + 1) * count] for plane in range(planes)]
        self._rest = self._rest[planes * count :]
        return [sum(part[i] << 8 * plane for plane, part in enumerate(parts)) for i in range(count)]

    def texts(self) -> list[str]:
        found = []
        for length in self.column():
            found.append(self._rest[:length].decode())
            self._rest = self._rest[length:]
        assert not self._rest
        return found
