"""The sequence diagram as plain text."""

from pathlib import Path

import pytest
from link_stories import HOSTILE
from sequence_stories import Talk, crowd, delayed, every_sign, serving

from simulator import run
from simulator.diagrams.sequences.diagram import sequence

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("golden", "story"), [("every_sign", every_sign), ("delayed", delayed), ("serving", serving)])
def test_the_lines_are_those_agreed_upon(golden, story):
    assert sequence(story()).text() == (GOLDEN / f"sequence_{golden}.txt").read_text(encoding="utf-8")


def test_a_conversation_reads_from_top_to_bottom():
    def pong(proc):
        sender = yield proc.receive()
        yield proc.work(5)
        proc.send(sender, "pong")

    def main(proc):
        proc.send(proc.spawn(pong), proc.pid)
        proc.puts((yield proc.receive()))

    assert run(main).sequence().text() == (
        "main\n"
        "\n"
        "      main/0   pong/0\n"
        "      0.100.0  0.101.0\n"
        "0 ms  ├─ ─ ─ ─>│          spawn\n"
        "      ├───────>│          #PID<0.100.0>\n"
        "      │        o          works 5 ms\n"
        "      │        │\n"
        '5 ms  │<───────┤          "pong"\n'
        "      │        ┴          ends :normal\n"
        '      o                   receives "pong"\n'
        "      o                   “pong”\n"
        "      ┴                   ends :normal\n"
        "\n"
        "The run ends at 5 ms: nothing more can happen.\n"
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_no_text_breaks_its_line(text):
    talk = Talk(text)
    talk.spawn(100, text, None)
    talk.post(100, 100, text)
    lines = sequence(talk.end()).text().splitlines()
    assert len(lines) == 7 and "├─┐" in lines[4]
    assert not any(ord(letter) < 32 for line in lines for letter in line)


def test_letters_that_are_wide_shift_no_lifeline():
    talk = Talk("wide")
    talk.spawn(100, "日本語/0", None)
    talk.spawn(101, "b/0", 100)
    talk.post(100, 101, "語")
    names, _, first, second, *_ = sequence(talk.end()).text().splitlines()[2:]
    assert first.index("│") == second.index("│") == names.index("b/0") + len("日本語")


def test_what_is_left_out_is_said_above():
    text = sequence(crowd(50, 600)).text()
    assert text.splitlines()[1].startswith("The first 40 of 50 lifelines are drawn")
