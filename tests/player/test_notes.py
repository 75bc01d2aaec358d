"""In the browser: notes on bookmarks, which travel in the link, are bounded, and are never more than text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from panels import cursor, go, press, settled, view
from played_traces import HOSTILE, hostile, scenario

LINK = "player.app.address.link()"
DRAWN = "player.timeline.svg()"
Play = Callable[..., Any]


def write(page: Any, text: str) -> None:
    """Write a note on the moment of the cursor, by keyboard alone."""
    press(page, "e")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")
    settled(page)


def listed(page: Any) -> list[str]:
    boxes: list[str] = page.evaluate("[...document.querySelectorAll('dialog.notes li input')].map(box => box.value)")
    return boxes


def test_a_note_is_written_changed_and_deleted_by_keyboard(play: Play) -> None:
    page = play(scenario("ping_pong"), fragment="#e=6")
    write(page, "the first ping lies here")
    assert page.locator("dialog.notes").count() == 0
    assert view(page)["notes"] == {"6": "the first ping lies here"}
    assert view(page)["bookmarks"] == [6]
    write(page, "the ping lies here")
    assert view(page)["notes"] == {"6": "the ping lies here"}
    write(page, "")
    assert view(page)["notes"] == {}
    assert view(page)["bookmarks"] == [6]


def test_a_bookmark_goes_with_its_note_and_comes_back_with_it(play: Play) -> None:
    page = play(scenario("ping_pong"), fragment="#e=6&n=6:here")
    press(page, "b")
    assert view(page)["bookmarks"] == []
    assert view(page)["notes"] == {}
    press(page, "u")
    assert view(page)["bookmarks"] == [6]
    assert view(page)["notes"] == {"6": "here"}


def test_the_list_leads_to_its_moments_and_deletes_them_by_touch(play: Play) -> None:
    page = play(
        scenario("ping_pong"), fragment="#e=9&b=4.6&n=4:first", has_touch=True, viewport={"width": 390, "height": 844}
    )
    page.locator(".bookmarks .count").tap()
    assert listed(page) == ["first", "", ""]
    page.locator("dialog.notes li button.go").first.tap()
    settled(page)
    assert cursor(page) == 4
    page.locator(".bookmarks .count").tap()
    page.get_by_role("button", name="delete the bookmark on #6").tap()
    assert view(page)["bookmarks"] == [4]
    page.locator("dialog.notes li input").first.fill("second")
    page.get_by_role("button", name="close").tap()
    assert view(page)["notes"] == {"4": "second"}


def test_a_note_is_shown_at_its_moment_and_as_a_beginning_elsewhere(play: Play) -> None:
    text = "The ping waits in the mailbox until the player has taken it, and nobody else can take it before"
    page = play(scenario("ping_pong"), fragment=f"#e=6&b=6&n=6:{quote(text)}")
    settled(page)
    drawn = page.evaluate(DRAWN)
    assert "The ping waits in the mailbox" in drawn
    assert "can take it before<" in drawn
    go(page, 9)
    drawn = page.evaluate(DRAWN)
    assert "The ping waits" in drawn
    assert "before<" not in drawn
    go(page, 6)
    page.evaluate("player.app.announce(player.store)")
    page.wait_for_timeout(450)
    assert page.locator("[role=status].aside").inner_text().endswith(text)


def test_the_link_restores_every_note(play: Play, open_page: Play) -> None:
    notes = {"4": "comma, colon: & = + # % 50%41 'quotes' \"too\"", "6": "שלום 😀 e\u0301", "9": "<b>bold</b>"}
    page = play(scenario("ping_pong"), fragment="#e=4")
    for event, text in notes.items():
        go(page, int(event))
        write(page, text)
    again = open_page(page.evaluate(LINK))
    assert view(again)["notes"] == notes
    assert view(again)["bookmarks"] == [4, 6, 9]


def test_hostile_notes_are_text_and_nothing_else(play: Play) -> None:
    texts = [text for text in HOSTILE if len(text) < 1000]
    notes = ",".join(f"{event}:{quote(text)}" for event, text in enumerate(texts))
    page = play(hostile(), fragment=f"#e=2&n={notes}")
    press(page, "e")
    shown = listed(page)
    assert shown[0] == texts[0]
    assert shown[2] == texts[2]
    assert len(shown) == len(texts)
    assert all(letter >= " " and letter not in "\x7f\u2028\u202e" for text in shown for letter in text)
    assert not page.evaluate("'broken' in window")
    assert page.locator("dialog.notes img, dialog.notes script").count() == 0
    assert "<script>window.broken" not in page.evaluate(DRAWN)


def test_what_a_link_holds_is_bounded(play: Play) -> None:
    trace = scenario("worker_pool")
    notes = ",".join(f"{event}:{'x' * 5000}" for event in range(100))
    page = play(trace, fragment=f"#e=3&b=0-99999&n={notes}")
    found = view(page)["notes"]
    assert 0 < len(found) < 30
    assert {len(text) for text in found.values()} == {200}
    assert len(view(page)["bookmarks"]) <= 200
    assert len(page.evaluate(LINK)) < 6000
    go(page, 60)
    press(page, "e")
    page.keyboard.insert_text("y" * 200)
    page.keyboard.press("Enter")
    assert "too much for a link" in page.locator("dialog.notes [role=alert]").inner_text()
    assert "60" not in view(page)["notes"]


def test_a_spoilt_note_of_a_link_is_left_out(play: Play) -> None:
    page = play(scenario("ping_pong"), fragment="#e=3&n=7:%E0%A4,x:1,99999:beyond,-1:before,3:%20%0A,5:fine")
    assert view(page)["notes"] == {"5": "fine", "7": "%E0%A4"}
