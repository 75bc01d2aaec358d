"""How Python's own objects print: classes, functions, exceptions, structs and what is opaque."""

from __future__ import annotations

import math
import subprocess
import sys
from collections import Counter, deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.terms import Atom, Pid, ProtocolUndefinedError, Reference, atom, inspect, to_string
from simulator.terms.inspect import MAX_CONTAINERS, MAX_DEPTH


class Slotted:
    __slots__ = ("_hidden", "left", "right")

    def __init__(self, left: Any) -> None:
        self.left = left
        self._hidden = 1


class Declared(Exception):
    __inspect_name__ = "My.Declared"

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        return [("reason", atom.noproc), ("odd name", self.args)]


class Broken:
    def __repr__(self) -> str:
        raise ValueError("no")


class BrokenFields:
    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        raise ValueError("no")


class lower:
    pass


@dataclass
class Account:
    owner: str
    pin: int = field(repr=False)
    kind: ClassVar[str] = "giro"

    def deposit(self, amount: int) -> None: ...


@pytest.mark.parametrize(
    ("term", "printed"),
    [
        (ValueError, "ValueError"),
        (lower, ":lower"),
        (math, ":math"),
        (Slotted([97]), "%Slotted{left: 'a'}"),
        (Declared(1), '%My.Declared{reason: :noproc, "odd name": {1}}'),
        (Account("ann", 1234), '#Account<owner: "ann", ...>'),
        (RuntimeError(), '%RuntimeError{message: ""}'),
        (KeyError("a"), '%KeyError{message: "a"}'),
        (KeyError(1), '%KeyError{message: "1"}'),
        (FileNotFoundError(2, "gone"), '%FileNotFoundError{message: "[Errno 2] gone"}'),
        (Pid, "Pid"),
        (lower(), "#lower<>"),
        (Broken(), "#Broken<...>"),
        (BrokenFields(), "#BrokenFields<...>"),
        (deque([1]), "#deque<deque([1])>"),
        (Counter(["a"]), '%{"a" => 1}'),
        (Account.deposit, "#Function<Account.deposit/2 in test_objects>"),
        (Account("ann", 1).deposit, "#Function<Account.deposit/1 in test_objects>"),
        ([lambda one, two: None], "[#Function<lambda/2 in test_objects>]"),
        (len, "#Function<len in builtins>"),
        (str.join, "#Function<str.join in builtins>"),
        ({ValueError: 1, atom.a: 2}, "%{ValueError => 1, :a => 2}"),
        (math.inf, "#Float<inf>"),
        (math.nan, "#Float<nan>"),
        ("\ud800", "<<237, 160, 128>>"),
        (bytearray(b"ab"), '"ab"'),
        ((Pid(1), Reference(2)), "{#PID<0.1.0>, #Reference<0.0.0.2>}"),
        (True, "true"),
    ],
)
def test_an_object_prints_as_elixir_would_see_it(term: Any, printed: str) -> None:
    assert inspect(term) == printed
    assert inspect(term, width=10**6) == printed


def test_no_address_is_printed() -> None:
    class Holder:
        def __repr__(self) -> str:
            return f"<Holder of {object()!r}>\nand more"

    assert inspect(Holder()) == "#Holder<<Holder of <object object>> and more>"
    assert inspect(ValueError(object())) == '%ValueError{message: "<object object>"}'


def test_what_holds_itself_ends() -> None:
    twice: list[Any] = [1]
    twice += [twice, {atom.me: twice}, (twice, Slotted(twice))]
    assert inspect(twice) == "[1, [...], %{me: [...]}, {[...], %Slotted{left: [...]}}]"
    assert inspect(twice, limit=None) == inspect(twice)
    assert inspect(twice, width=80) == inspect(twice)


def test_very_deep_nesting_ends() -> None:
    deep: Any = 1
    for _ in range(100_000):
        deep = [deep]
    assert inspect(deep) == "[" * 51 + "..." + "]" * 51
    assert inspect(deep, limit=None) == "[" * (MAX_DEPTH + 1) + "..." + "]" * (MAX_DEPTH + 1)
    assert inspect(deep, width=20).count("[") == 51


def test_a_term_that_shares_its_parts_without_end_ends() -> None:
    doubling: Any = ()
    for _ in range(90):
        doubling = (doubling, doubling)
    assert inspect(doubling, limit=None).count("{") < 2 * MAX_CONTAINERS + 2 * MAX_DEPTH


def test_more_than_32_keys_print_in_the_order_of_terms() -> None:
    assert inspect(dict.fromkeys(range(40, 0, -1), 0), limit=2) == "%{1 => 0, 2 => 0, ...}"
    assert inspect(set(range(40)), limit=2) == "MapSet.new([0, 1, ...])"


NAMES = st.builds(Atom, st.text(max_size=5))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | NAMES
TERMS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner),
        st.lists(inner).map(tuple),
        st.dictionaries(SCALARS, inner),
        st.lists(st.tuples(NAMES, inner)),
        st.frozensets(SCALARS),
        st.builds(Slotted, inner),
    ),
)


CHARLISTS = st.sampled_from(["infer", "as_lists", "as_charlists"])


@given(TERMS, st.none() | st.integers(0, 60), st.integers(0, 100), CHARLISTS)
def test_it_never_raises_and_one_line_is_one_line(term: Any, limit: int | None, width: int, charlists: Any) -> None:
    line = inspect(term, limit=limit, charlists=charlists, printable_limit=limit)
    assert "\n" not in line
    laid_out = inspect(term, limit=limit, width=width, charlists=charlists, printable_limit=limit)
    assert _unspaced(laid_out) == _unspaced(line)
    assert inspect(term, limit=limit, width=10**9, charlists=charlists, printable_limit=limit) == line


def _unspaced(text: str) -> str:
    return text.replace("\n", "").replace(" ", "")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_reads_back_as_itself(value: float) -> None:
    assert float(inspect(value)) == value
    assert math.copysign(1, float(inspect(value))) == math.copysign(1, value)


def test_what_has_no_text_is_an_error_with_elixirs_words() -> None:
    kinds = {"PID": Pid(1), "Reference": Reference(1), "Function": len, "Map": {}, "Slotted (a struct)": Slotted(1)}
    for kind, term in kinds.items():
        with pytest.raises(ProtocolUndefinedError) as caught:
            to_string(term)
        assert str(caught.value) == f"protocol String.Chars not implemented for {inspect(term)} of type {kind}"
    printed = '%Protocol.UndefinedError{description: "", protocol: String.Chars, value: %Slotted{left: 1}}'
    assert inspect(caught.value) == printed


def test_to_string_takes_what_python_can_print() -> None:
    class Celsius:
        def __str__(self) -> str:
            return "21 °C"

    assert to_string(Celsius()) == "21 °C"
    assert to_string(ValueError) == "Elixir.ValueError"
    assert to_string(b"a\xff") == "a\ufffd"


def run_python(script: str, **environment: str) -> str:
    command = [sys.executable, "-S", "-c", script]
    root = Path(__file__).parents[2]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True).stdout


def test_the_text_of_a_term_does_not_depend_on_the_hash_seed() -> None:
    terms = "{'b', 'a', atom.z, 1.5, (2, 'c'), frozenset('xyz'), len, int, 1j, RuntimeError('x')}"
    script = f"from simulator.terms import *; print(inspect({terms}))"
    assert run_python(script, PYTHONHASHSEED="1") == run_python(script, PYTHONHASHSEED="2") != ""


def test_importing_the_terms_loads_nothing_heavy() -> None:
    loaded = run_python("import sys, simulator.terms; print(*sys.modules)").split()
    assert not {"dataclasses", "inspect", "decimal", "unicodedata", "ast", "msgspec", "simpy"} & set(loaded)


def test_a_number_has_all_its_digits() -> None:
    assert inspect(10**5000) == "1" + "0" * 5000
    assert inspect(-(10**5000)) == "-1" + "0" * 5000
