"""Python text of a program -> code objects that know the Elixir file, its lines and the Elixir names.

The text is compiled by CPython, so it is fast. Then each code object gets the Elixir lines in place of the
text's, the name ``Mod.fun/arity`` and the names of other functions in place of the text's identifiers. It keeps
the text of each arithmetic operation, for :mod:`simulator.elixir.runtime.operands`: where that fails, it is told with
its operands. Which of them it is stands where Python has the end of the line.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from opcode import opmap
from types import CodeType

from simulator.elixir.compile.pieces import LINE_END, LINE_MARK
from simulator.elixir.runtime.operands import OPERATIONS
from simulator.elixir.tree.errors import NotSupported

_OPERATIONS = frozenset(
    opmap[name] for name in ("BINARY_OP", "UNARY_NEGATIVE", "UNARY_POSITIVE", "CALL_INTRINSIC_1") if name in opmap
)  # fmt: skip
"""What computes; what another version of Python calls otherwise is told without its operands."""
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
    return _Mender(text, places, names, titles).mend(code)


def _too_much(wrong: BaseException, places: list[int], file: str) -> NotSupported:
    """Return what is said of code that is more than CPython's compiler takes: it is nested too deep."""
    if isinstance(wrong, SyntaxError) and "too many" not in str(wrong):
        raise wrong  # code that we wrote and that is none
    line = getattr(wrong, "lineno", None) or 0
    return NotSupported("code that is nested so deep", file, places[line] if line < len(places) else 0, 1)


class _Mender:
    """Gives code objects what is Elixir's in place of what is the text's."""

    def __init__(self, text: str, places: list[int], names: dict[str, str], titles: dict[str, str]) -> None:
        self.text = text.encode().split(b"\n")  # columns are counted in bytes
        self.places = places
        self.names = names
        self.titles = titles

    def mend(self, code: CodeType) -> CodeType:
        constants = [self.mend(each) if isinstance(each, CodeType) else each for each in code.co_consts]
        title = self.titles.get(code.co_name, code.co_name)
        name = title
        if title.startswith(TRAMPOLINE):
            name, title = TRAMPOLINE, title.removeprefix(TRAMPOLINE)
        first = self.places[code.co_firstlineno] if code.co_firstlineno < len(self.places) else 0
        operations = self._operations(code)
        if operations:
            constants.append((OPERATIONS, *dict.fromkeys(operations.values())))
        return code.replace(
            co_consts=tuple(constants),
            co_name=name,
            co_qualname=title,
            co_firstlineno=first,
            co_linetable=self._lines(code, first, operations),
            co_names=tuple([self.names.get(name, name) for name in code.co_names]),
        )

    def _operations(self, code: CodeType) -> dict[int, str]:
        """Return the texts of the arithmetic operations by the offsets of their instructions."""
        raw = code.co_code[::2]
        if _OPERATIONS.isdisjoint(raw):
            return {}
        found = {}
        for unit, (operation, place) in enumerate(zip(raw, code.co_positions(), strict=True)):
            line, end, column, end_column = place
            if operation in _OPERATIONS and line and end and column is not None and end_column is not None:
                lines = self.text[line - 1 : end]
                lines[-1] = lines[-1][:end_column]
                lines[0] = lines[0][column:]
                found[2 * unit] = b" ".join(lines).decode()
        return found

    def _lines(self, code: CodeType, first: int, operations: dict[int, str]) -> bytes:
        """Return the table of lines: of each operation, too, which of the texts it is."""
        numbers = {text: number for number, text in enumerate(dict.fromkeys(operations.values()), 1)}
        table = bytearray()
        last = first
        for start, end, where in self._ranges(code):
            if where is None:
                table += _entries((end - start) // 2, _NOWHERE)
                continue
            for offset in range(start, end, 2) if operations else ():
                if offset in operations:
                    table += _entries((offset - start) // 2, _LINE_ONLY, where - last)
                    table += _entries(1, _WHOLE, 0 if offset > start else where - last, numbers[operations[offset]])
                    start, last = offset + 2, where
            if end > start:
                table += _entries((end - start) // 2, _LINE_ONLY, where - last)
                last = where
        return bytes(table)

    def _ranges(self, code: CodeType) -> list[tuple[int, int, int | None]]:
        """Return from where to where the code is of one line of the Elixir file, or of none."""
        found: list[tuple[int, int, int | None]] = []
        for start, end, line in code.co_lines():
            where = None if line is None else self.places[line] or None
            if found and found[-1][2] == where:
                start = found.pop()[0]
            found.append((start, end, where))
        return found


_WHOLE, _LINE_ONLY, _NOWHERE = 14, 13, 15
"""Kinds of entries in a table of lines; they are described in CPython's ``InternalDocs/code_objects.md``."""


@lru_cache(1 << 14)
def _entries(units: int, kind: int, line: int = 0, operation: int = 0) -> bytes:
    """Return the entries for so many units of code, *line* lines after the entry before; many are alike."""
    table = bytearray()
    while units > 0:
        size = min(units, 8)
        table.append(0x80 | (kind << 3) | (size - 1))
        if kind != _NOWHERE:
            _signed(table, line)
            line = 0
        if kind == _WHOLE:
            _unsigned(table, operation)
            table += b"\1\1"  # the columns: the first, to the first
        units -= size
    return bytes(table)


def _signed(table: bytearray, number: int) -> None:
    """Add a number as the table has them, the sign in the lowest bit."""
    _unsigned(table, (-number << 1) | 1 if number < 0 else number << 1)


def _unsigned(table: bytearray, value: int) -> None:
    """Add a number, six bits a byte."""
    while value >= 64:
        table.append(0x40 | (value & 63))
        value >>= 6
    table.append(value)
