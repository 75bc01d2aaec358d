"""``simulator why``: what it says, of whom and when, and what it says to bad input."""

from __future__ import annotations

import json

import pytest

PROGRAM = '''"""Two servers that call each other."""

from simulator import GenServer, atom


class One(GenServer):
    def init(proc, state):
        return (atom.ok, state)

    def handle_call(proc, request, client, state):
        answer = yield proc.call(Two, atom.ask)
        return (atom.reply, answer, state)


class Two(GenServer):
    def init(proc, state):
        return (atom.ok, state)

    def handle_call(proc, request, client, state):
        answer = yield proc.call(One, atom.ask, 1000)
        return (atom.reply, answer, state)


def main(proc):
    yield GenServer.start(proc, One, 1, name=One)
    yield GenServer.start(proc, Two, 2, name=Two)
    yield proc.call(One, atom.go)
'''


@pytest.fixture(autouse=True)
def _program(tmp_path):
    (tmp_path / "two.py").write_text(PROGRAM)


def test_a_circle_of_calls_is_called_a_deadlock(simulator):
    ended = simulator("why", "two.py", "--process", "One", "--at", "500ms", "--ask", "wait")
    assert ended.status == 1  # the run's own: its main process crashed
    assert "One waits for the reply of Two to its call :ask" in ended.out
    text = " ".join(ended.out.split())
    assert "One -> Two -> One: each waits for the next, which is a deadlock until one of them gives up, at 1 s." in text


def test_without_a_process_it_tells_what_stands_out(simulator):
    ended = simulator("why", "two.py")
    assert ended.out.startswith("Two at 1 s: why does it wait?")
    assert "Why did One end?" in ended.out
    assert "Why did Two end?" in ended.out and "What was late for Two, and why?" in ended.out


def test_of_a_trace_in_json_with_the_events_of_each_sentence(simulator):
    simulator("run", "two.py", "--trace", "two.jsonl")
    ended = simulator("why", "two.jsonl", "--process", "Two", "--at", "end", "--json")
    [end, late] = json.loads(ended.out)["answers"]
    assert ended.status == 0
    assert (end["kind"], end["process"], late["kind"]) == ("end", "Two", "late")
    assert all(each["events"] for each in end["because"])


def test_a_moment_is_a_time_or_an_event(simulator):
    by_number = simulator("why", "two.py", "--process", "main", "--at", "#3", "--ask", "wait")
    assert by_number.out.startswith("main/0 at 0 ms: why does it wait?")


def test_a_state_is_known_without_asking_for_states(simulator):
    ended = simulator("why", "two.py", "--process", "Two", "--ask", "value")
    assert "Two has the state 2: Two.init set it at 0 ms" in ended.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--process", "Tow"], "no process is called 'Tow'; did you mean 'Two'?"),
        (["--process", "Two", "--at", "soon"], "not a duration: 'soon' (write a number and one of "),
        (["--at", "1s"], "--at and --ask are about a process: name one with --process"),
    ],
)
def test_bad_input_is_told_in_one_line(simulator, arguments, said):
    ended = simulator("why", "two.py", *arguments)
    assert ended.status == 2
    assert ended.out == ""
    assert ended.complaint.startswith(said)


def test_the_history_of_a_state_says_what_changed(simulator):
    ended = simulator("why", "stack", "--process", "Stack", "--ask", "history")
    said = " ".join(ended.out.split())
    assert "- [- 2, …]: Stack.handle_call set it at 0 ms (#55), handling :pop from main/0." in said


def test_a_trace_without_states_says_so(simulator):
    simulator("run", "two.py", "--trace", "two.jsonl")
    ended = simulator("why", "two.jsonl", "--process", "Two", "--ask", "history")
    assert ended.out == "The trace holds no states of servers: record them with --set states=true.\n"
