"""What a template of EEx says, as quoted code: its text in pieces, and a variable for each value that stands in it.

Source of the semantics: what EEx 1.14 answers with its own engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple, NoReturn

from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.quoted import to_terms
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, is_cell, parts

_TAG: Final = re.compile(r"<%(%|!--|#|=|/|\||)")
_CLOSING: Final = {"!--": "--%>"}
_BLANK: Final = " \t\r\n"
_MIDDLE: Final = re.compile(r"(else|rescue|catch|after)\s*\Z")
_ENGINE, _KERNEL, _LINE = Atom("Elixir.EEx.Engine"), Atom("Elixir.Kernel"), Atom("line")
_BLOCK, _ALIASES, _HELD = Atom("__block__"), Atom("__aliases__"), "__EEX__"


class _Piece(NamedTuple):
    """A stretch of a template: text, or what stands in a tag."""

    kind: str
    """``text``; or ``expression``, ``start``, ``middle`` or ``end`` of one that has templates in it."""
    text: str
    marker: str
    line: int
    column: int


class _Template:
    """A template that is being read."""

    def __init__(self, text: str, file: str, line: int, trim: bool) -> None:
        self.text = text
        self.file = file
        self.line = line
        self.trim = trim
        self.pieces = _trimmed(self._cut()) if trim else self._cut()
        self.at = 0

    def _place(self, at: int) -> tuple[int, int]:
        before = self.text[:at]
        return self.line + before.count("\n"), at - (before.rfind("\n") + 1) + 1

    def _fail(self, message: str, place: tuple[int, int]) -> NoReturn:
        raise error("EEx.SyntaxError", message=message, file=self.file, line=place[0], column=place[1])

    def _cut(self) -> list[_Piece]:
        """Return the pieces of the text; what a comment says is none."""
        found: list[_Piece] = []
        at, said = 0, ""
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
            found.append(_Piece("text", said, "", 0, 0))
            said = ""
            if tag[1] not in ("!--", "#"):
                inner = self.text[at:end]
                found.append(_Piece(_kind(inner.strip()), inner, tag[1], *self._place(tag.start())))
            at = end + len(closing)
        return [*found, _Piece("text", said + self.text[at:], "", 0, 0)]

    def body(self, count: int = 0, outermost: bool = True) -> Any:
        """Return the code of what stands up to the end, or to where the expression around it goes on."""
        said: list[Any] = []
        done: list[Any] = []
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            if piece.kind in ("middle", "end"):
                if outermost:
                    self._fail(f"unexpected {piece.kind} of expression <%{piece.text}%>", (piece.line, piece.column))
                break
            self.at += 1
            if piece.kind == "text":
                said += [piece.text] if piece.text else []
                continue
            code = _replaced(self._code(piece, count), _assign)
            if piece.marker == "=":
                held = (Atom(f"arg{count}"), EMPTY, _ENGINE)
                code = _node("=", held, _shown(code))
                said.append(_node("::", held, (Atom("binary"), EMPTY, _ENGINE)))
                count += 1
            done.append(code)
        return (_BLOCK, EMPTY, from_list([*done, (Atom("<<>>"), EMPTY, from_list(said))]))

    def _code(self, piece: _Piece, count: int) -> Any:
        """Return the code in a tag, with what it goes on to in others."""
        if piece.marker in ("/", "|"):
            refuse(f"EEx with the marker <%{piece.marker}")
        line = piece.line
        text = "\n" * (line - 1) + piece.text
        bodies: list[Any] = []
        while piece.kind in ("start", "middle"):
            first, before = self.at, piece
            inner = self.body(count, False)
            if self.at == len(self.pieces):
                message = "unexpected end of string, expected a closing '<% end %>'"
                self._fail(message, self._place(len(self.text)))
            piece = self.pieces[self.at]
            empty = all(each.kind == "text" and not each.text.strip() for each in self.pieces[first : self.at])
            self.at += 1
            if not (empty and before.kind == "start" and piece.text.rstrip().endswith("->")):
                text += f" {_HELD}({len(bodies)});"
                bodies.append(inner)
            text += "\n" * (piece.line - 1 - text.count("\n")) + f" {piece.text}"
        return _replaced(to_terms(parse(text, self.file)), lambda term: _held(term, bodies))


def _trimmed(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces without the indentation of tags, what follows them on their lines, and empty lines."""
    texts = [place for place, piece in enumerate(pieces) if piece.kind == "text"]
    for place in texts[1:]:
        after = re.sub(rf"\A[{_BLANK}]*\n", "\n", pieces[place].text)
        pieces[place] = pieces[place]._replace(text=after if place != texts[-1] or after.strip(_BLANK) else "")
    for place in texts[:-1]:
        before = re.sub(rf"\r?\n[{_BLANK}]*\Z", "\n", pieces[place].text)
        pieces[place] = pieces[place]._replace(text=before if place != texts[0] or before.strip(_BLANK) else "")
    return pieces


def _kind(text: str) -> str:
    """Return what an expression in a tag is to those in others."""
    if text.endswith("->"):
        return "start" if re.search(r"\bfn\b", text) and not re.match(r"end\b", text) else "middle"
    if _MIDDLE.match(text):
        return "middle"
    if re.search(r"(?<![\w:.@])do\Z", text):
        return "start"
    return "end" if re.match(r"end\b(?![?!:])", text) else "expression"


def _node(name: str, *args: Any) -> Any:
    return (Atom(name), EMPTY, from_list(list(args)))


def _shown(code: Any) -> Any:
    """Return the code that makes a text of a value."""
    alias = (_ALIASES, from_list([(Atom("alias"), Atom("false"))]), from_list([Atom("String"), Atom("Chars")]))
    return (_node(".", alias, Atom("to_string")), EMPTY, from_list([code]))


def _held(term: Any, bodies: list[Any]) -> Any:
    """Return the template that stands in an expression where it was left out for reading."""
    return bodies[parts(term[2])[0][0]] if term[0] is Atom(_HELD) else term


def _assign(term: Any) -> Any:
    """Return the code for ``@name``: what the template was given under that name."""
    form, meta, args = term
    given = parts(args)[0] if form is Atom("@") and is_cell(args) else []
    if len(given) != 1 or given[0].__class__ is not tuple or given[0][2].__class__ is not Atom:
        return term
    line = next(pair for pair in parts(meta)[0] if pair[0] is _LINE)
    place = from_list([line])
    engine = (_ALIASES, from_list([line, (Atom("alias"), Atom("false"))]), from_list([Atom("EEx"), Atom("Engine")]))
    imports = from_list([(1, _KERNEL), (2, _KERNEL)])
    known = from_list([line, (Atom("context"), _ENGINE), (Atom("imports"), imports)])
    assigns = (Atom("var!"), known, from_list([(Atom("assigns"), place, _ENGINE)]))
    fetch = (Atom("."), place, from_list([engine, Atom("fetch_assign!")]))
    return (fetch, place, from_list([assigns, given[0][0]]))


def _replaced(term: Any, change: Callable[[Any], Any]) -> Any:
    """Return quoted code with each node in it as *change* makes it, inner ones first."""
    if term.__class__ is tuple:
        made = tuple([_replaced(each, change) for each in term])
        return change(made) if len(made) == 3 else made
    if is_cell(term):
        return from_list([_replaced(each, change) for each in parts(term)[0]])
    return term


def compiled(text: str, file: str, line: int, trim: bool = False) -> Any:
    """Return the quoted code of a template; with *trim* what is blank around its tags counts less.

    Raises ``EEx.SyntaxError``, and what its code is wrong with.

    >>> compiled("one", "nofile", 1)
    (:__block__, [], [{:<<>>, [], ["one"]}])
    """
    return _Template(text, file, line, trim).body()
