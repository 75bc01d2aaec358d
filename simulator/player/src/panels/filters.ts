/** What the timeline shows: groups, kinds of messages, processes. */

import { button, h, letGo } from "../dom";
import { hide, type Stage } from "../stage";
import type { Grouping, ProcessIndex, View } from "../types";
import { processName } from "./links";

const GROUPINGS: [Grouping, string][] = [["none", "not grouped"], ["supervisor", "by supervisor"], ["module", "by module"]];

/** Words of `View.without`, as people call them. */
export const LAYERS: [string, string][] = [
  ["message", "messages"], ["call", "calls"], ["reply", "replies"], ["cast", "casts"], ["timer", "timers"],
  ["link", "links"], ["monitor", "monitors"], ["exit", "exit signals"], ["down", "DOWNs"], ["mailbox", "mailbox depth"],
];
/** Rows of the list of processes made at once. */
const BATCH = 200;

export class Filters {
  readonly element: HTMLElement;
  private readonly grouping = h("select", { id: "grouping", change: () => this.set({ grouping: this.grouping.value as Grouping }) });
  private readonly layers = new Map<string, HTMLInputElement>();
  private readonly boxes = new Map<ProcessIndex, HTMLInputElement>();
  private readonly list = h("div", { class: "boxes" });
  private readonly summary = h("summary", {}, "Filters");
  private readonly narrow = h("input", {
    type: "search", placeholder: "process", "aria-label": "narrow the list of processes", input: () => this.fill(),
  });

  constructor(private readonly stage: Stage) {
    letGo(this.grouping);
    for (const [value, text] of GROUPINGS) this.grouping.append(h("option", { value }, text));
    const layers = h("fieldset", { class: "layers" }, h("legend", {}, "Show on the timeline"));
    for (const [word, text] of LAYERS) {
      const box = h("input", { type: "checkbox", change: () => this.layer(word, box.checked) });
      this.layers.set(word, box);
      layers.append(h("label", {}, box, ` ${text}`));
    }
    const { processes } = stage.model;
    this.element = h("details", { class: "filters", open: true }, this.summary,
      h("label", { class: "check" }, "Group processes ", this.grouping), layers,
      h("fieldset", {}, h("legend", {}, "Processes"),
        h("div", { class: "line" }, this.narrow,
          button("all", "show all processes", () => this.set({ hidden: [] })),
          button("only selected", "show only the selected process", () => this.only()),
          button("its partners", "show only the selected process and those it exchanged messages with", () => this.company()),
          button("undo", "undo the last change (U)", () => stage.store.undo())),
        this.list));
    this.narrow.hidden = processes.length < 12;
    this.fill();
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (changed && !["grouping", "without", "hidden"].some((key) => changed.has(key as keyof View))) return;
    this.grouping.value = view.grouping;
    for (const [word, box] of this.layers) box.checked = !view.without.includes(word);
    const hidden = new Set(view.hidden);
    for (const [p, box] of this.boxes) box.checked = !hidden.has(p);
    const off = view.hidden.length + view.without.length;
    this.summary.textContent = off ? `Filters (${view.hidden.length} processes and ${view.without.length} kinds hidden)` : "Filters";
  }

  private set(patch: Partial<View>): void {
    this.stage.store.set(patch, true);
  }

  private layer(word: string, shown: boolean): void {
    const without = this.stage.store.get().without.filter((one) => one !== word);
    this.set({ without: shown ? without : [...without, word] });
  }

  private toggle(p: ProcessIndex, shown: boolean): void {
    if (shown) this.set({ hidden: this.stage.store.get().hidden.filter((one) => one !== p) });
    else hide(this.stage.store, p);
  }

  private keep(kept: Set<ProcessIndex>): void {
    if (kept.size === 0) return;
    this.set({ hidden: this.stage.model.processes.map((process) => process.index).filter((p) => !kept.has(p)) });
  }

  private chosen(): ProcessIndex {
    const { selection } = this.stage.store.get();
    return selection?.what === "process" ? selection.index : -1;
  }

  private only(): void {
    const p = this.chosen();
    if (p >= 0) this.keep(new Set([p]));
  }

  private company(): void {
    const p = this.chosen();
    if (p < 0) return;
    const kept = new Set([p]);
    for (const index of this.stage.model.messagesOf[p]) {
      const message = this.stage.model.messages.at(index);
      for (const end of [message?.from ?? -1, message?.to ?? -1]) if (end >= 0) kept.add(end);
    }
    this.keep(kept);
  }

  private fill(): void {
    const wanted = this.narrow.value.trim().toLowerCase();
    const hidden = new Set(this.stage.store.get().hidden);
    this.boxes.clear();
    const found = this.stage.model.processes.filter((process) => processName(this.stage, process.index).toLowerCase().includes(wanted));
    const rows = found.slice(0, BATCH).map((process) => {
      const box = h("input", { type: "checkbox", change: () => this.toggle(process.index, box.checked) });
      box.checked = !hidden.has(process.index);
      this.boxes.set(process.index, box);
      return h("label", {}, box, " ", h("bdi", {}, processName(this.stage, process.index)));
    });
    this.list.replaceChildren(...rows);
    if (found.length > BATCH) this.list.append(h("p", { class: "quiet" }, `and ${found.length - BATCH} more: narrow the list`));
  }
}
