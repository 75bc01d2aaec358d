"""Durations: what may be written for one."""

from __future__ import annotations

import pytest

from simulator.terms.durations import DurationError, duration_text, nanoseconds, whole


@pytest.mark.parametrize(
    ("text", "ns"),
    [
        ("2.3e-05s", 23_000), ("1e3s", 10**12), ("1E2ms", 10**8), ("5e-1 s", 5 * 10**8), ("1e-12s", 0), ("1e+2", 10**8),
        ("6.02e-7min", 36_120), (".5s", 5 * 10**8), ("5.s", 5 * 10**9), ("1_000", 10**9), ("1.5", 1_500_000),
    ],
)  # fmt: skip
def test_texts(text: str, ns: int) -> None:
    assert nanoseconds(text) == ns


@pytest.mark.parametrize("seconds", [0.000023, 1e-9, 123456.789, 1e21, 0.1 + 0.2, 3.0, 2**0.5])
def test_any_number_that_python_prints_can_be_read_with_a_unit(seconds: float) -> None:
    assert nanoseconds(f"{seconds}s") == pytest.approx(seconds * 1e9, abs=1)
    assert duration_text(nanoseconds(f"{seconds}s"))


@pytest.mark.parametrize(
    "text",
    ["", "s", ".s", "e5s", "1e", "1e5.5s", "1e--5s", "1.2.3s", "inf", "nan s", "٣s", "1e999s", "1" * 41, "-1e5s"],
)
def test_what_is_none(text: str) -> None:
    with pytest.raises(DurationError):
        nanoseconds(text)


def test_whole_units() -> None:
    assert (whole("1min", "s"), whole("0.25s", "ms"), whole(7, "s"), whole(None, "ms")) == (60, 250, 7, None)
    with pytest.raises(DurationError, match="not a whole number of s"):
        whole("1.5s", "s")
