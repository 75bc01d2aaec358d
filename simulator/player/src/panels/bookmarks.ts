/** Moments that somebody wants to come back to, and what was written on them; they travel with the link. */

import { button, h, short } from "../dom";
import { keptFor, LONGEST, MOST, noted } from "../noting";
import { jump, type Stage } from "../stage";
import type { Direction } from "../stepping";
import type { EventIndex, View } from "../types";
import { timeText } from "./links";

export class Bookmarks {
  readonly element: HTMLElement;
  private readonly mark: HTMLButtonElement;
  private readonly count: HTMLButtonElement;
  private readonly list = h("ol", { class: "plain" });
  private readonly dialog: HTMLDialogElement;
  private readonly complaint = h("p", { class: "complaint", role: "alert" });
  private shown = "";

  constructor(private readonly stage: Stage) {
    this.mark = button("☆", "bookmark this moment (B)", () => this.toggle());
    this.count = button("✎", "bookmarks, and notes on them (E)", () => this.open(), { class: "count", "aria-haspopup": "dialog" });
    this.element = h("div", { class: "group bookmarks", role: "group", "aria-label": "bookmarks" }, this.mark, this.count);
    this.dialog = h("dialog", { class: "notes", "aria-label": "bookmarks and notes" },
      h("div", { class: "line" }, h("h2", {}, "Bookmarks and notes"), button("Close", "close", () => this.dialog.close())),
      h("p", { class: "quiet" }, "A link to this page has them in it."), this.complaint, this.list);
    this.dialog.addEventListener("close", () => this.dialog.remove());
  }

  toggle(): void {
    const { cursor, bookmarks } = this.stage.store.get();
    if (cursor < 0) return;
    if (bookmarks.includes(cursor)) this.remove(cursor);
    else this.add(cursor, {});
  }

  /** To the next or previous bookmark. */
  step(direction: Direction): void {
    const { cursor, bookmarks } = this.stage.store.get();
    const ahead = bookmarks.filter((e) => (direction > 0 ? e > cursor : e < cursor));
    const next = direction > 0 ? ahead[0] : ahead.at(-1);
    if (next !== undefined) jump(this.stage, next);
  }

  /** The list, ready to write on this moment. */
  open(): void {
    this.stage.store.pause();
    this.complaint.textContent = "";
    this.shown = "";
    this.show(this.stage.store.get());
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.list.querySelector<HTMLInputElement>("li[aria-current] input")?.focus();
  }

  show(view: View): void {
    const marked = view.bookmarks.includes(view.cursor);
    this.mark.textContent = marked ? "★" : "☆";
    this.mark.setAttribute("aria-pressed", String(marked));
    this.count.textContent = `✎ ${view.bookmarks.length}`;
    this.count.hidden = view.bookmarks.length === 0;
    const key = JSON.stringify([view.bookmarks, view.notes, view.cursor]);
    if (key === this.shown) return;
    this.shown = key;
    this.fill(view);
  }

  private fill({ bookmarks, cursor, notes }: View): void {
    const focused = this.list.contains(document.activeElement) ? document.activeElement?.closest("li")?.dataset.event : undefined;
    const here = cursor < 0 || bookmarks.includes(cursor) ? [] : [cursor];
    this.list.replaceChildren(...[...bookmarks, ...here].sort((a, b) => a - b).map((e) => this.line(e, notes[e] ?? "", e === cursor, here.includes(e))));
    if (focused !== undefined) this.list.querySelector<HTMLElement>(`li[data-event="${focused}"] input`)?.focus();
  }

  private line(e: EventIndex, text: string, current: boolean, fresh: boolean): HTMLElement {
    const what = `${timeText(this.stage, e)} #${e} ${this.stage.model.trace.describe(e)}`;
    const box = h("input", {
      type: "text", maxlength: LONGEST, value: text, dir: "auto", placeholder: fresh ? "a note on this moment" : "a note",
      "aria-label": `note on #${e}`, change: () => this.write(e, box.value),
      keydown: (event: KeyboardEvent) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        if (this.write(e, box.value)) this.dialog.close();
      },
    });
    const go = button(short(what, 90), `go to ${short(what, 160)}`, () => {
      this.dialog.close();
      jump(this.stage, e);
    }, { class: "go" });
    return h("li", { "data-event": e, ...(current && { "aria-current": "true" }) }, go,
      h("div", { class: "line" }, box, fresh ? null : button("Delete", `delete the bookmark on #${e}`, () => this.remove(e))));
  }

  /** Keep a note, and the bookmark that it is on; false where there is no room for it. */
  private write(e: EventIndex, text: string): boolean {
    const { notes, bookmarks } = this.stage.store.get();
    const all = noted(notes, e, text);
    this.complaint.textContent = all === null ? "This note is too much for a link: shorten it, or delete others." : "";
    if (all === null) return false;
    if (bookmarks.includes(e)) this.stage.store.set({ notes: all }, true);
    else if (e in all) return this.add(e, { notes: all });
    return true;
  }

  private add(e: EventIndex, patch: Partial<View>): boolean {
    const { bookmarks } = this.stage.store.get();
    if (bookmarks.length >= MOST) {
      this.stage.say(`a link has room for ${MOST} bookmarks`);
      return false;
    }
    this.stage.store.set({ bookmarks: [...bookmarks, e].sort((a, b) => a - b), ...patch }, true);
    return true;
  }

  private remove(e: EventIndex): void {
    const { bookmarks, notes } = this.stage.store.get();
    const others = bookmarks.filter((one) => one !== e);
    this.stage.store.set({ bookmarks: others, notes: keptFor(others, notes) }, true);
  }
}
