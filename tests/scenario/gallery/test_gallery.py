"""The gallery: every scenario has a page, and no page needs anything that is not beside it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from simulator.cli import main
from simulator.scenario.gallery.build import build

ROOT = Path(__file__).parents[3]
HOSTILE = '''"""A title with <b>markup</b> & "quotes"

A lesson with </script> in it.

Try: simulator run hostile
"""


def main(proc):
    yield proc.sleep(1)
    proc.puts("<img src=x onerror=alert(1)>")
'''


class Links(HTMLParser):
    """What a page refers to, and the tags it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    assert all(not one.problem for one in build(str(ROOT / "scenarios" / "02_messages"), str(folder)))
    return folder


def test_every_scenario_has_a_page(site):
    names = [path.stem.lstrip("0123456789_") for path in sorted((ROOT / "scenarios" / "02_messages").glob("*.py"))]
    for name in names:
        files = {f"{name}.html", f"{name}.sequence.svg", f"{name}.links.svg", f"{name}.player.html"}
        assert all((site / file).stat().st_size > 500 for file in files)
    index = (site / "index.html").read_text()
    assert [index.index(f'"{name}.html"') for name in names] == sorted(index.index(f'"{name}.html"') for name in names)


def test_a_scenario_in_two_languages_shows_both_sources(site):
    page = (site / "ping_pong.html").read_text()
    tabs = re.findall(r'<input type="radio" name="language" id="(\w+)"( checked)?>', page)
    assert tabs == [("Python", " checked"), ("Elixir", "")]
    assert page.count('<div class="code">') == 2
    code = re.sub(r"<[^>]*>", "", page)
    assert "pid = proc.spawn(ponger)" in code and "pid = spawn(&amp;Ponger.loop/0)" in code
    assert "<code>simulator run ping_pong.exs</code>" in page


def test_a_scenario_in_one_language(tmp_path):
    (tmp_path / "alone.exs").write_text("# Alone.\n#\n# A lesson.\n\nIO.puts(1 + 1)\n")
    (tmp_path / "python.py").write_text('"""Python."""\n\ndef main(proc):\n    yield proc.sleep(1)\n')
    assert all(not one.problem for one in build(str(tmp_path), str(tmp_path / "site")))
    for name, words in {"alone": "<p>A lesson.</p>", "python": "<h1>Python.</h1>"}.items():
        page = (tmp_path / "site" / f"{name}.html").read_text()
        assert words in page and page.count('<div class="code">') == 1
        assert 'type="radio"' not in page and f"simulator run {name}.exs" not in page


def test_links_lead_to_files_that_are_there(site):
    for page in site.glob("*.html"):
        if page.name.endswith(".player.html"):
            continue
        links = Links(page.read_text()).found
        assert links and all((site / link.partition("#")[0]).is_file() for link in links), page


def test_a_page_asks_before_it_tells(site):
    page = (site / "ping_pong.html").read_text()
    asked, told = page.split("<details>")
    assert "<h2>Predict</h2>" in asked and 'href="ping_pong.player.html#p=lesson&amp;predict"' in asked
    assert "rounds, done at 0 ms" not in asked and "3 rounds, done at 0 ms" in told
    assert "first steps · 8 minutes · after" in asked and '<a href="reply.html">reply</a>' in asked
    assert "simulator check ping_pong FILE" in told and 'href="ping_pong.player.html#run=a+b"' in told


def test_a_sheet_has_the_questions_and_no_answer(site):
    sheet = (site / "ping_pong.sheet.html").read_text()
    assert "How many messages does main send" in sheet and "def ponger" in sheet
    assert "3 rounds, done at 0 ms" not in sheet


def test_the_index_is_a_path_with_pictures(site):
    index = (site / "index.html").read_text()
    assert index.count('<img src="') == 6 and "they are a path of 44 minutes" in index
    assert 'id="search"' in index


def test_two_galleries_are_the_same(site, tmp_path):
    build(str(ROOT / "scenarios" / "02_messages"), str(tmp_path))
    assert {path.name: path.read_bytes() for path in site.iterdir()} == {
        path.name: path.read_bytes() for path in tmp_path.iterdir()
    }


def test_text_stays_text(tmp_path):
    (tmp_path / "hostile.py").write_text(HOSTILE)
    build(str(tmp_path), str(tmp_path / "site"))
    page = (tmp_path / "site" / "hostile.html").read_text()
    assert "img" not in Links(re.sub(r'<div class="picture".*?</div>', "", page)).tags
    assert "<b>" not in page and "&lt;img src=x" in page and "<pre>simulator run hostile</pre>" in page


def test_a_scenario_that_cannot_run_is_named_and_the_others_are_built(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.py").write_text('"""Bad."""\nimport nothing_of_this_name\n\ndef main(proc):\n    yield\n')
    (tmp_path / "good.py").write_text('"""Good."""\n\ndef main(proc):\n    yield proc.sleep(1)\n')
    assert main(["gallery", ".", "-o", "site"]) == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1 and "bad.py" in told.err
    assert (tmp_path / "site" / "good.html").exists() and "Bad." in (tmp_path / "site" / "index.html").read_text()


def test_a_folder_without_scenarios(tmp_path, capsys):
    for folder in (tmp_path, tmp_path / "missing"):
        assert main(["gallery", str(folder), "-o", str(tmp_path / "site")]) == 2
        assert capsys.readouterr().err.count("\n") == 1
