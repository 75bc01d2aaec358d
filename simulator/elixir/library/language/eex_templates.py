"""What a template of EEx says, as quoted code: its text in pieces, and a variable for each value that stands in it.

Source of the semantics: what EEx 1.14 answers with its own engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from typing import Any, Final, NamedTuple, NoReturn, TypeAlias

from simulator.elixir.runtime.errors import error
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.quoted import replaced, to_terms
from simulator.terms import Atom
from simulator.terms.lists import from_list, parts

_TAG: Final = re.compile(r"<%(%|!--|#|=|/|\||)")
_CLOSING: Final = {"!--": "--%>"}
_BLANK: Final = " \t\r\n"
_MIDDLE: Final = re.compile(r"(else|rescue|catch|after)\s*\Z")
_LINE, _HELD = Atom("line"), "__EEX__"
Steps: TypeAlias = Generator[Any, Any, Any]
Engine: TypeAlias = Callable[..., Steps]
"""Calls a function of an engine, by its name."""


class _Piece(NamedTuple):
    """A stretch of a template: text, or what stands in a tag."""

    kind: str
    """``text``; or ``expression``, ``start``, ``middle`` or ``end`` of one that has templates in it."""
    text: str
    marker: str
    line: int
    column: int
    at: int = 0
    """Where a text begins."""


class _Template:
    """A template that is being read."""

    def __init__(self, text: str, file: str, line: int, trim: bool) -> None:
        self.text = text
        self.file = file
        self.line = line
        self.trim = trim
        self.pieces = self._cut()
        if trim:
            self._trim()
        self.at = 0

    def _place(self, at: int) -> tuple[int, int]:
        before = self.text[:at]
        return self.line + before.count("\n"), at - (before.rfind("\n") + 1) + 1

    def _fail(self, message: str, place: tuple[int, int]) -> NoReturn:
        raise error("EEx.SyntaxError", message=message, file=self.file, line=place[0], column=place[1])

    def _cut(self) -> list[_Piece]:
        """Return the pieces of the text; what a comment says is none."""
        found: list[_Piece] = []
        began, at, said = 0, 0, ""
        while (tag := _TAG.search(self.text, at)) is not None:
            said += self.text[at : tag.start()]
            at = tag.end()
            if tag[1] == "%":
                said = f"{'' if self.trim and not found and not said.strip(_BLANK) else said}<%"
                continue
            closing = _CLOSING.get(tag[1], "%>")
            end = self.text.find(closing, at)
            if end < 0:
                self._fail(f"missing token '{closing}'", self._place(len(self.text)))
            found.append(_Piece("text", said, "", *self._place(began), began))
            said = ""
            if tag[1] not in ("!--", "#"):
                inner = self.text[at:end]
                found.append(_Piece(_kind(inner.strip()), inner, tag[1], *self._place(tag.start())))
            began = at = end + len(closing)
        return [*found, _Piece("text", said + self.text[at:], "", *self._place(began), began)]

    def _trim(self) -> None:
        """Take away the indentation of tags, what follows them on their lines, and empty lines."""
        pieces = self.pieces
        texts = [place for place, piece in enumerate(pieces) if piece.kind == "text"]
        for place in texts[1:]:
            piece = pieces[place]
            blank = re.match(rf"[{_BLANK}]*\n", piece.text)
            if blank is not None:
                line, column = self._place(piece.at + blank.end() - 1)
                piece = piece._replace(text=piece.text[blank.end() - 1 :], line=line, column=column)
            pieces[place] = piece._replace(text=piece.text if place != texts[-1] or piece.text.strip(_BLANK) else "")
        for place in texts[:-1]:
            before = re.sub(rf"\r?\n[{_BLANK}]*\Z", "\n", pieces[place].text)
            pieces[place] = pieces[place]._replace(text=before if place != texts[0] or before.strip(_BLANK) else "")

    def code(self, engine: Engine, options: Any) -> Steps:
        """Return the code that an engine makes of the template."""
        state = yield from engine("init", options)
        state = yield from self._body(engine, state, True)
        return (yield from engine("handle_body", state))

    def _body(self, engine: Engine, state: Any, outermost: bool) -> Steps:
        """Return the engine's state after what stands up to the end, or to where the expression around it goes on."""
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            if piece.kind in ("middle", "end"):
                if outermost:
                    self._fail(f"unexpected {piece.kind} of expression <%{piece.text}%>", (piece.line, piece.column))
                break
            self.at += 1
            if piece.kind != "text":
                code = yield from self._expression(engine, state, piece)
                state = yield from engine("handle_expr", state, piece.marker, code)
            elif piece.text:
                place = from_list([(_LINE, piece.line), (Atom("column"), piece.column)])
                state = yield from engine("handle_text", state, place, piece.text)
        return state

    def _expression(self, engine: Engine, state: Any, piece: _Piece) -> Steps:
        """Return the code in a tag, with what it goes on to in others."""
        text = "\n" * (piece.line - 1) + piece.text
        bodies: list[Any] = []
        while piece.kind in ("start", "middle"):
            if not self._goes_on(piece):
                state = yield from engine("handle_begin", state)
                state = yield from self._body(engine, state, False)
                text += f" {_HELD}({len(bodies)});"
                bodies.append((yield from engine("handle_end", state)))
            if self.at == len(self.pieces):
                message = "unexpected end of string, expected a closing '<% end %>'"
                self._fail(message, self._place(len(self.text)))
            piece = self.pieces[self.at]
            self.at += 1
            text += "\n" * (piece.line - 1 - text.count("\n")) + f" {piece.text}"
        return replaced(to_terms(parse(text, self.file)), lambda term: _held(term, bodies))

    def _goes_on(self, before: _Piece) -> bool:
        """Whether an expression that starts has its first clause next, after nothing but blanks: go there."""
        at = self.at
        while at < len(self.pieces) and self.pieces[at].kind == "text" and not self.pieces[at].text.strip():
            at += 1
        if before.kind != "start" or at == len(self.pieces) or not self.pieces[at].text.rstrip().endswith("->") \
                or self.pieces[at].kind not in ("middle", "end"):  # fmt: skip
            return False
        self.at = at
        return True


def _kind(text: str) -> str:
    """Return what an expression in a tag is to those in others."""
    if text.endswith("->"):
        return "start" if re.search(r"\bfn\b", text) and not re.match(r"end\b", text) else "middle"
    if _MIDDLE.match(text):
        return "middle"
    if re.search(r"(?<![\w:.@])do\Z", text):
        return "start"
    return "end" if re.match(r"end\b(?![?!:])", text) else "expression"


def _held(term: Any, bodies: list[Any]) -> Any:
    """Return the template that stands in an expression where it was left out for reading."""
    return bodies[parts(term[2])[0][0]] if term[0] is Atom(_HELD) else term


def compiled(text: str, file: str, line: int, trim: bool, engine: Engine, options: Any) -> Steps:
    """Return the quoted code of a template, as *engine* makes it; with *trim* what is blank around tags counts less.

    Raises ``EEx.SyntaxError``, and what its code is wrong with.
    """
    return _Template(text, file, line, trim).code(engine, options)
