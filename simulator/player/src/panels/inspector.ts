/** Everything about every process at the cursor: the one that matters first, the others folded. */

import { h, plural } from "../dom";
import { durationText } from "../durations";
import { timeOf } from "../moment";
import type { Panel, Stage } from "../stage";
import type { ProcessIndex, Snapshot, View } from "../types";
import { eventCard, messageCard } from "./cards";
import { ProcessCard } from "./process_card";

/** With no more processes than this all are unfolded, and none changes its place. */
const FEW = 6;
/** Cards made at once; more come as one scrolls down. */
const BATCH = 30;

export class Inspector implements Panel {
  readonly id = "inspector";
  readonly title = "Inspector";
  readonly element: HTMLElement;
  private readonly heading = h("h2", {});
  private readonly now = h("div", { class: "now" });
  private readonly chosen = h("div", { class: "chosen" });
  private readonly filter = h("input", {
    type: "search", placeholder: "find a process", "aria-label": "find a process by its name, function or pid", input: () => this.list(true),
  });
  private readonly cards = h("div", { class: "cards" });
  private readonly end = h("div", { class: "end" });
  private readonly made = new Map<ProcessIndex, ProcessCard>();
  private snapshot: Snapshot | null = null;
  private order: ProcessIndex[] = [];
  private shown = 0;

  constructor(private readonly stage: Stage) {
    this.filter.hidden = stage.model.processes.length <= FEW;
    this.element = h("div", { class: "panel inspector" }, this.heading, this.now, this.chosen, this.filter, this.cards, this.end);
    new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.grow();
    }).observe(this.end);
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (changed && !changed.has("cursor") && !changed.has("selection") && !changed.has("at")) return;
    const { model } = this.stage;
    const snapshot = model.stateAt(view.cursor);
    this.snapshot = view.at === null ? snapshot : { ...snapshot, t: timeOf(view, model.trace) ?? snapshot.t };
    this.headline(view);
    this.list(false);
    if (changed?.has("selection") && view.selection?.what === "process") {
      this.made.get(view.selection.index)?.element.scrollIntoView({ block: "nearest" });
    }
  }

  private headline(view: View): void {
    const snapshot = this.snapshot as Snapshot;
    const alive = snapshot.processes.filter((state) => state && state.state !== "dead").length;
    this.heading.textContent = view.cursor < 0 ? "Before the start" : `At ${durationText(snapshot.t)}${view.at === null ? "" : ", when nothing happens"}`;
    this.heading.append(" ", h("span", { class: "quiet" }, `${plural(alive, "process", "processes")} alive`));
    const kicker = h("p", { class: "kicker" }, view.at === null ? "What happens" : "What happened last");
    this.now.replaceChildren(...(view.cursor < 0 ? [] : [kicker, eventCard(this.stage, view.cursor)]));
    const { selection } = view;
    const other = selection?.what === "event" && selection.index !== view.cursor;
    this.chosen.replaceChildren();
    if (selection?.what === "message") this.chosen.append(messageCard(this.stage, selection.index));
    if (other) this.chosen.append(h("h3", {}, "Selected"), eventCard(this.stage, selection.index));
  }

  /** The process that matters: the selected one, or the one that has just done something. */
  private first(): ProcessIndex {
    const { selection, cursor } = this.stage.store.get();
    const { model } = this.stage;
    if (selection?.what === "process") return selection.index;
    if (selection?.what === "message") return (model.messages.at(selection.index)?.to ?? -1) as ProcessIndex;
    return cursor < 0 ? -1 : model.processOf(model.trace.pid[cursor]);
  }

  private list(anew: boolean): void {
    const { snapshot } = this;
    if (!snapshot) return;
    const born = snapshot.processes.flatMap((state, p) => (state ? [p] : []));
    const wanted = this.filter.value.trim().toLowerCase();
    const first = this.first();
    const fits = (p: ProcessIndex): boolean => {
      const process = this.stage.model.processes[p];
      return !wanted || `${process?.label} ${process?.fn} <0.${process?.pid}.0>`.toLowerCase().includes(wanted);
    };
    const few = this.stage.model.processes.length <= FEW;
    const found = born.filter(fits);
    this.order = few ? found : this.ranked(found, born.includes(first) ? first : -1);
    if (anew) this.shown = 0;
    this.shown = Math.min(this.order.length, Math.max(BATCH, this.shown));
    this.place(few, first);
  }

  /** The one that matters, those that live, those that have ended. */
  private ranked(found: ProcessIndex[], first: ProcessIndex): ProcessIndex[] {
    const ended = (p: ProcessIndex): boolean => this.snapshot?.processes[p]?.state === "dead";
    const others = found.filter((p) => p !== first);
    const order = [...others.filter((p) => !ended(p)), ...others.filter(ended)];
    return first < 0 ? order : [first, ...order];
  }

  private place(few: boolean, first: ProcessIndex): void {
    const snapshot = this.snapshot as Snapshot;
    const chosen = this.stage.store.get().selection;
    const elements = this.order.slice(0, this.shown).map((p) => {
      const card = this.card(p);
      card.show(snapshot, few || p === first, chosen?.what === "process" && chosen.index === p);
      return card.element;
    });
    const { children } = this.cards;
    elements.forEach((element, i) => {
      if (children[i] !== element) this.cards.insertBefore(element, children[i] ?? null);
    });
    while (children.length > elements.length) children[elements.length]?.remove();
    this.end.textContent = this.shown < this.order.length ? `${this.order.length - this.shown} more below` : "";
  }

  private card(p: ProcessIndex): ProcessCard {
    let card = this.made.get(p);
    if (!card) this.made.set(p, (card = new ProcessCard(this.stage, p)));
    return card;
  }

  private grow(): void {
    if (!this.snapshot || this.shown >= this.order.length) return;
    this.shown = Math.min(this.order.length, this.shown + BATCH);
    this.place(this.stage.model.processes.length <= FEW, this.first());
  }
}
