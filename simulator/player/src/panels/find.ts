/** Search with its hits, and under it what to show and what to hide. */

import { button, h, plural } from "../dom";
import { expression, isExpression, type Test } from "../search/expression";
import { Search, matcher, type Matcher } from "../search/searching";
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
      h("p", { class: "line" }, button("Next time this happens", "search for what is like the event at the cursor (J)", () => this.again())),
      h("details", { class: "quiet" }, h("summary", {}, "What can be asked"), h("p", {},
        "Text, or fields: ", h("code", {}, "from:client* and wait>50ms"), ", ", h("code", {}, "msg:{:pong, _} or kind:crash"), ", ",
        h("code", {}, "not process:main fate:unread"), ". Fields: from, to, process, kind, text, msg, fate; wait, flight, took, t with < or >.")),
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
    if (!view.regex && isExpression(view.search)) this.startTest(expression(view.search, this.stage.model));
    else this.startText(matcher(view.search, view.regex));
  }

  private startText(matches: Matcher | { complaint: string }): void {
    if (typeof matches === "function") this.search.start(matches, (hits, done) => this.found(hits, done));
    else this.refuse(`Not a regular expression: ${matches.complaint}`);
  }

  private startTest(test: Test | { complaint: string }): void {
    if (typeof test === "function") this.search.through(test, (hits, done) => this.found(hits, done));
    else this.refuse(`Not an expression: ${test.complaint}`);
  }

  private refuse(complaint: string): void {
    this.input.setAttribute("aria-invalid", "true");
    this.status.textContent = complaint;
  }

  /** The next time that what is at the cursor happens: an event of its kind and process, with a message alike. */
  again(): void {
    const { model, store } = this.stage;
    const { cursor } = store.get();
    if (cursor < 0) return;
    const process = model.processes[model.processOf(model.trace.pid[cursor])];
    const message = model.messages.at(model.messageAt[cursor]);
    const shape = message ? ` msg:${alike(message.term || message.text)}` : "";
    const who = process ? ` process:"${process.label}"` : "";
    store.set({ search: `kind:${model.trace.kindOf(cursor)}${who}${shape}`, regex: false, panel: "find" }, true);
    requestAnimationFrame(() => this.step(1));
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

/** What a message begins with, as a pattern: `{:ping, _, _}` of `{:ping, 1, 2}`. */
function alike(term: string): string {
  const tag = /^\{(:[a-z_]\w*[?!]?),/.exec(term)?.[1];
  if (tag === undefined) return /^(:[a-z_]\w*[?!]?)$/.exec(term)?.[1] ?? "_";
  let depth = 0;
  let parts = 1;
  for (const here of term.slice(1, -1)) {
    if ("{[(<".includes(here)) depth++;
    if ("}])>".includes(here)) depth--;
    if (here === "," && depth === 0) parts++;
  }
  return `{${[tag, ...new Array<string>(parts - 1).fill("_")].join(", ")}}`;
}
