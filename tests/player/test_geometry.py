"""Where things stand on the page and in the picture: nothing is cut off, nothing hides what it only crosses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from played_traces import scenario

from simulator import run

FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SIZES = ((1400, 900), (1920, 1080), (860, 480), (390, 844))
GO = "at => { const box = document.querySelector('#goto'); box.value = at; box.form.requestSubmit(); }"
CUT = """
() => {
  const canvas = document.createElement("canvas").getContext("2d"), wrong = [];
  for (const one of document.querySelectorAll(".clock, .part, .segments button, .transport button, .lede button")) {
    if (one.checkVisibility() && one.scrollWidth > one.clientWidth + 1) wrong.push(one.textContent);
  }
  for (const one of document.querySelectorAll("select")) {
    if (!one.checkVisibility()) continue;
    const css = getComputedStyle(one);
    canvas.font = css.font;
    const room = one.clientWidth - parseFloat(css.paddingLeft) - parseFloat(css.paddingRight) - 18;
    const text = one.selectedOptions[0].textContent;
    if (canvas.measureText(text).width > room) wrong.push(`${text} in ${room}`);
  }
  return wrong;
}
"""
"""What has less room than its words need; 18 pixels of a select are its arrow."""
LINES = """
() => Object.fromEntries([".viewbar", ".transport"].map(name => {
  const tops = [...document.querySelector(name).children]
    .filter(one => one.checkVisibility() && !one.matches(".said-here"))
    .map(one => Math.round(one.getBoundingClientRect().top + one.getBoundingClientRect().height / 2));
  return [name, Math.max(...tops) - Math.min(...tops)];
}))
"""
"""How far apart the middles of the controls of each bar are: more than a few pixels is a second line."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_control_has_less_room_than_its_words(play: Callable[..., Any], size: tuple[int, int]) -> None:
    page = play(scenario("back_pressure"), fragment="#p=", viewport={"width": size[0], "height": size[1]})
    for at in ("15s", "#21"):
        page.evaluate(GO, at)
        page.evaluate(FRAME)
        assert page.evaluate(CUT) == []
    if size[0] > 820:
        assert max(page.evaluate(LINES).values()) <= 4
        page.evaluate("player.store.set({ from: 0.301, to: 0.302, panel: 'inspector' })")
        page.evaluate(FRAME)
        if size[0] >= 1400:
            assert max(page.evaluate(LINES).values()) <= 4


def test_the_readout_says_that_nothing_happens_without_looking_cut(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"), fragment="#p=")
    assert page.locator(".clock").first.text_content() == "200 ms · after #26 of 51"


def test_a_crowd_of_messages_leaves_the_lanes_between_alone(play: Callable[..., Any]) -> None:
    """Main calls a pool four lanes away thousands of times: the workers between are not covered by it."""
    page = play(scenario("back_pressure"), fragment="#p=")
    covered = page.evaluate(
        """() => {
          const tree = new DOMParser().parseFromString(player.timeline.svg(), "image/svg+xml");
          const { theme } = player.timeline, frame = player.timeline.frame();
          const shades = theme.messages.call.flow.map(({ alpha }) => alpha);
          const lane = frame.rows.rows[0].size;
          const high = [...tree.querySelectorAll("[fill]")]
            .filter(one => shades.includes(Number(one.getAttribute("opacity"))))
            .flatMap(one => [...one.getAttribute("d").matchAll(/v([\\d.]+)h-/g)]).map(([, high]) => Number(high));
          return [high.length > 0, high.filter(one => one > lane / 2)];
        }"""
    )
    assert covered == [True, []]


def test_an_arrow_over_many_lanes_is_pale_between_its_ends(play: Callable[..., Any]) -> None:
    page = play(scenario("crash_storm"), fragment="#p=")
    longest = page.evaluate(
        """() => {
          const tree = new DOMParser().parseFromString(player.timeline.svg(), "image/svg+xml");
          const colour = player.timeline.theme.colour.alarm, frame = player.timeline.frame();
          const lane = frame.rows.rows.find(({ kind }) => kind === "process").size;
          return [...tree.querySelectorAll(`[stroke="${colour}"]`)]
            .filter(one => Number(one.getAttribute("opacity") ?? 1) >= 0.5)
            .flatMap(one => [...(one.getAttribute("d") ?? "").matchAll(/M([\\d.]+) ([\\d.]+)L([\\d.]+) ([\\d.]+)/g)])
            .map(([, , y1, , y2]) => Math.abs(y2 - y1) / lane).reduce((most, one) => Math.max(most, one), 0);
        }"""
    )
    assert 0 < longest < 4


def the_same_for_a_year(proc: Any) -> Any:
    for _ in range(3_000):
        yield proc.work(1)
        yield proc.sleep("3h")


def test_the_cursors_flag_covers_no_time_in_part(play: Callable[..., Any]) -> None:
    page = play(run(the_same_for_a_year).trace, fragment="#p=&m=strict&e=0")
    page.evaluate(FRAME)
    seen = page.evaluate(
        """() => {
          const host = document.querySelector(".timeline"), canvas = host.querySelectorAll("canvas")[1];
          const { times } = player.timeline.draft, flag = player.timeline.frame().main, ratio = devicePixelRatio;
          const first = times.find(({ from }) => from < flag);
          const pixel = canvas.getContext("2d").getImageData((first.from + 1) * ratio, 10 * ratio, 1, 1).data;
          return [first.from < flag, pixel[3]];
        }"""
    )
    assert seen == [True, 255]


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["late_reply", "why_processes", "ping_pong", "links_and_monitors", "back_pressure"])
def test_few_lanes_use_the_room_there_is(play: Callable[..., Any], name: str, size: tuple[int, int]) -> None:
    page = play(scenario(name), fragment="#p=", viewport={"width": size[0], "height": size[1]})
    share = page.evaluate("(({ plot, crossSize }) => crossSize / plot.height)(player.timeline.frame())")
    assert share > 0.8


def test_a_run_that_is_everywhere_the_same_is_no_block(play: Callable[..., Any]) -> None:
    page = play(run(the_same_for_a_year).trace, fragment="#p=&m=step")
    page.evaluate(FRAME)
    filled = page.evaluate(
        """() => {
          const canvas = document.querySelector(".scrubber canvas"), { width, height } = canvas;
          const column = x => canvas.getContext("2d").getImageData(x, 0, 1, height).data;
          const pixels = column(Math.round(width / 2)), at = y => [...pixels.slice(4 * y, 4 * y + 4)].join();
          return [...Array(height).keys()].filter(y => at(y) !== at(0)).length / height;
        }"""
    )
    assert 0.1 < filled < 0.7


def test_the_graph_is_seen_whole(play: Callable[..., Any]) -> None:
    page = play(scenario("crash_storm"), fragment="#p=graph", viewport={"width": 1400, "height": 900})
    page.evaluate(FRAME)
    outside = page.evaluate(
        """() => {
          const host = document.querySelector(".graph-host").getBoundingClientRect();
          return [...document.querySelectorAll(".graph .node")].filter(one => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            return left < host.left || right > host.right + 0.5 || top < host.top || bottom > host.bottom + 0.5;
          }).map(one => one.textContent);
        }"""
    )
    assert outside == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_panel_has_its_tab_in_sight(play: Callable[..., Any], size: tuple[int, int]) -> None:
    page = play(scenario("crash_storm"), fragment="#p=", viewport={"width": size[0], "height": size[1]})
    if size[0] > 820:
        # A page of several runs has one more.
        page.evaluate("() => { const one = document.querySelector('.tabs button'); one.after(one.cloneNode(true)); }")
    outside = page.evaluate(
        """() => [...document.querySelectorAll(".tabs button")].filter(one => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return left < 0 || right > innerWidth + 0.5 || top < 0 || (innerWidth > 820 && bottom > innerHeight + 0.5);
        }).map(one => one.textContent)"""
    )
    assert outside == []


def test_what_is_only_pids_and_references_is_no_label_where_there_is_little_room(play: Callable[..., Any]) -> None:
    page = play(scenario("worker_pool"), fragment="#p=", viewport={"width": 1920, "height": 1080})
    labels = page.evaluate("player.timeline.draft.labels.placed.map(one => one.text)")
    assert labels and not [label for label in labels if "#Ref, #Ref, [" in label]


@pytest.mark.parametrize("name", ["late_reply", "why_processes"])
def test_the_lessons_words_have_most_of_a_phones_width(play: Callable[..., Any], name: str) -> None:
    page = play(scenario(name), fragment="#p=", viewport={"width": 390, "height": 844})
    assert page.locator(".lede-words").bounding_box()["width"] > 195


def test_among_few_lanes_an_arrow_is_whole(play: Callable[..., Any]) -> None:
    page = play(scenario("links_and_monitors"), fragment="#p=")
    far = page.evaluate(
        """() => {
          const tree = new DOMParser().parseFromString(player.timeline.svg(), "image/svg+xml");
          const { theme } = player.timeline, pale = theme.distant(theme.messages.exit.line);
          return tree.querySelectorAll(`[stroke="${pale.stroke}"][opacity="${pale.alpha}"]`).length;
        }"""
    )
    assert far == 0


def test_the_tabs_of_a_phone_are_in_sight_below_a_title_of_two_lines(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"), fragment="#p=", viewport={"width": 390, "height": 844})
    foot = page.evaluate("document.querySelector('.tabs').getBoundingClientRect().bottom")
    assert foot <= 844.5


@pytest.mark.parametrize("layout", ["lanes", "sequence"])
def test_the_corner_of_the_axis_says_which_time_it_is(play: Callable[..., Any], layout: str) -> None:
    page = play(scenario("why_processes"), fragment=f"#p=&l={layout}")
    page.evaluate(FRAME)
    inked = page.evaluate(
        """() => {
          const { plot } = player.timeline.frame(), ratio = devicePixelRatio;
          const canvas = document.querySelector(".timeline canvas");
          const { data } = canvas.getContext("2d").getImageData(4, 2, (plot.x - 8) * ratio, (plot.y - 4) * ratio);
          return new Set(new Uint32Array(data.buffer)).size;
        }"""
    )
    assert inked > 5


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["late_reply", "ping_pong", "full_mailbox"])
def test_a_mailbox_stands_at_the_strip_of_its_process(
    play: Callable[..., Any], name: str, size: tuple[int, int]
) -> None:
    page = play(scenario(name), fragment="#p=", viewport={"width": size[0], "height": size[1]})
    page.evaluate(FRAME)
    far = page.evaluate(
        """() => {
          const tree = new DOMParser().parseFromString(player.timeline.svg(), "image/svg+xml");
          const { theme } = player.timeline, frame = player.timeline.frame(), drawn = [];
          const middles = frame.rows.rows.map(row => frame.cross + row.at - frame.scroll + row.size / 2);
          const heats = [1, 2, 3, 4, 5, 6].map(level => theme.fill("message", 0.16 + (0.74 * level) / 6).alpha);
          for (const one of tree.querySelectorAll(`[fill="${theme.colour.message}"]`)) {
            if (!heats.some(alpha => Math.abs(Number(one.getAttribute("opacity")) - alpha) < 1e-6)) continue;
            for (const [, y, h] of one.getAttribute("d").matchAll(/M[\\d.]+ ([\\d.]+)h[\\d.]+v([\\d.]+)h-/g)) {
              // The legend has samples below the lanes.
              if (+y > frame.cross + frame.crossSize) continue;
              drawn.push(Math.min(...middles.map(middle => Math.abs(+y + +h / 2 - middle))));
            }
          }
          return [drawn.length > 0, drawn.filter(one => one > 45)];
        }"""
    )
    assert far == [True, []]
