"""Waiting for the page: Playwright's own waiting evaluates text in the page, which the policy of the page forbids."""

from __future__ import annotations

import time
from typing import Any

PATIENCE = 15.0
"""Seconds that anything may take before the test is given up."""


def wait_for(page: Any, condition: str) -> None:
    """Wait until a condition in JavaScript holds."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"not within {PATIENCE:.0f} seconds: {condition}"
        page.wait_for_timeout(10)
