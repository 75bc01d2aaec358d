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
    assert "    Note over p100: The first 40 of 50 lifelines are drawn" in text


def test_a_server_is_active_from_a_call_to_its_reply_and_every_activation_has_its_end():
    text = sequence(serving()).mermaid()
    assert "p100->>+p102: call :pop\n" in text and "p102-->>-p100: 1\n" in text
    assert "p102--x-p100: :done (too late: dropped)" in text and "p100-)p102: cast {:push, 1}" in text
    assert "p100->>p102: call :boom" in text  # never replied to
    late = sequence(serving(), start=200).mermaid()
    assert "+" not in late.replace("+ ", "") and ">-p" not in late and "--x-" not in late


def test_a_process_is_created_by_its_spawn_and_destroyed_by_the_last_arrow_of_its_end():
    talk = Talk("lives")
    talk.spawn(100, "main/0", None)
    talk.spawn(101, "worker/0", 100)
    talk.exit(101, ":boom", "exit")
    text = sequence(talk.end()).mermaid()
    head, _, rest = text.partition("create participant p101 as worker/0")
    assert "p101" not in head
    assert rest.splitlines()[1].strip().startswith("p100-->>p101")


def test_who_is_spoken_of_before_its_birth_or_after_its_end_is_there_all_the_time():
    text = sequence(every_sign()).mermaid()
    lines = [line.strip() for line in text.splitlines()]
    for n, line in enumerate(lines):
        if line.startswith("create participant "):
            pid = line.split()[2]
            assert not any(pid in before.replace(":", " ").split() for before in lines[:n])
            assert lines[n + 1].partition(":")[0].endswith(f">{pid}")
        if line.startswith("destroy "):
            pid = line.split()[1]
            assert pid in lines[n + 1].partition(":")[0]
            assert not any(f"{pid}-" in after or f" {pid}:" in after for after in lines[n + 2 :])
