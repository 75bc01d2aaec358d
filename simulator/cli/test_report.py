"""What became of the tests of a project, for machines: as JSON, and as JUnit's XML, which CI systems read."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from simulator.elixir.library.ex_unit.suite import Result

_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TOLD = {"failed": "failure", "invalid": "error", "not supported": "error", "skipped": "skipped"}
"""The element that tells of an outcome."""


def as_json(app: str, results: list[Result], status: int, seconds: float) -> dict[str, Any]:
    """Return what became of the tests of one project."""
    return {
        "app": app,
        "status": status,
        "counts": _counts(results),
        "virtual_ns": sum(result.nanoseconds for result in results),
        "wall_s": round(seconds, 6),
        "tests": [{**result._asdict(), "module": _module(result)} for result in results],
    }


def _module(result: Result) -> str:
    return result.module.removeprefix("Elixir.")


def _counts(results: list[Result]) -> dict[str, int]:
    found: dict[str, int] = {}
    for result in results:
        found[result.outcome] = found.get(result.outcome, 0) + 1
    return found


def as_junit(projects: list[tuple[str, list[Result]]]) -> str:
    """Return the results of projects as JUnit's XML; times are virtual seconds."""
    suites = "".join(
        _suite(app, module, [result for result in results if _module(result) == module])
        for app, results in projects
        for module in dict.fromkeys(map(_module, results))
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{suites}</testsuites>\n'


def _suite(app: str, module: str, results: list[Result]) -> str:
    run = [result for result in results if result.outcome != "excluded"]
    counts = _counts(run)
    told = {
        "name": module, "package": app, "tests": len(run), "failures": counts.get("failed", 0),
        "errors": counts.get("invalid", 0) + counts.get("not supported", 0), "skipped": counts.get("skipped", 0),
        "time": _seconds(sum(result.nanoseconds for result in run)),
    }  # fmt: skip
    attributes = "".join(f" {key}={quoteattr(str(value))}" for key, value in told.items())
    return f"  <testsuite{attributes}>\n{''.join(map(_case, run))}  </testsuite>\n" if run else ""


def _case(result: Result) -> str:
    told = {
        "classname": _module(result), "name": result.name, "file": result.file, "line": result.line,
        "time": _seconds(result.nanoseconds),
    }  # fmt: skip
    attributes = "".join(f" {key}={quoteattr(str(value))}" for key, value in told.items())
    element = _TOLD.get(result.outcome)
    if element is None:
        return f"    <testcase{attributes}/>\n"
    inner = f"<{element} message={quoteattr(result.outcome)}>{escape(_plain(result.text))}</{element}>"
    return f"    <testcase{attributes}>{inner}</testcase>\n"


def _plain(text: str) -> str:
    """Return a text without the characters that XML has no way to write."""
    return _UNWRITABLE.sub("", text)


def _seconds(nanoseconds: int) -> str:
    return f"{nanoseconds / 1e9:.6f}"
