"""Python text of a program -> code objects that know the Elixir file, its lines and the Elixir names.

The text is compiled by CPython, so it is fast. Then each code object gets the Elixir lines in place of the
text's, the name ``Mod.fun/arity`` and the names of other functions in place of the text's identifiers.
"""

from __future__ import annotations

import warnings
from types import CodeType

from simulator.elixir.compile.pieces import LINE_END, LINE_MARK
from simulator.elixir.tree.errors import NotSupported

TRAMPOLINE = "trampoline "
"""Stands before the title of a function that only runs another one: no frame of a stack trace."""


def assemble(lines: list[tuple[int, str, int]]) -> tuple[str, list[int]]:
    """Return the text of statements (indent, text, line), and the Elixir line of each line of that text."""
    text: list[str] = []
    places: list[int] = [0]
    for indent, statement, line in lines:
        if LINE_MARK not in statement:
            text.append(" " * indent + statement)
            places.append(line)
            continue
        first, *rest = statement.split(LINE_MARK)
        current = first
        for piece in rest:
            number, _, tail = piece.partition(LINE_END)
            at = int(number)
            if at != line:
                text.append(" " * indent + current)
                places.append(line)
                current, line = "", at
            current += tail
        text.append(" " * indent + current)
        places.append(line)
    return "\n".join(text) + "\n", places


def compile_text(text: str, places: list[int], file: str, names: dict[str, str], titles: dict[str, str]) -> CodeType:
    """Compile *text* and return its code object.

    *names* says what the text's global identifiers are called in truth, *titles* the same for its functions.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a literal that is compared, or called: Elixir's own warnings tell of it
        try:
            code = compile(text, file, "exec", dont_inherit=True, optimize=0)
        except (SyntaxError, RecursionError, MemoryError) as wrong:
            raise _too_much(wrong, places, file) from wrong
    return _mend(code, places, names, titles)


def _too_much(wrong: BaseException, places: list[int], file: str) -> NotSupported:
    """Return what is said of code that is more than CPython's compiler takes: it is nested too deep."""
    if isinstance(wrong, SyntaxError) and "too many" not in str(wrong):
        raise wrong  # code that we wrote and that is none
    line = getattr(wrong, "lineno", None) or 0
    return NotSupported("code that is nested so deep", file, places[line] if line < len(places) else 0, 1)


def _mend(code: CodeType, places: list[int], names: dict[str, str], titles: dict[str, str]) -> CodeType:
    constants = tuple(
        [_mend(each, places, names, titles) if isinstance(each, CodeType) else each for each in code.co_consts]
    )
    title = titles.get(code.co_name, code.co_name)
    name = title
    if title.startswith(TRAMPOLINE):
        name, title = TRAMPOLINE, title.removeprefix(TRAMPOLINE)
    first = places[code.co_firstlineno] if code.co_firstlineno < len(places) else 0
    table = bytearray()
    last = first
    for start, end, line in code.co_lines():
        where = None if line is None else places[line] or None
        units = (end - start) // 2
        while units > 0:
            size = min(units, 8)
            if where is None:
                table.append(0x80 | (15 << 3) | (size - 1))
            else:
                table.append(0x80 | (13 << 3) | (size - 1))
                _signed(table, where - last)
                last = where
            units -= size
    return code.replace(
        co_consts=constants,
        co_name=name,
        co_qualname=title,
        co_firstlineno=first,
        co_linetable=bytes(table),
        co_names=tuple([names.get(name, name) for name in code.co_names]),
    )


def _signed(table: bytearray, number: int) -> None:
    """Add a number as the table has them: six bits a byte, the sign in the lowest."""
    value = (-number << 1) | 1 if number < 0 else number << 1
    while value >= 64:
        table.append(0x40 | (value & 63))
        value >>= 6
    table.append(value)
