"""Text for a picture."""

import xml.etree.ElementTree as ET

import pytest

from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.reasons import brief
from simulator.terms.visible import printable


def test_what_is_printable_stays_as_it_is():
    text = 'naïve → ✗ «<b>» שלום 日本 👩\u200d👧 "q" \\n \xa0'
    assert printable(text) == text


def test_nothing_invisible_is_left_and_xml_can_hold_it():
    hostile = "".join(map(chr, range(0x20))) + "\x7f\x85\u202e\u2028\ufeff\uffff\ud800"
    shown = printable(hostile)
    assert shown.startswith(r"\0\x{1}") and shown.endswith(r"\x{202E}\x{2028}\x{FEFF}\x{FFFF}\x{D800}")
    assert shown.isprintable()
    assert ET.fromstring(f"<t>{shown}</t>").text == shown


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("", 1, ""),
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("a" * 10_000, 5, "aaaa…"),
        ("日本", 4, "日本"),
        ("日本", 3, "日…"),
        ("e\u0301" * 3, 3, "e\u0301" * 3),
        ("e\u0301" * 4, 3, "e\u0301" * 2 + "…"),
    ],
)
def test_a_long_text_ends_in_an_ellipsis_within_its_width(text, width, short):
    assert shorten(text, width) == short


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (":normal", ":normal"),
        ('{%RuntimeError{message: "a \\"b\\" {c}"}, [{M, :f, 1, [file: "a.ex"]}]}', 'RuntimeError: a \\"b\\" {c}'),
        ("{%KeyError{key: :a, term: %{}}, [{M, :f, 1, []}]}", "KeyError: key: :a, term: %{}"),
        ("{{:nocatch, :ball}, [{M, :f, 1, []}]}", "{{:nocatch, :ball}, …}"),
        ("{:noproc, {GenServer, :call, [:stack, {:push, 1}, 5000]}}", ":noproc in GenServer.call"),
        ("{{:timeout, {GenServer, :call, [A, 1, 5]}}, {GenServer, :call, [B, 2, 5]}}", ":timeout in GenServer.call"),
        ("{{{:boom, [{M, :f, 1, []}]}, {GenServer, :call, [A, 1, 5]}}, {Task, :await, [1]}}",
         "{:boom, …} in GenServer.call in Task.await"),
        ("{:shutdown, [1, 2]}", "{:shutdown, [1, 2]}"),
    ],
)  # fmt: skip
def test_a_reason_in_few_words(reason, words):
    assert brief(reason) == words
