"""What holds for all tests: a picture that needs Graphviz, where there is none, is a test skipped."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from simulator.diagrams import GraphvizMissing


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    try:
        return (yield)
    except GraphvizMissing as missing:
        pytest.skip(str(missing))
