"""Erlang terms as they are written in files: what ``:file.consult`` reads."""

from __future__ import annotations

import re
from typing import Any, Final

from simulator.terms import Atom
from simulator.terms.bits import binary
from simulator.terms.lists import from_list
from simulator.terms.maps import from_pairs

_TOKEN: Final = re.compile(
    r"""(?P<blank>(?:\s|%[^\n]*)+)
    |(?P<number>[+-]?\d+(?:\#[0-9a-zA-Z]+|\.\d+(?:[eE][+-]?\d+)?)?)
    |(?P<char>\$(?:\\.|.))
    |(?P<atom>[a-z][\w@]*)
    |(?P<quoted>'(?:\\.|[^'\\])*')
    |(?P<string>"(?:\\.|[^"\\])*")
    |(?P<mark><<|>>|=>|\#\{|/utf8|[\[\]{}(),|.:])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t", "s": " ", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b", "d": "\x7f",
                   "0": "\0"}  # fmt: skip


class WrittenError(ValueError):
    """Text that is no term: the line of it."""

    def __init__(self, line: int, found: str) -> None:
        super().__init__(found)
        self.line = line


def read_terms(text: str) -> list[Any]:
    """Return the terms of a text, each of which ends with a full stop. Raises :class:`WrittenError`.

    >>> from simulator.terms import inspect
    >>> inspect(read_terms('{vsn, "1.0"}. % and\\n[1, $a].')[1])
    '[1, 97]'
    """
    reader = _Reader(text)
    found = []
    while reader.next:
        found.append(reader.term())
        reader.take(".")
    return found


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self.next = self.kind = ""
        self._advance()

    def _advance(self) -> str:
        taken = self.next
        kind = "blank"
        while kind == "blank":
            match = _TOKEN.match(self._text, self._place)
            if match is None:
                if self._place < len(self._text):
                    raise self._wrong(self._text[self._place])
                self.next = self.kind = ""
                return taken
            self._place = match.end()
            kind, self.next = match.lastgroup or "", match[0]
        self.kind = kind
        return taken

    def _wrong(self, found: str) -> WrittenError:
        return WrittenError(self._text.count("\n", 0, self._place) + 1, found)

    def take(self, mark: str) -> None:
        """Read on behind a mark that has to stand here."""
        if self.next != mark:
            raise self._wrong(self.next)
        self._advance()

    def term(self) -> Any:
        """Read one term."""
        kind, word = self.kind, self._advance()
        if kind == "number":
            base, _, digits = word.partition("#")
            return int(digits, int(base)) if digits else float(word) if "." in word else int(word)
        if kind == "char":
            return ord(_unescaped(word[1:]))
        if kind == "atom":
            return Atom(word)
        if kind == "quoted":
            return Atom(_unescaped(word[1:-1]))
        if kind == "string":
            return self._strings(word)
        if word == "<<":
            return self._bits()
        if word == "{":
            return tuple(self._items("}"))
        if word == "[":
            return self._list()
        if word == "#{":
            return self._map()
        raise self._wrong(word)

    def _strings(self, word: str) -> Any:
        text = _unescaped(word[1:-1])
        while self.kind == "string":  # those that follow each other are one
            text += _unescaped(self._advance()[1:-1])
        return from_list([ord(each) for each in text])

    def _items(self, closing: str) -> list[Any]:
        found: list[Any] = []
        while self.next != closing:
            found.append(self.term())
            if self.next != closing:
                self.take(",")
        self.take(closing)
        return found

    def _list(self) -> Any:
        found: list[Any] = []
        while self.next != "]":
            found.append(self.term())
            if self.next == "|":
                self.take("|")
                tail = self.term()
                self.take("]")
                return from_list(found, tail)
            if self.next != "]":
                self.take(",")
        self.take("]")
        return from_list(found)

    def _bits(self) -> Any:
        made = b""
        while self.next != ">>":
            kind, word = self.kind, self._advance()
            if kind == "string":
                encoding = "latin-1"
                if self.next == "/utf8":
                    self.take("/utf8")
                    encoding = "utf-8"
                made += _unescaped(word[1:-1]).encode(encoding)
            elif kind == "number" and word.isdigit() and int(word) < 256:
                made += bytes([int(word)])
            else:
                raise self._wrong(word)
            if self.next != ">>":
                self.take(",")
        self.take(">>")
        return binary(made)

    def _map(self) -> Any:
        found: list[tuple[Any, Any]] = []
        while self.next != "}":
            key = self.term()
            self.take("=>")
            found.append((key, self.term()))
            if self.next != "}":
                self.take(",")
        self.take("}")
        return from_pairs(found)


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda each: _ESCAPES.get(each[1], each[1]), text, flags=re.DOTALL)
