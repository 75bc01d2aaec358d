"""The sequence diagram as Mermaid's text."""

from pathlib import Path

import pytest
from link_stories import HOSTILE
from sequence_stories import Talk, crowd, delayed, every_sign, serving

from simulator.diagrams.sequences.diagram import sequence

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("golden", "story"), [("every_sign", every_sign), ("delayed", delayed), ("serving", serving)])
def test_the_text_is_the_one_agreed_upon(golden, story):
    assert sequence(story()).mermaid() == (GOLDEN / f"sequence_{golden}.mmd").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_no_text_breaks_its_statement(text):
    talk = Talk(text)
    talk.spawn(100, text, None)
    talk.post(100, 100, text)
    lines = sequence(talk.end()).mermaid().splitlines()
    assert len(lines) == 5
    message = lines[-1].partition("p100->>p100: ")[2]
    for entity in ("#35;", "#59;", "#60;", "#62;", "#38;", "#37;", "#92;"):
        message = message.replace(entity, "")
    assert message and not set("#;<>&%\\") & set(message)


def test_a_word_that_means_something_to_mermaid_is_wrapped():
    talk = Talk("end")
    talk.spawn(100, "end", None)
    talk.post(100, 100, "wrap: :it")
    text = sequence(talk.end()).mermaid()
    assert "p100->>p100: wrap#58; :it (" in text
    assert "    title (end)\n" in text and " as (end)<br/>" in text


def test_what_is_left_out_is_said_in_a_note():
    text = sequence(crowd(50, 600)).mermaid()
    assert text.count("participant ") == 40
    assert "    Note over p100,p139: The first 40 of 50 lifelines are drawn" in text


def test_a_server_is_active_from_a_call_to_its_reply_and_every_activation_has_its_end():
    text = sequence(serving()).mermaid()
    assert "p100->>+p102: call :pop\n" in text and "p102-->>-p100: 1\n" in text
    assert "p102--x-p100: :done (too late: dropped)" in text and "p100-)p102: cast {:push, 1}" in text
    assert "p100->>p102: call :boom" in text  # never replied to
    late = sequence(serving(), start=200).mermaid()
    assert "+" not in late.replace("+ ", "") and ">-p" not in late and "--x-" not in late
