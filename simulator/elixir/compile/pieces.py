"""Pieces of Python text: expressions with what is known of their values, where values go, names and lines."""

from __future__ import annotations

from unicodedata import is_normalized

NUMERIC = ("int", "number")
FIXED = (*NUMERIC, "bool", "atom")
"""Kinds of values that take no more memory than others of their kind."""
LINE_MARK = "\x01"
LINE_END = "\x02"
DEEP = 24
"""Nesting of an expression's text from which on its parts are kept in variables: Python's parser has a limit."""
HUGE = 1 << 16
"""From so many bytes on it is looked at whether there is room for a text."""


class Ex(str):
    """The text of a Python expression, with what is known of its value.

    *kind* is ``"int"``, ``"number"``, ``"str"``, ``"bool"`` (the atoms true and false), ``"atom"``, ``"fn"``
    (a function that does not block) or None. A *stable* text can be evaluated at any later point, any number
    of times, with the same result. *depth* is how deeply it is nested.
    """

    __slots__ = ("depth", "kind", "stable")

    kind: str | None
    stable: bool
    depth: int

    def __new__(cls, text: str, kind: str | None = None, stable: bool = False, depth: int = 1) -> Ex:
        made = str.__new__(cls, text)
        made.kind = kind
        made.stable = stable
        made.depth = depth
        return made


class Dest:
    """Where the value of an expression goes: a variable, the function's result (``RETURN``) or nowhere."""

    __slots__ = ("name",)

    def __init__(self, name: str | None) -> None:
        self.name = name


RETURN = Dest(None)
DISCARD = Dest("")


class Jump:
    """How a function calls itself in tail position: which function, and what its parameters are called.

    An anonymous function has no *key*; what it calls may be *itself*, which is told when it runs. *deep* is whether it
    may call itself elsewhere, by way of others perhaps, and wait there, so that it has to know how deep it is.
    """

    __slots__ = ("deep", "grows", "itself", "key", "parameters", "used")

    def __init__(self, key: str, parameters: list[str], itself: str = "") -> None:
        self.key = key
        self.parameters = parameters
        self.itself = itself
        self.used = self.deep = False
        self.grows = False
        """Whether what it hands on may become larger from turn to turn, being more than numbers and variables."""


def identifier(name: str) -> str:
    """Return the Elixir name as part of a Python one.

    >>> identifier("ok?"), identifier("x"), identifier("<>")
    ('okQ', 'x', '_3c_3e')
    """
    plain = name.replace("?", "Q").replace("!", "B")
    if plain.isidentifier() and is_normalized("NFKC", plain):  # Python takes the others for what they stand for
        return plain
    return "".join(char if char == "_" or (char.isascii() and char.isalnum()) else f"_{ord(char):x}" for char in plain)


def marked(line: int, text: str) -> str:
    """Return the expression *text* as one that begins at an Elixir *line*."""
    return f"({LINE_MARK}{line}{LINE_END}{text})" if line else text


def nested(text: str, kind: str | None, *parts: Ex) -> Ex:
    """Return *text*, made of these parts, as an expression."""
    return Ex(text, kind, False, 1 + max([part.depth for part in parts], default=0))
