"""What a lesson adds to the gallery: where a scenario is on the path, what its page asks, the sheet for a class."""

from __future__ import annotations

from html import escape
from typing import Any

LEVELS = {1: "first steps", 2: "going on", 3: "for those who know the rest"}

_LINES = 3  # to write on, for an answer on the sheet


def facts(asked: dict[str, Any] | None, pages: dict[str, str]) -> str:
    """Return level, minutes and what one should know before; empty without a lesson. *pages* are those there are."""
    if asked is None:
        return ""
    before = [_link(name, pages) for name in asked["before"]]
    needs = f" · after {', '.join(before)}" if before else ""
    return f'<p class="quiet facts">{LEVELS[asked["level"]]} · {asked["minutes"]} minutes{needs}</p>'


def _link(name: str, pages: dict[str, str]) -> str:
    words = escape(name.replace("_", " "))
    return f'<a href="{escape(pages[name])}">{words}</a>' if name in pages else words


def questions(asked: dict[str, Any] | None, name: str) -> list[str]:
    """Return what a page asks before it shows anything of the run, and where it can be answered."""
    if asked is None or not asked["predict"]:
        return []
    items = [f"<li>{escape(each['ask'])}</li>" for each in asked["predict"]]
    return [
        "<h2>Predict</h2>",
        f'<ol class="questions">{"".join(items)}</ol>',
        f'<p class="play"><a href="{escape(name)}.player.html#p=lesson&amp;predict">Answer, and see the run</a> · '
        f'<a href="{escape(name)}.sheet.html">a sheet to print</a></p>',
    ]


def afterwards(asked: dict[str, Any] | None, name: str) -> list[str]:
    """Return what a page asks when the run has been seen; *name* is that of its player, which has the changed runs."""
    if asked is None:
        return []
    parts: list[str] = []
    if asked["modify"]:
        items = [
            f"<li>{escape(each['ask'])} {_both(each, name)}<code>{escape(each['set'])}</code></li>"
            for each in asked["modify"]
        ]
        parts += ["<h2>Modify</h2>", f'<ol class="questions">{"".join(items)}</ol>']
    if asked["make"]:
        number = {0: ""}
        items = [
            f"<li>{escape(each['ask'])} <code>simulator check {escape(asked['name'])}"
            f"{number.get(at, f':{at + 1}')} FILE</code></li>"
            for at, each in enumerate(asked["make"])
        ]
        parts += ["<h2>Make</h2>", f'<ol class="questions">{"".join(items)}</ol>']
    return parts


def _both(change: dict[str, Any], name: str) -> str:
    """Return the link to both runs, where the player has them."""
    if "run" not in change:
        return ""
    letter = chr(ord("a") + change["run"])
    return f'<a href="{escape(name)}.player.html#run=a+{letter}">Both runs, side by side</a> '


def sheet(title: str, source: str, asked: dict[str, Any]) -> str:
    """Return the body of the sheet of a class: the code, the questions, and room to write; no answers."""
    parts = [f"<h1>{escape(title)}</h1>", '<p class="quiet">Name:</p>', f"<pre>{escape(source)}</pre>"]
    for heading, key in (
        ("Predict", "predict"),
        ("Investigate", "investigate"),
        ("Modify", "modify"),
        ("Make", "make"),
    ):
        if asked[key]:
            parts.append(f"<h2>{heading}</h2>")
            parts += [_question(each) for each in asked[key]]
    return "\n".join(parts)


def _question(each: dict[str, Any]) -> str:
    change = f" <code>{escape(each['set'])}</code>" if each.get("set") else ""
    return f"<p>{escape(each['ask'])}{change}</p>" + '<p class="line"></p>' * _LINES
