"""The pages of the gallery, as HTML."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from simulator.scenario.catalogue import languages
from simulator.terms.durations import duration_text

if TYPE_CHECKING:
    from simulator.scenario.catalogue import Entry
    from simulator.scenario.outcome import Run

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="gallery.css">
</head>
<body>
{body}
</body>
</html>
"""

_STYLE = Path(__file__).with_name("gallery.css")

_DOCSTRING = re.compile(r'\A\s*""".*?"""\s*', re.DOTALL)

_WORDS = {"sequence.svg": "Sequence diagram", "links.svg": "Links, monitors and supervision at the end"}


class Made(NamedTuple):
    """What became of one scenario."""

    entry: Entry
    page: str
    """The file of its page, beside the index; empty where it could not be run."""
    problem: str
    """Why not; empty where all is well."""


def style() -> str:
    """Return the style sheet of every page, with the colours of source text for light and dark."""
    from pygments.formatters import HtmlFormatter

    light = HtmlFormatter(style="default", cssclass="code").get_style_defs(".code")
    dark = HtmlFormatter(style="github-dark", cssclass="code").get_style_defs(".code")
    own = _STYLE.read_text(encoding="utf-8")
    return f"{own}{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n.code {{ background: none }}\n"


def index(made: list[Made]) -> str:
    """Return the page that lists all scenarios, by topic."""
    body = [
        "<h1>Processes of Elixir and OTP, simulated</h1>",
        f"<p>{len(made)} scenarios, from the first process to whole systems. Each page has the lesson, the code, what "
        "it prints, its pictures, and a player that shows every message wait.</p>",
        '<ol class="topics">',
    ]
    for topic, members in groupby(made, key=lambda one: one.entry["topic"]):
        body.append(f'<li><h2>{escape(topic.capitalize())}</h2><ul class="scenarios">')
        body += [_card(one) for one in members]
        body.append("</ul></li>")
    return _PAGE.format(title="Scenarios", body="\n".join([*body, "</ol>"]))


def _card(one: Made) -> str:
    name = escape(one.entry["name"].replace("_", " "))
    head = f'<a href="{escape(one.page)}">{name}</a>' if one.page else name
    problem = f'<p class="problem">{escape(one.problem)}</p>' if one.problem else ""
    return f"<li>{head}<p>{escape(one.entry['title'])}</p>{problem}</li>"


def scenario(
    entry: Entry, name: str, around: tuple[str, str], sources: list[str], result: Run, pictures: tuple[str, ...]
) -> str:
    """Return the page of one scenario; *around* names the pages before and after it, *pictures* the files it has.

    *sources* are those of its languages, in the order of :func:`~simulator.scenario.catalogue.languages`.
    """
    links = ['<a href="index.html">All scenarios</a>']
    links += [f'<a href="{escape(around[0])}.html">← {escape(around[0])}</a>'] if around[0] else []
    links += [f'<a class="next" href="{escape(around[1])}.html">{escape(around[1])} →</a>'] if around[1] else []
    body = [
        f"<nav>{''.join(links)}</nav>",
        f"<h1>{escape(entry['title'])}</h1>",
        f'<p class="quiet">{escape(entry["topic"])} · {_commands(entry)}</p>',
        f'<div class="lesson">{_lesson(entry["lesson"])}</div>',
    ]
    if "player.html" in pictures:
        file, title = f"{escape(name)}.player.html", f"Player of {escape(entry['title'])}"
        body += [
            "<h2>Play it</h2>",
            f'<p class="play"><a href="{file}">Open the player by itself</a></p>',
            f'<iframe src="{file}" title="{title}" loading="lazy"></iframe>',
        ]
    body += ['<div class="columns"><div>', "<h2>The code</h2>", *_code(entry, sources), "</div><div>"]
    body += ["<h2>What it prints</h2>", f"<pre>{escape(_printed(result))}</pre>"]
    body += [f'<p class="quiet">{escape(_summary(result))}</p>', *_problem(result), "</div></div>"]
    for ending in ("sequence.svg", "links.svg"):
        if ending in pictures:
            words, file = _WORDS[ending], f"{escape(name)}.{ending}"
            image = f'<a href="{file}"><img src="{file}" alt="{words}" loading="lazy"></a>'
            body += [f"<h2>{words}</h2>", f'<div class="picture" tabindex="0">{image}</div>']
    return _PAGE.format(title=escape(entry["title"]), body="\n".join(body))


def _lesson(text: str) -> str:
    """Return a lesson as paragraphs, and as code what is indented."""
    parts = []
    for block in re.split(r"\n\s*\n", text):
        if block.startswith("Try: "):
            commands = "\n".join(line.removeprefix("Try: ").strip() for line in block.split("\n"))
            parts.append(f"<p>Try:</p><pre>{escape(commands)}</pre>")
        elif block.startswith("    "):
            parts.append(f"<pre>{escape(block)}</pre>")
        elif block.strip():
            words = re.sub(r"``(.+?)``", r"<code>\1</code>", escape(" ".join(block.split()), quote=False))
            parts.append(f"<p>{words}</p>")
    return "\n".join(parts)


def _commands(entry: Entry) -> str:
    """Return how a scenario is run, in each of its languages."""
    names = [entry["name"], *([f"{entry['name']}.exs"] if entry["twin"] else [])]
    return " · ".join(f"<code>simulator run {escape(name)}</code>" for name in names)


def _code(entry: Entry, sources: list[str]) -> list[str]:
    """Return the source in each of its languages: behind tabs, where there are two."""
    there = languages(entry)
    shown = [_source(source, language) for source, language in zip(sources, there, strict=True)]
    if len(shown) == 1:
        return shown
    tabs = [
        f'<input type="radio" name="language" id="{language}"{" checked" if place == 0 else ""}>'
        f'<label for="{language}">{language}</label>'
        for place, language in enumerate(there)
    ]
    return ['<div class="tabs">', *tabs, *shown, "</div>"]


def _source(source: str, language: str) -> str:
    """Return the source in colours; of a Python one without the docstring, which the page has as its lesson."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name

    if language == "Python":
        source = _DOCSTRING.sub("", source, count=1)
    coloured: str = highlight(source, get_lexer_by_name(language.lower()), HtmlFormatter(cssclass="code"))
    return coloured


def _printed(result: Run) -> str:
    reports = "".join(f"\n{'' if report == result.crash else '[error] '}{report}\n" for report in result.reports)
    return (result.output + reports) or "(nothing)"


def _summary(result: Run) -> str:
    figures = result.counts()
    counted = f"{figures['processes']:,} processes, {figures['messages']:,} messages"
    return f"{counted}, {duration_text(result.now)} of virtual time"


def _problem(result: Run) -> list[str]:
    if result.error is not None:
        return [f'<p class="problem">{escape(str(result.error))}</p>']
    if result.ended == "limit":
        return ['<p class="quiet">The run goes on; its beginning is shown here.</p>']
    return []
