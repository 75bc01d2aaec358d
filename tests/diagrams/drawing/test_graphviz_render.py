"""Drawing DOT: with the program, without it, without anything."""

from __future__ import annotations

import re
import shutil
import struct
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from simulator.diagrams.drawing.graphviz_render import FORMATS, GraphvizMissing, RenderError, render
from simulator.terms.errors import SimulatorError

DOT = (
    'digraph g { node [fontname="Helvetica,Arial,sans-serif"]; a [label="naïve → ✗ «<b>»"]; a -> b [label="\\"x\\""]; }'
)
PLACED = (
    'digraph g { a [pos="0,0" shape=box]; b [pos="400,100" shape=box]; '
    'a -> b [pos="e,373,100 27,0 100,0 300,100 350,100"]; }'
)
SIGNATURES = {"svg": b"<?xml", "png": b"\x89PNG\r\n", "pdf": b"%PDF-"}


@pytest.fixture(params=["program", "in process"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    if request.param == "program" and not shutil.which("dot"):
        pytest.skip("there is no dot here")
    if request.param == "in process":
        pytest.importorskip("pygraphviz")
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        monkeypatch.setitem(sys.modules, "pygraphviz", None)
    return str(request.param)


def texts(svg: bytes) -> list[str]:
    return [node.text or "" for node in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def pixels(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def stand_in_for_dot(folder: Path, script: str) -> None:
    program = folder / "dot"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize("fmt", FORMATS)
def test_each_format_is_what_it_says_and_nothing_is_printed(
    way: str, fmt: str, capfd: pytest.CaptureFixture[str]
) -> None:
    picture = render(DOT, fmt)  # type: ignore[arg-type]
    assert picture.startswith(SIGNATURES[fmt])
    assert capfd.readouterr() == ("", "")


def test_labels_beyond_ascii_are_in_the_picture_as_text(way: str) -> None:
    assert sorted(texts(render(DOT, "svg"))) == ['"x"', "b", "naïve → ✗ «<b>»"]


def test_what_has_its_place_keeps_it(way: str) -> None:
    svg = ET.fromstring(render(PLACED, "svg", engine="neato", args=["-n2"]))
    path = next(svg.iter("{http://www.w3.org/2000/svg}path")).get("d", "")
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    first = numbers[:2]
    assert [round(x - first[i % 2]) for i, x in enumerate(numbers)] == [0, 0, 73, 0, 273, -100, 323, -100]


def test_a_png_is_sharp_unless_told_otherwise(way: str) -> None:
    width, height = pixels(render(DOT, "png"))
    coarse = pixels(render(DOT, "png", args=["-Gdpi=72"]))
    assert abs(width - 2 * coarse[0]) <= 2 and abs(height - 2 * coarse[1]) <= 2


def test_text_that_is_not_dot_says_what_dot_said(way: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RenderError, match="syntax error in line"):
        render("digraph {", "svg")
    assert capfd.readouterr().err == ""


def test_the_wheel_draws_where_both_are_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("pygraphviz")
    stand_in_for_dot(tmp_path, f'touch "{tmp_path}/asked"; exit 1')
    monkeypatch.setenv("PATH", str(tmp_path))
    assert render(DOT, "pdf").startswith(b"%PDF-")
    assert not (tmp_path / "asked").exists()


def test_dot_draws_what_the_wheel_cannot(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pygraphviz = pytest.importorskip("pygraphviz")
    stand_in_for_dot(tmp_path, "echo drawn")
    monkeypatch.setenv("PATH", str(tmp_path))

    def refused(*given: object, **named: object) -> None:
        raise ValueError("not this one")

    monkeypatch.setattr(pygraphviz, "AGraph", refused)
    assert render(DOT, "pdf") == b"drawn\n"


def test_a_dot_that_cannot_and_no_other_way_gives_its_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in_for_dot(tmp_path, 'echo "Fontconfig warning: noise" >&2; echo "Format: not recognized" >&2; exit 1')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(RenderError, match="^dot could not draw the picture: Format: not recognized$"):
        render(DOT, "pdf")


def test_without_any_graphviz_the_error_names_both_remedies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(GraphvizMissing, match="pip install 'pygraphviz.*dot on PATH$") as caught:
        render(DOT, "svg")
    assert isinstance(caught.value, SimulatorError)


@pytest.mark.parametrize(("fmt", "args"), [("gif", []), ("svg", ["-Tpng"]), ("svg", ["-Gdpi"])])
def test_an_unknown_format_or_option_is_refused(fmt: str, args: list[str]) -> None:
    with pytest.raises(ValueError, match="'"):
        render(DOT, fmt, args=args)  # type: ignore[arg-type]
