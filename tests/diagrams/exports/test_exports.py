"""What other tools are given: each format is read again by its own reader, or by its rules."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from simulator import ANY, GenServer, atom, run
from simulator.diagrams.exports import foretold, perfetto
from simulator.diagrams.exports.formats import FORMATS
from simulator.diagrams.exports.shiviz import PARSER
from simulator.diagrams.sequences.mermaid import LONGEST
from simulator.scenario import load, start
from simulator.trace.telling import history

HOSTILE = "</script> \"q\" 'a' <b>&amp; @enduml end; %% # ‮abc \n second\tline 😀 " + "x" * 300


class Counter(GenServer):
    def init(proc, count):
        return (atom.ok, count)

    def handle_call(proc, request, client, count):
        yield proc.work(30)
        return (atom.reply, count, count + 1)

    def handle_cast(proc, request, count):
        return (atom.noreply, count + 1)


def talk(proc):
    """Calls, casts, a timer, a crash and text that means something to every format."""
    _, server = yield Counter.start_link(proc, 0)
    proc.flag(atom.trap_exit, True)
    GenServer.cast(proc, server, HOSTILE)
    yield GenServer.call(proc, server, atom.next)
    proc.send_after(proc.pid, atom.tick, 5)
    yield proc.receive(atom.tick)
    proc.spawn_link(broken)
    yield proc.receive((atom.EXIT, ANY, ANY))
    proc.puts(HOSTILE)
    proc.note("done")


def broken(proc):
    raise ValueError("no")


def crowd(proc):
    """Many messages: more than a format takes."""
    pids = [proc.spawn(echo) for _ in range(60)]
    for n in range(3000):
        proc.send(pids[n % 60], (proc.pid, f"a message with some text in it, number {n}"))
        yield proc.receive()


def echo(proc):
    while True:
        sender, text = yield proc.receive()
        proc.send(sender, text)


@pytest.fixture(scope="module")
def trace():
    return run(talk, schedulers=1).trace


@pytest.fixture(scope="module")
def large():
    return run(crowd).trace


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_run_gives_the_same_text(name):
    texts = [FORMATS[name].write(run(talk, schedulers=1).trace) for _ in range(2)]
    assert texts[0] == texts[1]


def test_csv_has_every_event_and_every_message(trace):
    events = list(csv.DictReader(io.StringIO(FORMATS["csv"].write(trace))))
    assert [int(row["seq"]) for row in events] == [event.seq for event in trace]
    assert [int(row["t"]) for row in events] == [event.t for event in trace]
    messages = list(csv.DictReader(io.StringIO(FORMATS["csv-messages"].write(trace))))
    told = history(trace).messages
    assert [row["term"] for row in messages] == [message.term for message in told]
    waits = [(row["enqueued"], row["received"], row["waited"]) for row in messages if row["waited"]]
    assert all(int(taken) - int(put) == int(waited) for put, taken, waited in waits) and waits


def test_shiviz_reads_its_own_log(trace):
    """By ShiViz's own rules: its expression matches; a host's own entry counts 1, 2, 3; clocks never go back."""
    expression = re.compile(PARSER.replace("(?<", "(?P<"))
    log = FORMATS["shiviz"].write(trace)
    found = list(expression.finditer(log))
    assert "".join(match[0] + "\n" for match in found) == log
    counts: dict[str, int] = {}
    last: dict[str, dict[str, int]] = {}
    for match in found:
        host, clock = match["host"], json.loads(match["clock"])
        counts[host] = counts.get(host, 0) + 1
        assert clock[host] == counts[host]
        assert all(clock[name] >= value for name, value in last.get(host, {}).items())
        assert all(value <= counts.get(name, 0) for name, value in clock.items())
        last[host] = clock
    assert len(counts) == 3


def test_a_receive_knows_what_its_sender_knew(trace):
    clocks = [json.loads(line[line.index("{") :]) for line in FORMATS["shiviz"].write(trace).splitlines()[::2]]
    main = next(name for name in clocks[0])
    final = max((clock for clock in clocks if main in clock), key=lambda clock: clock[main])
    assert len(final) == 3  # through messages the first process has heard of all three


def test_a_long_shiviz_log_says_that_it_ends(large):
    assert "the log ends here" in FORMATS["shiviz"].write(large).splitlines()[-1]


def test_perfetto_slices_nest_and_flows_bind(trace):
    """By the format's rules: on each thread every end has its begin, time never goes back, a flow has two ends."""
    document = json.loads(FORMATS["perfetto"].write(trace))
    records = [record for record in document["traceEvents"] if record["ph"] != "M"]
    assert [record["ts"] for record in records] == sorted(record["ts"] for record in records)
    depth: dict[int, int] = {}
    flows: dict[str, list[int]] = {"s": [], "f": []}
    for record in records:
        tid = record["tid"]
        if record["ph"] == "B":
            depth[tid] = depth.get(tid, 0) + 1
        elif record["ph"] == "E":
            depth[tid] -= 1
            assert depth[tid] >= 0, record
        elif record["ph"] in flows:
            assert depth[tid] >= 2, record  # within the life and the slice of the message
            flows[record["ph"]].append(record["id"])
    assert set(depth.values()) == {0}
    assert sorted(flows["s"]) == sorted(flows["f"]) and flows["s"]


def test_perfetto_counters_are_the_depth_of_mailboxes(trace):
    document = json.loads(FORMATS["perfetto"].write(trace))
    counters = [record["args"]["messages"] for record in document["traceEvents"] if record["ph"] == "C"]
    assert min(counters) == 0 and max(counters) >= 2


def test_mermaid_stays_within_its_limit_and_says_so(large):
    text = FORMATS["mermaid"].write(large)
    assert len(text) <= LONGEST and ("The text ends here" in text or "are drawn" in text)


@pytest.mark.skipif(not shutil.which("plantuml"), reason="no PlantUML here")
@pytest.mark.parametrize(("name", "kind"), [("plantuml", "SEQUENCE"), ("plantuml-timing", "TIMING")])
def test_plantuml_takes_it(name, kind, trace, large):
    for given in (trace, large):
        told = subprocess.run(
            ["plantuml", "-syntax"],
            input=FORMATS[name].write(given),
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert told.stdout.splitlines()[0] == kind, told.stdout


@pytest.mark.parametrize("name", ["trap_exit", "demonitor", "late_reply", "timers", "crash_storm", "schedulers"])
def test_perfetto_is_the_same_however_soon_it_forgets_what_is_over(name, monkeypatch):
    path = next((Path(__file__).parents[3] / "scenarios").rglob(f"*_{name}.py"))
    trace = start(load(str(path), {"states": True}), trace=True, report=lambda text: None).trace
    whole = FORMATS["perfetto"].write(trace)
    for module in (perfetto, foretold):
        monkeypatch.setattr(module, "_KEEP", 1)
    monkeypatch.setattr(perfetto, "_BATCH", 1)
    assert FORMATS["perfetto"].write(trace) == whole
    assert len(list(FORMATS["perfetto"].pieces(trace))) > 10
