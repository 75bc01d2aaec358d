"""Events out of a page's data: the way back, which shows that nothing was lost."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from simulator.trace.events import Event, kinds


def data_of(html: str) -> Any:
    """Return the data that a page holds."""
    found = re.search(r'<script type="application/octet-stream" id="trace">([^<]*)</script>', html)
    assert found is not None
    return json.loads(gzip.decompress(base64.b64decode(found[1])))


def events_of(run: dict[str, Any]) -> Iterator[Event]:
    """Yield the events that the columns of a run hold."""
    classes, strings = kinds(), run["strings"]
    places = dict.fromkeys(run["kinds"], 0)
    for seq, t in enumerate(accumulate(map(int, run["t"]))):
        kind = run["kinds"][run["kind"][seq]]
        fields: dict[str, Any] = {"seq": seq, "t": t}
        if run["pid"][seq] >= 0:
            fields["pid"] = run["pid"][seq]
        if run["cause"][seq]:
            fields["cause"] = seq - run["cause"][seq]
        if run["line"][seq]:
            fields["line"] = run["line"][seq]
        if run["file"][seq] >= 0:
            fields["file"] = strings[run["file"][seq]]
        for name, column in run["fields"][kind].items():
            value = column["values"][places[kind]]
            if value is not None:
                fields[name] = _value(column["form"], value, strings)
        places[kind] += 1
        yield classes[kind](**fields)


def _value(form: str, value: Any, strings: list[str]) -> Any:
    if form == "text":
        return strings[value]
    if form == "texts":
        return [strings[each] for each in value]
    return int(value) if form == "number" else value
