"""What the tests of the panels read from the page, and how they wait for it."""

from __future__ import annotations

from typing import Any

SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"

INSPECTED = """
() => [...document.querySelectorAll('.inspector details.process')].map(card => {
  const facts = {};
  for (const about of card.querySelectorAll('.body > .facts > dt')) {
    facts[about.textContent] = about.nextElementSibling.textContent;
  }
  return {
    pid: Number(card.dataset.pid),
    state: card.dataset.state === 'crashed' ? 'dead' : card.dataset.state,
    words: card.querySelector('.words').textContent,
    mailbox: [...card.querySelectorAll('.waiting .pick')].map(message => message.textContent),
    verdicts: [...card.querySelectorAll('.verdicts li')].map(verdict => verdict.textContent),
    facts,
  };
})
"""
"""What the inspector says of each process."""


def settled(page: Any) -> None:
    """Wait until the panels show what the view says."""
    page.evaluate(SETTLED)


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
    settled(page)


def view(page: Any) -> dict[str, Any]:
    """Return what is looked at."""
    looked: dict[str, Any] = page.evaluate("player.app.current.store.get()")
    return looked


def cursor(page: Any) -> int:
    return int(view(page)["cursor"])


def go(page: Any, event: int) -> None:
    """Put the cursor on an event."""
    page.evaluate("event => player.app.current.store.set({ cursor: event })", event)
    settled(page)


def open_tab(page: Any, name: str) -> None:
    page.get_by_role("tab", name=name).first.click()
    settled(page)


def inspected(page: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(INSPECTED)
    return found
