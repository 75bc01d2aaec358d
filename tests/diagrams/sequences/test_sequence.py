"""The sequence diagram: what is in it, what is not, and that all of it can be read."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sequence_stories import MS, Talk, chance, crowd, delayed, every_sign, flooded, serving, sliced

from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.scene import Group, Polyline, Rect, Text, leaves
from simulator.diagrams.selection import NothingToDraw
from simulator.diagrams.sequences.diagram import sequence
from simulator.trace import events as ev
from simulator.trace.told import UnknownProcess

GOLDEN = Path(__file__).parent / "golden"


def texts(picture):
    return [shape.text for shape in leaves(picture.scene.shapes) if isinstance(shape, Text)]


def kinds(picture):
    return {shape.kind for shape in picture.scene.shapes if isinstance(shape, Group)}


def tooltips(picture):
    return [shape.tooltip for shape in picture.scene.shapes if isinstance(shape, Group)]


def legend(picture):
    groups = [shape for shape in picture.scene.shapes if isinstance(shape, Group) and shape.kind == "legend"]
    return [group.shapes[-1].text for group in groups]


def box(text: Text) -> tuple[float, float, float, float]:
    width = text_width(text.text, text.size, text.bold)
    left = text.x - {"start": 0, "middle": width / 2, "end": width}[text.anchor]
    return left, text.y - text.size * 0.75, left + width, text.y + text.size * 0.2


@pytest.mark.parametrize(
    ("golden", "story", "mode"),
    [
        ("every_sign.svg", every_sign, "steps"),
        ("serving.svg", serving, "steps"),
        ("delayed.svg", delayed, "steps"),
        ("delayed_scale.svg", delayed, "scale"),
    ],
)
def test_the_picture_is_the_one_agreed_upon(golden, story, mode):
    drawn = sequence(story(), time=mode).svg()
    assert drawn == (GOLDEN / f"sequence_{golden}").read_text(encoding="utf-8")
    ElementTree.fromstring(drawn)


STORIES = {
    "every sign": every_sign, "delayed": delayed, "crowd": lambda: crowd(9, 40), "sliced": lambda: sliced(50),
    "serving": serving, "flooded": lambda: flooded(7, 5), "piled": lambda: flooded(60, 40),
    **{f"chance {n}": lambda n=n: chance(n) for n in range(25)},
}  # fmt: skip


@pytest.mark.parametrize("mode", ["steps", "scale"])
@pytest.mark.parametrize("story", STORIES.values(), ids=list(STORIES))
def test_no_text_meets_another_or_leaves_the_picture(story, mode):
    scene = sequence(story(), time=mode).scene
    written = sorted((shape for shape in leaves(scene.shapes) if isinstance(shape, Text)), key=lambda text: text.y)
    for place, text in enumerate(written):
        left, top, right, bottom = box(text)
        assert left >= 0 and top >= 0 and right <= scene.width and bottom <= scene.height, text
        for other in written[place + 1 :]:
            if other.y - other.size > bottom:
                break
            other_left, other_top, other_right, other_bottom = box(other)
            apart = other_left >= right or other_right <= left or other_top >= bottom or other_bottom <= top
            assert apart, (text, other)


def test_lifelines_stand_in_order_of_first_appearance_headed_by_name_or_function_and_pid():
    heads = [
        shape for shape in sequence(every_sign()).scene.shapes if isinstance(shape, Group) and shape.kind == "process"
    ]
    lines = [[shape.text for shape in head.shapes if isinstance(shape, Text)] for head in heads]
    assert lines == [
        ["main/0", "#PID<0.100.0>"], [":counter", "Counter.loop/1", "#PID<0.101.0>"], ["worker/2", "#PID<0.102.0>"],
        ["bystander/0", "#PID<0.103.0>"],
    ]  # fmt: skip
    places = [head.shapes[0].x for head in heads]
    assert places == sorted(places)


def test_a_long_term_is_shortened_visibly_and_whole_in_the_tooltip():
    picture = sequence(every_sign())
    assert "{:get, #PID<0.100.0>, %{deeply: [ne…" in texts(picture)
    assert any('that: "is far too long to be shown"}}' in tooltip for tooltip in tooltips(picture))


def test_each_thing_that_happens_has_its_sign_and_words():
    picture = sequence(every_sign())
    assert kinds(picture) >= {
        "message", "timer", "exit", "down", "spawn", "link", "unlink", "monitor", "demonitor", "active", "receive",
        "sleep", "work", "queue", "ready", "mailbox received",
        "mailbox unread", "mark crash", "mark normal",
        "mark killed", "mark exit", "mark cancel", "mark output", "mark note", "mark state", "mark flag", "mark name",
        "mark deadline", "mark timeout", "mark timer",
    }  # fmt: skip
    said = texts(picture)
    for words in (
        "never received", "lost: the receiver has ended", "ignored", "trapped", "is killed", "ends :normal",
        "exits :bye", "after 500 ms", "sleeps 150 ms", "works 300 ms on scheduler 1", "timeout",
        "works 100 ms, no scheduler is free",
        "on scheduler 1", "is now :counter", "counter is 5", "both requests are on their way", "{:DOWN, …, :bye}",
        "timer cancelled: :never", "timer 900 ms: :never → :counter", "trap_exit: true", "400 ms", "+ 100 ms",
    ):  # fmt: skip
        assert words in said, words


def test_the_legend_explains_what_occurs_and_nothing_else():
    talk = Talk("One message")
    talk.spawn(100, "main/0", None)
    talk.spawn(101, "loop/0")
    talk.message(100, 101)
    talk.exit(100)
    assert legend(sequence(talk.end())) == ["message", "spawn", "running", "ready, waits for its turn", "ends normally"]
    assert len(legend(sequence(every_sign()))) > 25


def test_a_message_that_takes_time_ends_where_it_arrives():
    picture = sequence(delayed())
    instants = {
        group.shapes[1].text: group.shapes[0]
        for group in picture.scene.shapes
        if isinstance(group, Group) and group.kind == "instant"
    }
    arrows = [group for group in picture.scene.shapes if isinstance(group, Group) and group.kind == "message"]
    request = next(group for group in arrows if "{:request, 2}" in group.tooltip)
    (_, sent), *_, (_, arrived) = request.shapes[0].points
    for y, label in ((sent, "0 ms"), (arrived, "13 ms")):
        bar = instants[label]
        assert bar.y - 8 <= y <= bar.y + bar.height + 8
    assert "sent at 0 ms, arrived at 13 ms, received at 30 ms" in request.tooltip
    assert {"still under way", "lost: the receiver has ended", "never received"} <= set(texts(picture))


def lines(shapes):
    for shape in leaves(tuple(shapes)):
        if isinstance(shape, Polyline):
            yield from pairwise(shape.points)


@pytest.mark.parametrize("mode", ["steps", "scale"])
@pytest.mark.parametrize("story", [delayed, *(lambda n=n: chance(n) for n in range(25))])
def test_no_arrow_that_takes_time_goes_through_a_text(story, mode):
    shapes = sequence(story(), time=mode).scene.shapes
    sloping = [
        line
        for group in shapes
        if isinstance(group, Group) and group.kind in ("message", "timer")
        for line in lines(group.shapes)
        if line[0][1] != line[1][1]
    ]
    for text in (shape for shape in leaves(shapes) if isinstance(shape, Text)):
        left, top, right, bottom = box(text)
        for (x1, y1), (x2, y2) in sloping:
            if max(y1, y2) <= top or min(y1, y2) >= bottom:
                continue
            across = [x1 + (x2 - x1) * (min(max(y, min(y1, y2)), max(y1, y2)) - y1) / (y2 - y1) for y in (top, bottom)]
            assert max(across) <= left or min(across) >= right, text


def test_a_message_from_before_the_picture_and_one_beyond_it():
    picture = sequence(delayed(), start=5, end=40)
    assert {"sent at 0 ms", "arrives at 42 ms", "arrives at 44.5 ms"} <= set(texts(picture))
    assert "{:request, 1}" in texts(picture)


def test_many_messages_that_wait_are_a_pile_with_their_number():
    picture = sequence(flooded(30, 25))
    assert "mailbox pile" in kinds(picture) and "mailbox received" not in kinds(picture)
    assert {"30", "5"} <= set(texts(picture))  # at most; never received
    assert "up to 30 messages wait in the mailbox" in tooltips(picture)
    assert "mailbox pile" not in kinds(sequence(flooded(8, 8)))


def test_each_way_to_spawn_has_its_own_shape():
    shapes = {
        group.kind: [type(shape).__name__ for shape in group.shapes]
        for group in sequence(every_sign()).scene.shapes
        if isinstance(group, Group) and group.kind.startswith("spawn")
    }
    assert len(shapes) == 3 and len({tuple(names) for names in shapes.values()}) == 3


def test_timers_names_and_crashes_say_what_became_of_them():
    talk = Talk("Ends")
    talk.spawn(100, "main/0", None)
    talk.spawn(101, "worker/0")
    talk.tell(ev.Register, 101, name=":worker")
    talk.tell(ev.Unregister, 101, name=":worker")
    for ref, to in ((1, 101), (2, 100)):
        talk.tell(ev.Timer, 100, ref=ref, to=to, msg=f":t{ref}", at=900 * MS)
    talk.tell(ev.Crash, 101, report="Process #PID<0.101.0> raised\n** (RuntimeError) I crashed!\n    a.exs:3: worker/0")
    talk.exit(101, '{%RuntimeError{message: "I crashed!"}, [{Main, :worker, 0, []}]}', "error")
    talk.tell(ev.Cancel, 100, ref=1, left=900 * MS)
    for left in (900 * MS, None):
        talk.tell(ev.Cancel, 100, ref=2, left=left)
    picture = sequence(talk.end())
    assert {
        "is no longer :worker", "timer :t1 is void: receiver has ended", "timer cancelled: :t2",
        "already cancelled: :t2", "crashes: RuntimeError: I crashed!",
    } <= set(texts(picture))  # fmt: skip
    assert any('exit reason {%RuntimeError{message: "I crashed!"}, [{Main' in tooltip for tooltip in tooltips(picture))


def test_a_call_its_reply_and_a_cast_are_three_kinds_of_arrows_without_their_envelopes():
    picture = sequence(serving())
    assert {"call :pop", "1", "cast {:push, 1}", "{:ok, #PID<0.102.0>}", "[1]"} <= set(texts(picture))
    assert not any("$gen" in text for text in texts(picture))
    arrows = {
        group.kind: [(type(shape).__name__, shape.pen.dash) for shape in group.shapes if hasattr(shape, "pen")]
        for group in picture.scene.shapes
        if isinstance(group, Group) and group.kind in ("call", "reply", "cast", "ack")
    }
    assert len({str(shapes) for shapes in arrows.values()}) == 4
    assert not {"monitor", "demonitor"} & kinds(picture)  # those of the calls themselves


def test_the_messages_of_a_call_tell_all_of_it():
    told = [tooltip for tooltip in tooltips(sequence(serving())) if "call :pop of :stack at 0 ms" in tooltip]
    assert len({tooltip.partition("\n\n")[2] for tooltip in told}) == 1
    assert all(tooltip.endswith("replied at 0 ms: 1\nover at 0 ms, after 0 ms") for tooltip in told)
    assert any("given up at 100 ms, after 100 ms" in tooltip for tooltip in tooltips(sequence(serving())))


def test_a_call_that_times_out_shows_where_it_was_given_up_and_what_became_of_its_reply():
    picture = sequence(serving())
    assert {"waits for :stack, at most 100 ms", "gives up on :stack", ":done", "too late: dropped"} <= set(
        texts(picture)
    )
    assert {"await", "callback"} <= kinds(picture)
    assert texts(picture).count("handle_call") == 1  # the one that lasts
    assert any(tooltip.startswith("in Stack.handle_call\nfrom 0 ms to 300 ms") for tooltip in tooltips(picture))


def test_a_restart_is_marked_at_the_supervisor():
    picture = sequence(serving())
    assert "mark restart" in kinds(picture) and "restarts Stack" in texts(picture)
    assert any(":stack #PID<0.103.0> in the place of :stack #PID<0.102.0>" in tooltip for tooltip in tooltips(picture))
    assert "exits RuntimeError: boom in GenServer.call" in texts(picture)


def test_only_and_hide_choose_lifelines_and_the_picture_says_what_that_left_out():
    picture = sequence(every_sign(), only=["main", ":counter"], hide=["counter"])
    heads = [text for text in texts(picture) if text in ("main/0", ":counter", "worker/2")]
    assert heads == ["main/0"]
    assert "3 processes not chosen for this picture." in texts(picture)
    assert any(text.endswith("to or from processes that are not drawn left out.") for text in texts(picture))
    with pytest.raises(UnknownProcess, match="did you mean 'worker'"):
        sequence(every_sign(), only=["workr"])


def test_start_and_end_choose_a_part_of_the_run():
    picture = sequence(every_sign(), start=260, end=500)
    said = texts(picture)
    assert "260 ms" in said and "500 ms" in said and "0 ms" not in said and "1.4 s" not in said
    assert "{:increment, 5}" not in said and "unlink" in said
    assert "The picture ends at 500 ms, as asked; the run goes on." in said


def test_a_process_that_does_not_live_in_the_part_shown_has_no_lifeline():
    heads = texts(sequence(every_sign(), start=1000))
    assert "main/0" in heads and "worker/2" not in heads


def test_too_much_is_not_drawn_and_the_picture_says_so():
    picture = sequence(crowd(50, 1200))
    said = texts(picture)
    lifelines = [shape for shape in picture.scene.shapes if isinstance(shape, Group) and shape.kind == "process"]
    assert len(lifelines) == 2 * 40  # a tall picture has them at its foot again
    assert any(
        text.startswith("The first 40 of 50 lifelines are drawn; 10 left out: worker/0, worker/1") for text in said
    )
    assert any(text.startswith("The first 400 of ") and "arrows are drawn" in text for text in said)
    assert any(text.startswith("The picture ends here, at ") for text in said)
    arrows = [
        shape for shape in picture.scene.shapes if isinstance(shape, Group) and shape.kind in ("message", "spawn")
    ]
    assert len(arrows) == 400


def test_forty_lifelines_and_four_hundred_arrows_are_not_too_much():
    picture = sequence(crowd(40, 400 - 39))
    assert not [text for text in texts(picture) if text.startswith("The first")]


def test_very_many_marks_are_cut_off_too():
    talk = Talk("Chatty")
    talk.spawn(100, "main/0", None)
    for number in range(3000):
        talk.tell(ev.Output, 100, text=f"{number}\n")
    said = texts(sequence(talk.end()))
    assert "The first 1,500 of 3,000 signs are drawn: the picture ends at 0 ms." in said


def test_work_in_thousands_of_slices_is_one_stretch():
    picture = sequence(sliced(2000))
    spans = [shape for shape in picture.scene.shapes if isinstance(shape, Group) and shape.kind == "turns"]
    assert len(spans) == 2 and picture.scene.height < 1000
    assert "works 2 s, in turns with others" in texts(picture)


def test_work_in_a_few_slices_shows_each():
    spans = [shape.kind for shape in sequence(sliced(2)).scene.shapes if isinstance(shape, Group)]
    assert (spans.count("work"), spans.count("queue"), spans.count("turns")) == (4, 3, 0)


def test_a_trace_that_is_cut_off_is_drawn_to_its_end():
    events = every_sign().events
    for cut in range(1, len(events)):
        sequence(events[:cut]).svg()
    assert "The trace is cut off here, at 250 ms." in texts(sequence(events[:30]))


def test_a_trace_with_nothing_in_it_is_an_error():
    with pytest.raises(NothingToDraw, match="no events"):
        sequence([])
    with pytest.raises(NothingToDraw, match="no process is left"):
        sequence(every_sign(), hide=["main", "worker", ":counter", "bystander"])
    with pytest.raises(ValueError, match="'steps' or 'scale'"):
        sequence(every_sign(), time="fast")


def test_what_is_no_process_sends_and_nobody_gets():
    talk = Talk("Outside")
    talk.spawn(100, "main/0", None)
    talk.receive(100, talk.post(None, 100, ":from_simpy"))
    talk.lose(None, talk.send(100, None, ":hi", ":nobody"), "unregistered")
    said = texts(sequence(talk.end()))
    assert {":from_simpy", ":hi", "lost: no such name"} <= set(said)


def test_nothing_is_told_by_colour_alone():
    picture = sequence(every_sign())
    shapes_of = {}
    for group in picture.scene.shapes:
        if isinstance(group, Group) and group.kind in ("active", "work", "queue", "receive", "sleep", "ready"):
            first = group.shapes[0]
            look = (type(first).__name__, first.pen.dash, len(group.shapes))
            shapes_of[group.kind] = look + ((first.width,) if isinstance(first, Rect) else ())
    assert len(set(shapes_of.values())) == len(shapes_of) == 6


def test_a_notebook_shows_it():
    picture = sequence(every_sign())
    assert picture._repr_mimebundle_() == {"image/svg+xml": picture.svg()}


@pytest.mark.parametrize(("fmt", "magic"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_graphviz_draws_it(fmt, magic):
    assert getattr(sequence(every_sign()), fmt)().startswith(magic)


def test_ten_thousand_events_are_drawn_within_two_seconds():
    talk = crowd(30, 4000)
    assert len(talk.events) > 10_000
    start = time.process_time()
    sequence(talk).svg()
    assert time.process_time() - start < 2
