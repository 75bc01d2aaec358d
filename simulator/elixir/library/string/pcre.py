"""An expression of PCRE, as the ``regex`` package writes it.

Both write nearly the same; what differs is written anew here, and what PCRE refuses and the package does not is
refused, in PCRE's words. Source of the semantics: PCRE 8.44, as OTP 25 has it (the manual page of ``re``).
"""

from __future__ import annotations

import re
from typing import Final

from simulator.elixir.library.string.expression import Node, parsed

_MOST: Final = 65_535
"""How often something may be repeated."""
_BLANK_LETTERS: Final = " \\t\\xa0"
_BREAKS: Final = "\\n\\x0b\\f\\r\\x85\\u2028\\u2029"
_ESCAPES: Final = {
    "z": "\\Z", "Z": "(?=\\n?\\Z)", "e": "\\x1b", "h": f"[{_BLANK_LETTERS}]", "H": f"[^{_BLANK_LETTERS}]",
    "v": f"[{_BREAKS}]", "V": f"[^{_BREAKS}]", "N": "[^\\n]", "E": "",
}  # fmt: skip
_ESCAPES_IN_CLASS: Final = {"e": "\\x1b", "h": _BLANK_LETTERS, "v": _BREAKS, "E": ""}
_CLASSES: Final = re.compile("alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit")
_TOKEN: Final = re.compile(
    r"""
    \\Q(?P<literal>.*?)(?:\\E|\Z)
    | (?P<reference>\\g-?\d+ | \\g\{-?\d+\} | \\[gk]\{\w+\} | \\k<\w+> | \\k'\w+' | \(\?P=\w+\))
    | (?P<call>\\g<-?\w+> | \\g'-?\w+' | \(\?R\) | \(\?[-+]?\d+\) | \(\?&\w+\) | \(\?P>\w+\))
    | (?P<callout>\(\?C\d*\))
    | (?P<property>\\[pP](?:\{\^?[\w&]+\}|\w))
    | (?P<escape>\\.)
    | (?P<repeat>[*+?] | \{(?P<least>\d+)(?:,(?P<most>\d*))?\})(?P<how>[?+]?)
    | (?P<comment>\(\?\#[^)]*\)?)
    | \((?P<opening>\?P?<(?P<name>\w+)> | \?'(?P<quoted>\w+)' | \?<?[=!] | \?> | \?\| | \?\([^)]*\) | \*[A-Z]+
                    | \?[a-zA-Z]*(?:-[a-zA-Z]+)?(?=[:)]) | \?. | )
    | (?P<class>\[\^?\]?)
    """,
    re.VERBOSE | re.DOTALL,
)
_NAMED_CLASS: Final = re.compile(r"\[:(\^?)(\w*):\]")
_OPTIONS: Final = frozenset("imsxJUX-")


class BadExpression(Exception):
    """PCRE says of a source that it cannot be read: what, and where."""

    def __init__(self, text: str, place: int) -> None:
        super().__init__(text)
        self.place = place


def translated(source: str, letters: str) -> str:
    """Return a source with these options as the package writes it. Raises :class:`BadExpression`.

    >>> translated(r"\\Qa.b\\E+\\h", "")
    'a\\\\.b+[ \\\\t\\\\xa0]'
    >>> translated("a+b*?", "U")
    'a+?b*'
    """
    return _Translation(source, letters).made()


class _Translation:
    def __init__(self, source: str, letters: str) -> None:
        self.source = source
        self.extended, self.ungreedy = "x" in letters, "U" in letters or "r" in letters
        self.parts: list[str] = [r"(?<=\A[^\n]*)"] if "f" in letters else []
        self.place = 0
        self.groups = 0
        self.names: dict[str, int] = {}
        self.open: list[tuple[str, int, bool, bool]] = []
        """Of each open group: how it opens, where, and the options that hold after it."""
        self.refers: list[tuple[str, int]] = []
        self.may_repeat = False

    def made(self) -> str:
        """Return the whole source."""
        while self.place < len(self.source):
            if self.extended and self.source[self.place] == "#":
                end = self.source.find("\n", self.place)
                self.place = len(self.source) if end < 0 else end + 1
                continue
            found = _TOKEN.match(self.source, self.place)
            if found is None:
                self._letter(self.source[self.place])
            else:
                self.place = found.end()
                kind = found.lastgroup if found.lastgroup in ("literal", "reference", "call", "callout") else None
                self._token(found, kind)
        for name, place in self.refers:
            if (int(name) > self.groups) if name.isdigit() else name not in self.names:
                raise BadExpression("reference to non-existent subpattern", place)
        return "".join(self.parts)

    def _letter(self, letter: str) -> None:
        self.place += 1
        if letter == ")" and self.open:
            self._closed()
        elif not (self.extended and letter.isspace()):
            self.may_repeat = letter not in "^$|"
        if letter == "{":
            letter = "\\{"
        self.parts.append(letter)

    def _closed(self) -> None:
        opening, start, self.extended, self.ungreedy = self.open.pop()
        inner = self.source[start : self.place - 1]
        if opening in ("?<=", "?<!") and not _fixed(translated(inner, "")):
            raise BadExpression("lookbehind assertion is not fixed length", self.place - 1)
        self.may_repeat = True

    def _token(self, found: re.Match[str], kind: str | None) -> None:
        if kind == "literal":
            self.parts.append(re.escape(found["literal"]))
            self.may_repeat = True
        elif kind == "reference":
            self._reference(found[0])
        elif kind == "call":
            self._call(found[0])
        elif found["property"] is not None:
            self.parts.append(found[0])
            self.may_repeat = True
        elif found["escape"] is not None:
            self._escape(found[0][1])
        elif found["repeat"] is not None:
            self._repeat(found)
        elif found["class"] is not None:
            self._class(found[0])
            self.may_repeat = True
        elif found["opening"] is not None:
            self._opened(found)
        elif found["comment"] is not None and not found[0].endswith(")"):
            raise BadExpression("missing ) after comment", len(self.source))

    def _reference(self, text: str) -> None:
        key = text[3:-1] if text[2] in "{<'" else text[4:-1] if text[0] == "(" else text[2:]
        if key.lstrip("-").isdigit():
            number = int(key) if int(key) > 0 else self.groups + 1 + int(key)
            if number <= 0:
                raise BadExpression("reference to non-existent subpattern", self.place - 1)
            key = str(number)
        self.refers.append((key, len(self.source) if key.isdigit() else self.place - 1))
        self.parts.append(f"(?:\\{key})" if key.isdigit() else f"(?P={key})")
        self.may_repeat = True

    def _call(self, text: str) -> None:
        key = text.strip("\\g<>'(?)&P")
        if text == "(?R)" or key == "0":
            self.parts.append("(?R)")
        elif key.lstrip("-+").isdigit():
            relative = key[0] in "-+"
            number = self.groups + int(key) + (key[0] == "-") if relative else int(key)
            self.refers.append((str(number), self.place - 1))
            self.parts.append(f"(?{number})")
        else:
            self.refers.append((key, self.place - 1))
            self.parts.append(f"(?&{key})")
        self.may_repeat = True

    def _escape(self, letter: str) -> None:
        if letter in "LlUu":
            raise BadExpression("PCRE does not support \\L, \\l, \\N{name}, \\U, or \\u", self.place - 1)
        if letter == "c" and self.place == len(self.source):
            raise BadExpression("\\c at end of pattern", self.place)
        if letter == "x" and self.source[self.place : self.place + 1] == "{":
            digits = re.compile(r"[0-9a-fA-F]*").match(self.source, self.place + 1)
            if digits is not None and self.source[digits.end() : digits.end() + 1] != "}":
                raise BadExpression("non-hex character in \\x{} (closing brace missing?)", digits.end())
            if digits is not None:
                self.place = digits.end() + 1
                self.parts.append(f"\\U{int(digits[0] or '0', 16):08x}")
                self.may_repeat = True
                return
        if letter.isdigit() and letter != "0":
            self._number(letter)
        else:
            self.parts.append(_ESCAPES.get(letter, "\\" + letter))
            self.may_repeat = letter not in "bBAzZG"

    def _number(self, letter: str) -> None:
        """Add a reference to a group, or the letter that an octal number means."""
        found = re.compile(r"\d*").match(self.source, self.place)
        digits = letter + (found[0] if found is not None else "")
        self.may_repeat = True
        if (len(digits) == 1 and letter < "8") or int(digits) <= self._all_groups():
            self.place += len(digits) - 1
            self.refers.append((digits, len(self.source)))
            self.parts.append(f"(?:\\{digits})")
            return
        octal = re.compile(r"[0-7]{1,3}").match(digits)
        if octal is None:  # \8 and \9 are the letters themselves, after a zero
            self.parts.append(f"\\x00{letter}")
            return
        self.place += octal.end() - 1
        self.parts.append(f"\\x{int(octal[0], 8) & 0xFF:02x}")

    def _all_groups(self) -> int:
        return len(re.findall(r"(?<!\\)\((?!\?(?!P?<\w|'))(?!\*)", self.source))

    def _repeat(self, found: re.Match[str]) -> None:
        for number in (found["least"], found["most"]):
            if number and int(number) > _MOST:
                raise BadExpression("number too big in {} quantifier", found.end("repeat") - 1)
        if found["most"] and int(found["most"]) < int(found["least"]):
            raise BadExpression("numbers out of order in {} quantifier", found.end("repeat") - 1)
        if not self.may_repeat:
            raise BadExpression("nothing to repeat", found.end("repeat") - 1)
        how = found["how"]
        if self.ungreedy and how != "+":
            how = "" if how else "?"
        self.parts.append(found["repeat"] + how)
        self.may_repeat = False

    def _opened(self, found: re.Match[str]) -> None:
        opening = found["opening"]
        name = found["name"] or found["quoted"]
        self.may_repeat = False
        if name is not None:
            self._named(name, found)
            opening = f"?P<{name}>"
        elif opening == "":
            self.groups += 1
        options = opening[1:] if opening[:1] == "?" and set(opening[1:]) <= _OPTIONS else None
        if options is None and opening[:1] == "?" and opening[1:2].isalpha() and name is None:
            wrong = next(at for at, letter in enumerate(opening) if at and letter not in _OPTIONS)
            raise BadExpression("unrecognized character after (? or (?-", found.start() + 1 + wrong)
        self.open.append((opening, self.place, self.extended, self.ungreedy))
        self.parts.append("(" + (opening if options is None else ""))
        if options is not None:
            self._options(options)

    def _named(self, name: str, found: re.Match[str]) -> None:
        if name[0].isdigit():
            raise BadExpression("group name must start with a non-digit", found.start("opening") + 2)
        if name in self.names:
            raise BadExpression("two named subpatterns have the same name", found.end() - 1)
        self.groups += 1
        self.names[name] = self.groups

    def _options(self, options: str) -> None:
        on, _, off = options.partition("-")
        self.extended = (self.extended or "x" in on) and "x" not in off
        self.ungreedy = (self.ungreedy or "U" in on) and "U" not in off
        kept = "".join([letter for letter in options if letter not in "UJX"]).removesuffix("-")
        if self.source[self.place] == ":":
            self.place += 1
            self.parts.append(f"?{kept}:")
            return
        self.place += 1  # for what follows, up to the end of the group around it
        self.open.pop()
        self.parts.pop()
        if kept:
            self.parts.append(f"(?{kept})")

    def _class(self, opening: str) -> None:
        """Add a class of letters."""
        self.parts.append(opening)
        source = self.source
        while self.place < len(source) and source[self.place] != "]":
            letter = source[self.place]
            if letter == "\\" and self.place + 1 < len(source):
                self._escape_in_class(source[self.place + 1])
            elif letter == "[":
                self._named_class()
            else:
                self.place += 1
                self.parts.append(letter)
        if self.place == len(source):
            raise BadExpression("missing terminating ] for character class", len(source))
        self.parts.append("]")
        self.place += 1

    def _escape_in_class(self, letter: str) -> None:
        if letter == "Q":
            end = self.source.find("\\E", self.place)
            end = len(self.source) if end < 0 else end
            self.parts += [f"\\{each}" if not each.isalnum() else each for each in self.source[self.place + 2 : end]]
            self.place = min(end + 2, len(self.source))
            return
        self.parts.append(_ESCAPES_IN_CLASS.get(letter, "\\" + letter))
        self.place += 2

    def _named_class(self) -> None:
        found = _NAMED_CLASS.match(self.source, self.place)
        if found is None:
            self.parts.append("\\[")
            self.place += 1
            return
        if _CLASSES.fullmatch(found[2]) is None:
            raise BadExpression("unknown POSIX class name", self.place + 2)
        self.parts.append(found[0])
        self.place = found.end()


def _fixed(source: str) -> bool:
    """Return whether what is looked for behind a place is of one length, in each of its alternatives."""
    tree = parsed(source)
    return all(_length(part) is not None for part in (tree.parts if tree.kind == "or" else [tree]))


def _length(node: Node) -> int | None:
    """Return how many letters a part of an expression takes, or None if that is not always the same."""
    if node.kind in ("at", "look"):
        return 0
    if node.kind in ("char", "other"):
        return 1 if node.kind == "char" else None
    inner = [_length(part) for part in node.parts]
    if None in inner:
        return None
    lengths = [length for length in inner if length is not None]
    if node.kind == "or":
        return lengths[0] if len(set(lengths)) == 1 else None
    if node.kind == "repeat":
        return lengths[0] * node.least if node.least == node.most else None
    return sum(lengths)
