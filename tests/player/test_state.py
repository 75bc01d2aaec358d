"""In the browser: what the page derives from a trace is what Python derives from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from moments import SNAPSHOTS, moment
from played_traces import SCENARIOS, name_of, scenario, trace_of

from simulator.trace import history

MESSAGES = """
() => {
  const { model } = window.player;
  const pid = index => index < 0 ? null : model.processes[index].pid;
  const seq = event => event < 0 ? null : event;
  return [...model.messages].filter(message => message.kind !== "exit" || message.enqueued >= 0).map(message => [
    message.kind, pid(message.from), pid(message.to), message.term, message.text, message.sent,
    seq(message.enqueued), seq(message.received), seq(message.dropped),
  ]);
}
"""

CALLS = """
() => {
  const { model } = window.player;
  const pid = index => index < 0 ? null : model.processes[index].pid;
  const seq = event => event < 0 ? null : event;
  return [...model.calls].map(call => [
    pid(call.caller), pid(call.server), call.request, call.call, seq(call.reply), seq(call.returned), call.how,
    call.answer,
  ]);
}
"""

LINKS_IN_TIME = """
() => {
  const { model } = window.player;
  const { trace } = model;
  for (const [place, t] of [0n, 1n, trace.t[trace.n >> 1], trace.t[trace.n - 1], trace.t[trace.n - 1] + 1n].entries()) {
    const first = trace.t.findIndex(each => each >= t);
    const last = trace.t.findLastIndex(each => each <= t);
    if (model.firstAt(t) !== first || model.lastAt(t) !== last) return `time ${place}`;
  }
  for (let e = 0; e < trace.n; e++) {
    const effects = [...trace.cause.keys()].filter(other => trace.cause[other] === e);
    if (String(model.effects(e)) !== String(effects)) return `effects of ${e}`;
  }
  return "";
}
"""


@pytest.mark.parametrize("path", SCENARIOS, ids=name_of)
def test_every_scenario_opens_and_its_instants_are_those_of_the_trace(play: Callable[..., Any], path: Path) -> None:
    trace = trace_of(path)
    told, number = history(trace), len(trace)
    opened = play(trace)
    assert opened.title() == trace.header.scenario.title
    events = sorted(Random(1).sample(range(number), min(number, 12)))
    for event, shown in zip(events, opened.evaluate(SNAPSHOTS, events), strict=True):
        assert shown == moment(told, event), f"after event {event}"
    _check_messages(opened, trace)


def _check_messages(opened: Any, trace: Any) -> None:
    told = history(trace)
    expected = [
        [
            # A server's word to its starter that it runs is shown as the reply that it is.
            "reply" if message.kind == "ack" else message.kind,
            message.sender,
            message.receiver,
            message.term,
            message.term if message.content is None else message.content,
            message.sent.seq,
            *[None if at is None else at.seq for at in (message.enqueued, message.received)],
            next((at.seq for at in (message.dropped, message.flushed) if at is not None), None),
        ]
        for message in sorted(told.messages, key=lambda message: message.sent.seq)
    ]
    assert opened.evaluate(MESSAGES) == expected


def test_calls_are_joined_from_request_to_return(play: Callable[..., Any]) -> None:
    trace = scenario("late_reply")
    shown = play(trace).evaluate(CALLS)
    assert shown == [
        [
            call.caller,
            call.server,
            call.request,
            call.start.seq,
            None if call.replied is None else call.replied.seq,
            None if call.end is None else call.end.seq,
            call.how or "pending",
            call.reply or "",
        ]
        for call in history(trace).calls
    ]


def test_a_late_reply_is_told_apart(play: Callable[..., Any]) -> None:
    opened = play(scenario("late_reply"))
    assert opened.evaluate("[...player.model.calls].map(({ how, late }) => [how, late])") == [
        ["timeout", True],
        ["replied", False],
    ]
    assert opened.evaluate(
        "[...player.model.messages].filter(({ why }) => why).map(({ kind, why }) => [kind, why])"
    ) == [
        ["reply", "inactive"],
        ["exit", "ignored"],
    ]


@pytest.mark.parametrize("name", ["late_reply", "url_fetcher", "links_and_monitors"])
def test_times_and_effects_are_found(play: Callable[..., Any], name: str) -> None:
    assert play(scenario(name)).evaluate(LINKS_IN_TIME) == ""


def test_the_depth_of_a_mailbox_is_the_number_of_messages_in_it(play: Callable[..., Any]) -> None:
    opened = play(scenario("full_mailbox"))
    assert opened.evaluate(
        """() => {
          const { model } = window.player;
          return model.depth.every(({ at, depth }, process) => at.every((event, place) =>
            model.stateAt(event).processes[process].mailbox.length === depth[place]));
        }"""
    )


def test_every_event_is_told_in_words(play: Callable[..., Any]) -> None:
    words = play(scenario("late_reply")).evaluate(
        "[...player.model.trace.t.keys()].map(e => player.model.trace.describe(e))"
    )
    assert words[11] == '<0.100.0> sends {:"$gen_call", {#PID<0.100.0>, #Reference<0.0.0.1>}, :report} to <0.101.0>'
    assert not [line for line in words if "undefined" in line or "null" in line]
