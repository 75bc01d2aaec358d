"""How an atom's name is written: bare, with a colon, in quotes, or as a module's alias.

Source of the semantics: Elixir 1.14, ``Macro.inspect_atom/2`` and the syntax reference's chapter on
identifiers. Names outside ASCII follow Unicode's rule of one script per name by the names of the
letters; Elixir looks up each letter in Unicode's tables of scripts and of letters in common use, so
letters of these scripts that are no longer in use, which it quotes, print bare here.
"""

from __future__ import annotations

from simulator.terms.text import quoted

_OPERATOR_LIST = """
+ - * / < > = ! & | ^ @ . % ++ -- -> ** <- <> <= <~ >= == =~ != && |> || ~> .. {} \\\\
+++ --- <<< <<~ <~> >>> === !== &&& ||| ~>> ... %{} <<>> ..//
"""
_OPERATORS = frozenset(_OPERATOR_LIST.split())

# The scripts that Unicode recommends for names, and those that may stand together, and with Latin, in one name.
_SCRIPT_LIST = """
LATIN GREEK CYRILLIC ARMENIAN HEBREW ARABIC THAANA DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA
MALAYALAM SINHALA THAI LAO TIBETAN MYANMAR GEORGIAN ETHIOPIC KHMER CJK HIRAGANA KATAKANA HANGUL BOPOMOFO
"""
_SCRIPTS = frozenset(_SCRIPT_LIST.split())
_EAST_ASIAN = frozenset(["CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"])
_ANY_SCRIPT = frozenset(["COMBINING", "MODIFIER", "MIDDLE", "IDEOGRAPHIC", "KATAKANA-HIRAGANA"])


def is_alias(name: str) -> bool:
    """Say whether *name* is that of a module, such as ``Elixir.GenServer``.

    >>> is_alias("Elixir.Task.Supervisor"), is_alias("Elixir.task"), is_alias("Task")
    (True, False, False)
    """
    first, *parts = name.split(".")
    if first != "Elixir" or not name.isascii():
        return False
    return all("A" <= part[:1] <= "Z" and part.isidentifier() for part in parts)


def _is_bare(name: str) -> bool:
    """Say whether an atom of this name needs no quotes."""
    if name in _OPERATORS:
        return True
    stem = name[:-1] if name.endswith(("?", "!")) else name
    if stem.startswith("@") or not stem.replace("@", "_").isidentifier():
        return False
    return stem.isascii() or _is_one_script(stem)


def _is_one_script(name: str) -> bool:
    """Say whether the letters of *name* are in normal form and of scripts that may stand together."""
    import unicodedata

    if not unicodedata.is_normalized("NFKC", name):
        return False
    scripts = {unicodedata.name(letter, "?").split(" ")[0].split("-")[0] for letter in name if letter > "\x7f"}
    scripts -= _ANY_SCRIPT
    if any("A" <= letter <= "Z" or "a" <= letter <= "z" for letter in name):
        scripts.add("LATIN")
    return scripts <= _EAST_ASIAN | {"LATIN"} or (len(scripts) == 1 and scripts <= _SCRIPTS)


class _Literals(dict[str, str]):
    """The text of an atom by its name, made once."""

    def __missing__(self, name: str) -> str:
        if name in ("true", "false", "nil"):
            text = name
        elif is_alias(name):
            text = name if name == "Elixir" or name.startswith("Elixir.Elixir") else name[7:]
        else:
            text = f":{name}" if _is_bare(name) else ":" + quoted(name, '"')
        self[name] = text
        return text


class _Keys(dict[str, str]):
    """The text of an atom that is a key, colon included, by its name, made once."""

    def __missing__(self, name: str) -> str:
        text = f"{name}:" if _is_bare(name) and not is_alias(name) else quoted(name, '"') + ":"
        self[name] = text
        return text


LITERALS = _Literals()
"""``LITERALS[name]`` is the atom of that name as Elixir writes it: ``:ok``, ``:"odd name"``, ``GenServer``, ``nil``."""

KEYS = _Keys()
"""``KEYS[name]`` is the atom of that name as a key of a map or keyword list: ``ok:``, ``"odd name":``."""
