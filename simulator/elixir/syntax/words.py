"""The operators and reserved words of Elixir, and the wording of its complaints."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any
from unicodedata import normalize

_BY_KIND = {
    "at_op": ("@",), "capture_op": ("&",), "unary_op": ("!", "^", "~~~"), "dual_op": ("+", "-"), "mult_op": ("*", "/"),
    "power_op": ("**",), "concat_op": ("++", "--", "+++", "---", "<>"), "range_op": ("..",), "ternary_op": ("//",),
    "xor_op": ("^^^",), "pipe_op": ("|",), "and_op": ("&&", "&&&"), "or_op": ("||", "|||"),
    "arrow_op": ("|>", "<<<", ">>>", "<<~", "~>>", "<~", "~>", "<~>", "<|>"),
    "comp_op": ("==", "!=", "=~", "===", "!=="),
    "rel_op": ("<", ">", "<=", ">="), "in_match_op": ("<-", "\\\\"), "type_op": ("::",), "assoc_op": ("=>",),
    "match_op": ("=",), "stab_op": ("->",),
}  # fmt: skip
KINDS = {name: kind for kind, names in _BY_KIND.items() for name in names}
"""The kind of each operator in Elixir's grammar."""
NAMED = KINDS.keys() - {"//", "=>"} | {".", "...", "..//", "<<>>", "%{}", "{}", "%"}
"""What may follow the colon of an atom, or stand before that of a key."""

BINARY = {
    "in_match_op": (40, 41), "when_op": (50, 50), "type_op": (60, 60), "pipe_op": (70, 70), "match_op": (100, 100),
    "or_op": (120, 121), "and_op": (130, 131), "comp_op": (140, 141), "rel_op": (150, 151), "arrow_op": (160, 161),
    "in_op": (170, 171), "xor_op": (180, 181), "ternary_op": (190, 190), "concat_op": (200, 200),
    "range_op": (200, 200),
    "mult_op": (220, 221), "power_op": (230, 231), "assoc_op": (80, 80), "stab_op": (10, 10),
}  # fmt: skip
"""Precedence of each kind of binary operator, and that of its right operand: one more where it groups to the left."""

RESERVED = {
    "and": "and_op", "or": "or_op", "in": "in_op", "when": "when_op", "not": "unary_op", "do": "do", "end": "end",
    "fn": "fn",
    "true": "constant", "false": "constant", "nil": "constant", "after": "block", "else": "block", "rescue": "block",
    "catch": "block",
}  # fmt: skip

_ERLANG_WORDS = {
    "after", "and", "andalso", "band", "begin", "bnot", "bor", "bsl", "bsr", "bxor", "case", "catch", "cond", "div",
    "end", "fun", "if", "let", "not", "of", "or", "orelse", "receive", "rem", "try", "when", "xor",
}  # fmt: skip
"""Names that Erlang quotes."""

BEFORE = "syntax error before: "
INCOMPLETE = "syntax error: expression is incomplete"
TOO_LARGE = "invalid float number "
AFTER_NUMBER = (
    'invalid character "{after}" after number {number}. If you intended to write a number, make sure to separate the '
    "number from the character (using comma, space, etc). If you meant to write a function name or a variable, note "
    "that identifiers in Elixir cannot start with numbers. Unexpected token: {after}"
)
ATOM_ALIAS = (
    "atom cannot be followed by an alias. If the '.' was meant to be part of the atom's name, the atom name must be "
    "quoted. Syntax error before: '.'"
)
INTERPOLATED_CALL = (
    "interpolation is not allowed when calling function/macro. Found interpolation in a call starting with: "
)
ALIAS_ONLY = (
    'invalid character "{odd}" (code point U+{code}) in alias (only ASCII characters, without punctuation, are '
    "allowed): {name}"
)
IDENTIFIER_ONLY = 'invalid character "{odd}" (code point U+{code}) in identifier: {name}'
OTHER_FORM = """unexpected token: Elixir expects unquoted Unicode atoms, variables, and calls to use allowed \
codepoints and to be in NFC form.

Got:

    {}

Hint: You could write the above in a compatible format that is accepted by Elixir:

    {}

See https://hexdocs.pm/elixir/unicode-syntax.html for more information."""
AFTER_ALIAS = """unexpected ( after alias {name}. Function names and identifiers in Elixir start with lowercase \
characters or underscore. For example:

    hello_world()
    _starting_with_underscore()
    numb3rs_are_allowed()
    may_finish_with_question_mark?()
    may_finish_with_exclamation_mark!()

Unexpected token: ("""
HIDDEN = "invalid bidirectional formatting character in comment: \\u{code:04X}"
KEY_SPACE = "keyword argument must be followed by space after: {name}:"
INVALID_DO = """unexpected {what}. In case you wanted to write a "do" expression, you must either use do-blocks or \
separate the keyword argument with comma. For example, you should either write:

    if some_condition? do
      :this
    else
      :that
    end

or the equivalent construct:

    if(some_condition?, do: :this, else: :that)

where "some_condition?" is the first argument and the second argument is a keyword list.

You may see this error if you forget a trailing comma before the "do" in a "do" block"""
FN_DO = """unexpected reserved word: do. Anonymous functions are written as:

    fn pattern -> expression end"""
OPEN_HINT = '\n\n    HINT: it looks like the "{opening}" on line {line} does not have a matching "{close}"\n'
END_HINT = '\n\n    HINT: it looks like the "end" on line {line} does not have a matching "do" defined before it\n'
RESERVED_WORD = (
    'syntax error before: {word}. "{word}" is a reserved word in Elixir and therefore its usage is limited. For '
    "instance, it can't be used as a variable or be defined nor invoked as a regular function"
)
LAST_ARGUMENT = """unexpected expression after keyword list. Keyword lists must always come as the last argument. \
Therefore, this is not allowed:

    function_call(1, some: :option, 2)

Instead, wrap the keyword in brackets:

    function_call(1, [some: :option], 2)

Syntax error after: ','"""
LAST_ENTRY = """unexpected expression after keyword list. Keyword lists must always come last in lists and maps. \
Therefore, this is not allowed:

    [some: :value, :another]
    %{some: :value, another => value}

Instead, reorder it to be the last entry:

    [:another, some: :value]
    %{another => value, some: :value}

Syntax error after: ','"""
COMMA_IN_CONTAINER = """unexpected comma. Parentheses are required to solve ambiguity inside containers.

This error may happen when you forget a comma in a list or other container:

    [a, b c, d]

Or when you have ambiguous calls:

    [one, two three, four, five]

In the example above, we don't know if the parameters "four" and "five" belongs to the list or the function "two". \
You can solve this by explicitly adding parentheses:

    [one, two(three, four), five]

Elixir cannot compile otherwise. Syntax error before: ','"""
COMMA_IN_MAP = "in a map"
"""Not a complaint of its own: the token behind the call is what is unexpected."""
COMMA_IN_CALL = """unexpected comma. Parentheses are required to solve ambiguity in nested calls.

This error happens when you have nested function calls without parentheses. For example:

    one a, two b, c, d

In the example above, we don't know if the parameters "c" and "d" apply to the function "one" or "two". You can solve \
this by explicitly adding parentheses:

    one a, two(b, c, d)

Or by adding commas (in case a nested call is not intended):

    one, a, two, b, c, d

Elixir cannot compile otherwise. Syntax error before: ','"""
PARENTHESES = (
    "unexpected parentheses. If you are making a function call, do not insert spaces between the function name and the "
    "opening parentheses. Syntax error before: '('"
)
STEP = (
    "the range step operator (//) must immediately follow the range definition operator (..), for example: 1..9//2. If "
    "you wanted to define a default argument, use (\\\\) instead. Syntax error before: '//'"
)
FIRST_CLAUSE = (
    "unexpected operator ->. If you want to define multiple clauses, the first expression must use ->. Syntax error "
    "before: '->'"
)
NO_CLAUSE = "expected anonymous functions to be defined with -> inside: 'fn'"
END_OF_LINE = "unexpectedly reached end of line. The current expression is invalid or incomplete"


def operator_at(text: str, at: int, names: Container[str]) -> str | None:
    """Return the longest of the operators *names* that stands at offset *at*."""
    for size in (4, 3, 2, 1):
        name = text[at : at + size]
        if len(name) == size and name in names:
            return name
    return None


def shown(name: str) -> str:
    """Return *name* as an Erlang atom is written, which is how Elixir names an unexpected token."""
    plain = re.fullmatch(r"[a-zß-öø-ÿ][\w@]*", name) and name not in _ERLANG_WORDS
    return name if plain else "'" + name.replace("\\", "\\\\") + "'"


def shown_parts(parts: list[Any]) -> str:
    """Return how Elixir names an unexpected string."""
    first = parts[0] if parts else ""
    return f'"{first}"' if first.__class__ is str else '"'


def shown_heredoc(line: int, column: int, delimiter: str, indentation: int, parts: list[Any]) -> str:
    """Return how Elixir names an unexpected heredoc: as the token that it is."""
    kind = "bin_heredoc" if delimiter == '"' else "list_heredoc"
    texts = [
        part.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") for part in parts if part.__class__ is str
    ]
    binaries = ",".join(f'<<"{text}">>' for text in texts)
    return f"{{{kind},{{{line},{column},nil}},{indentation},[{binaries}]}}"


def odd_character(character: str, column: int) -> str:
    """Return the complaint about a character that starts no token."""
    named = "null byte" if character == "\0" else f'"{character}"'
    code = f"{ord(character):04X}"
    # Elixir has four places for the number.
    return f"unexpected token: {named} (column {column}, code point U+{code if len(code) == 4 else '****'})"


def other_form(name: str) -> str:
    """Return the complaint about a name with a letter that stands for another."""
    told = [
        f'"{each}" (code points {" ".join(f"0x{ord(letter):05X}" for letter in each)})'
        for each in (name, normalize("NFKC", name))
    ]
    return OTHER_FORM.format(*told)


def sigil_delimiter(character: str, column: int) -> str:
    """Return the complaint about what follows a sigil's name."""
    code = f"{ord(character):04X}" if character else "0000"
    available = "The available delimiters are: //, ||, \"\", '', (), [], {}, <>"
    return f'invalid sigil delimiter: "{character}" (column {column}, code point U+{code}). {available}'
