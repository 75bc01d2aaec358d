/** Search with its hits, and under it what to show and what to hide. */

import { button, h, plural } from "../dom";
import { Search, matcher } from "../searching";
import { lastAtMost } from "../timemap";
import { jump, type Panel, type Stage } from "../stage";
import type { EventIndex, View } from "../types";
import { VirtualList } from "../virtual";
import { Filters } from "./filters";
import { timeText } from "./links";

/** Milliseconds of quiet at the keyboard before a search starts. */
const QUIET = 150;

export class Find implements Panel {
  readonly id = "find";
  readonly title = "Find";
  readonly element: HTMLElement;
  private readonly input = h("input", {
    type: "search", id: "search", placeholder: "text in messages, names, kinds", "aria-label": "search the events", maxlength: 500,
    "aria-describedby": "search-status", input: () => this.later(), keydown: (event: KeyboardEvent) => this.key(event),
  });
  private readonly regex = h("input", { type: "checkbox", change: () => this.ask() });
  private readonly status = h("p", { class: "quiet", role: "status", id: "search-status" });
  private readonly list: VirtualList;
  private readonly search: Search;
  private readonly filters: Filters;
  private hits: EventIndex[] = [];
  private timer = 0;

  constructor(private readonly stage: Stage) {
    this.search = new Search(stage.model);
    this.filters = new Filters(stage);
    this.list = new VirtualList({
      rowHeight: 26, count: 0, label: "hits", render: (i, row) => this.render(i, row),
      choose: (i) => this.go(i),
    });
    this.element = h("div", { class: "panel find tall" },
      h("h2", {}, "Find"),
      h("div", { class: "line" }, this.input,
        button("↑", "previous hit (Shift+N)", () => this.step(-1)), button("↓", "next hit (N)", () => this.step(1))),
      h("label", { class: "check" }, this.regex, " regular expression"),
      this.status, this.list.element, this.filters.element);
    stage.store.subscribe((view, changed) => {
      if (changed.has("search") || changed.has("regex")) this.start(view);
    });
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  /** To the hit before or after the cursor. */
  step(direction: 1 | -1): void {
    if (this.hits.length === 0) return;
    const { cursor } = this.stage.store.get();
    const next = direction > 0 ? lastAtMost(this.hits, cursor) + 1 : lastAtMost(this.hits, cursor - 1);
    this.go((next + this.hits.length) % this.hits.length);
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (document.activeElement !== this.input) this.input.value = view.search;
    this.regex.checked = view.regex;
    if (!changed || changed.has("cursor")) this.point(view.cursor);
    this.filters.show(view, changed);
  }

  /** Search for what the view says. */
  start(view: View): void {
    this.search.stop();
    this.hits = [];
    this.input.value = view.search;
    this.list.resize(0);
    this.list.element.hidden = view.search === "";
    this.input.removeAttribute("aria-invalid");
    this.stage.emphases.setHits(null);
    this.status.textContent = "";
    if (view.search === "") return;
    const matches = matcher(view.search, view.regex);
    if (typeof matches !== "function") {
      this.input.setAttribute("aria-invalid", "true");
      this.status.textContent = `Not a regular expression: ${matches.complaint}`;
      return;
    }
    this.search.start(matches, (hits, done) => this.found(hits, done));
  }

  private found(hits: EventIndex[], done: boolean): void {
    this.hits = hits;
    this.list.resize(hits.length);
    this.status.textContent = `${plural(hits.length, "hit")}${done ? "" : " so far …"}`;
    if (!done || hits.length === 0) return;
    const events = new Uint8Array(this.stage.model.trace.n);
    for (const e of hits) events[e] = 1;
    this.stage.emphases.setHits({ events, path: [] });
    this.point(this.stage.store.get().cursor);
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), QUIET);
  }

  private ask(): void {
    this.stage.store.set({ search: this.input.value, regex: this.regex.checked }, true);
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    clearTimeout(this.timer);
    this.ask();
    this.step(event.shiftKey ? -1 : 1);
  }

  private point(cursor: EventIndex): void {
    this.list.point(lastAtMost(this.hits, cursor));
  }

  private go(i: number): void {
    const e = this.hits[i];
    if (e === undefined) return;
    this.list.point(i);
    jump(this.stage, e);
  }

  private render(i: number, row: HTMLElement): void {
    const e = this.hits[i];
    row.replaceChildren(
      h("span", { class: "number" }, `#${e}`), h("span", { class: "time" }, timeText(this.stage, e)),
      h("bdi", { class: "what" }, this.stage.model.trace.describe(e)));
  }
}
