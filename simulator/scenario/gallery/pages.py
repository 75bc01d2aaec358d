"""The pages of the gallery, as HTML."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.scenario.catalogue import languages
from simulator.scenario.gallery import asking
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
    asked: dict[str, Any] | None = None
    """What its lesson asks, where it has one."""
    picture: str = ""
    """The file of the picture that stands for it."""


class Asked(NamedTuple):
    """What a scenario's lesson asks of its page."""

    asked: dict[str, Any] | None
    """As :func:`simulator.scenario.lessons.answering.told` gives it; ``None`` without a lesson."""
    known: dict[str, str]
    """The page of each scenario, by its name."""


def style() -> str:
    """Return the style sheet of every page, with the colours of source text for light and dark."""
    from pygments.formatters import HtmlFormatter

    light = HtmlFormatter(style="default", cssclass="code").get_style_defs(".code")
    dark = HtmlFormatter(style="github-dark", cssclass="code").get_style_defs(".code")
    own = _STYLE.read_text(encoding="utf-8")
    return f"{own}{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n.code {{ background: none }}\n"


_SEARCH = """\
<p><label>Search <input type="search" id="search" placeholder="words, a topic, a level"></label>
<span class="quiet" id="found" role="status"></span></p>
"""
_FIND = """\
<script>
const box = document.getElementById("search"), cards = [...document.querySelectorAll("ul.scenarios > li")];
box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let found = 0;
  for (const card of cards) found += !(card.hidden = !words.every((word) => card.dataset.words.includes(word)));
  for (const topic of document.querySelectorAll("ol.topics > li"))
    topic.hidden = !topic.querySelector("li:not([hidden])");
  document.getElementById("found").textContent = words.length ? `${found} of ${cards.length}` : "";
});
</script>
"""
"""Finds the cards by their words. Without JavaScript the list is whole."""


def index(made: list[Made], known: dict[str, str]) -> str:
    """Return the page that lists all scenarios, by topic, in the order of the path."""
    minutes = sum(one.asked["minutes"] for one in made if one.asked is not None)
    path = f" In this order they are a path of {minutes} minutes; each says what to know before." if minutes else ""
    body = [
        "<h1>Processes of Elixir and OTP, simulated</h1>",
        f"<p>{len(made)} scenarios, from the first process to whole systems. Each page has the lesson, the code, what "
        f"it prints, its pictures, and a player that shows every message wait.{path}</p>",
        _SEARCH,
        '<ol class="topics">',
    ]
    for topic, members in groupby(made, key=lambda one: one.entry["topic"]):
        body.append(f'<li><h2>{escape(topic.capitalize())}</h2><ul class="scenarios">')
        body += [_card(one, known) for one in members]
        body.append("</ul></li>")
    return _PAGE.format(title="Scenarios", body="\n".join([*body, "</ol>", _FIND]))


def _card(one: Made, known: dict[str, str]) -> str:
    name = escape(one.entry["name"].replace("_", " "))
    head = f'<a href="{escape(one.page)}">{name}</a>' if one.page else name
    problem = f'<p class="problem">{escape(one.problem)}</p>' if one.problem else ""
    picture = f'<img src="{escape(one.picture)}" alt="" loading="lazy">' if one.picture else ""
    level = "" if one.asked is None else asking.LEVELS[one.asked["level"]]
    words = " ".join([one.entry["name"], one.entry["title"], one.entry["topic"], one.entry["lesson"], level])
    return (
        f'<li data-words="{escape(" ".join(words.lower().split()))}">{picture}{head}<p>{escape(one.entry["title"])}</p>'
        f"{asking.facts(one.asked, known)}{problem}</li>"
    )


def sheet(entry: Entry, source: str, asked: dict[str, Any]) -> str:
    """Return the page of a scenario's sheet, to print for a class."""
    text = _DOCSTRING.sub("", source, count=1)
    return _PAGE.format(title=f"{escape(entry['title'])}: sheet", body=asking.sheet(entry["title"], text, asked))


def scenario(
    entry: Entry,
    name: str,
    around: tuple[str, str],
    sources: list[str],
    result: Run,
    pictures: tuple[str, ...],
    lesson: Asked,
) -> str:
    """Return the page of one scenario; *around* names the pages before and after it, *pictures* the files it has.

    *sources* are those of its languages, in the order of :func:`~simulator.scenario.catalogue.languages`. Where its
    *lesson* asks for a prediction, nothing that tells of the run is shown before it is opened.
    """
    links = ['<a href="index.html">All scenarios</a>']
    links += [f'<a href="{escape(around[0])}.html">← {escape(around[0])}</a>'] if around[0] else []
    links += [f'<a class="next" href="{escape(around[1])}.html">{escape(around[1])} →</a>'] if around[1] else []
    asked = asking.questions(lesson.asked, name)
    shown = [*_run(entry, name, result, pictures), *_stills(name, pictures)]
    body = [
        f"<nav>{''.join(links)}</nav>",
        f"<h1>{escape(entry['title'])}</h1>",
        f'<p class="quiet">{escape(entry["topic"])} · {_commands(entry)}</p>',
        asking.facts(lesson.asked, lesson.known),
        *([] if asked else [f'<div class="lesson">{_lesson(entry["lesson"])}</div>']),
        "<h2>The code</h2>",
        *_code(entry, sources),
        *asked,
    ]
    if asked:
        told = f'<div class="lesson">{_lesson(entry["lesson"])}</div>'
        body += ["<details><summary>The lesson, and what the run does</summary>", told, *shown, "</details>"]
    else:
        body += shown
    return _PAGE.format(
        title=escape(entry["title"]), body="\n".join([*body, *asking.afterwards(lesson.asked, name)])
    )


def _run(entry: Entry, name: str, result: Run, pictures: tuple[str, ...]) -> list[str]:
    """Return the player, and what the run printed."""
    parts = []
    if "player.html" in pictures:
        file, title = f"{escape(name)}.player.html", f"Player of {escape(entry['title'])}"
        parts += [
            "<h2>Play it</h2>",
            f'<p class="play"><a href="{file}">Open the player by itself</a></p>',
            f'<iframe src="{file}" title="{title}" loading="lazy"></iframe>',
        ]
    parts += ["<h2>What it prints</h2>", f"<pre>{escape(_printed(result))}</pre>"]
    return [*parts, f'<p class="quiet">{escape(_summary(result))}</p>', *_problem(result)]


def _stills(name: str, pictures: tuple[str, ...]) -> list[str]:
    """Return the still pictures."""
    parts = []
    for ending in ("sequence.svg", "links.svg"):
        if ending in pictures:
            words, file = _WORDS[ending], f"{escape(name)}.{ending}"
            image = f'<a href="{file}"><img src="{file}" alt="{words}" loading="lazy"></a>'
            parts += [f"<h2>{words}</h2>", f'<div class="picture" tabindex="0">{image}</div>']
    return parts


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
