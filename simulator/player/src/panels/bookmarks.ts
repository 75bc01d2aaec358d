/** Moments that somebody wants to come back to; they travel with the link. */

import { button, h, letGo, short } from "../dom";
import { jump, type Stage } from "../stage";
import type { Direction } from "../stepping";
import type { EventIndex, View } from "../types";
import { timeText } from "./links";

export class Bookmarks {
  readonly element: HTMLElement;
  private readonly mark: HTMLButtonElement;
  private readonly list = h("select", { "aria-label": "bookmarks", title: "go to a bookmark", change: () => this.choose() });

  constructor(private readonly stage: Stage) {
    letGo(this.list);
    this.mark = button("☆", "bookmark this moment (B)", () => this.toggle());
    this.element = h("div", { class: "group bookmarks", role: "group", "aria-label": "bookmarks" }, this.mark, this.list);
  }

  toggle(): void {
    const { cursor, bookmarks } = this.stage.store.get();
    if (cursor < 0) return;
    const others = bookmarks.filter((e) => e !== cursor);
    const added = [...bookmarks, cursor].sort((a, b) => a - b);
    this.stage.store.set({ bookmarks: others.length < bookmarks.length ? others : added }, true);
  }

  /** To the next or previous bookmark. */
  step(direction: Direction): void {
    const { cursor, bookmarks } = this.stage.store.get();
    const ahead = bookmarks.filter((e) => (direction > 0 ? e > cursor : e < cursor));
    const next = direction > 0 ? ahead[0] : ahead.at(-1);
    if (next !== undefined) jump(this.stage, next);
  }

  show(view: View): void {
    const marked = view.bookmarks.includes(view.cursor);
    this.mark.textContent = marked ? "★" : "☆";
    this.mark.setAttribute("aria-pressed", String(marked));
    this.list.hidden = view.bookmarks.length === 0;
    if (this.list.dataset.shown !== view.bookmarks.join()) this.fill(view.bookmarks);
    this.list.value = marked ? String(view.cursor) : "";
  }

  private fill(bookmarks: EventIndex[]): void {
    this.list.dataset.shown = bookmarks.join();
    const { trace } = this.stage.model;
    const count = h("option", { value: "" }, `★ ${bookmarks.length}`);
    this.list.replaceChildren(count, ...bookmarks.map((e) =>
      h("option", { value: e }, short(`${timeText(this.stage, e)} #${e} ${trace.describe(e)}`, 70))));
  }

  private choose(): void {
    if (this.list.value) jump(this.stage, Number(this.list.value));
  }
}
