/** The bar above the timeline: how time is shown, which picture, how close; each with its state in sight. */

import { button, grouped, h } from "../dom";
import type { Stage } from "../stage";
import { MODES } from "../timemap";
import type { Grouping, TimeMode, View, ViewMode } from "../types";

const FACES: Record<TimeMode, string> = { scale: "To scale", strict: "Strict", compressed: "Compressed", step: "By event" };
const LAYOUTS: Record<ViewMode, { face: string; words: string }> = {
  lanes: { face: "Lanes", words: "a lane for each process" },
  sequence: { face: "Sequence", words: "a sequence diagram" },
};
const GROUPS: Record<Grouping, string> = { none: "not grouped", supervisor: "grouped by supervisor", module: "grouped by module" };
const CONES: Record<View["cone"], string> = {
  "": "nothing highlighted", past: "what led to it", future: "what came of it", both: "its past and its future", path: "the critical path to it", value: "the way of its value",
};
const CLOSER = 1.6;
/** Milliseconds for which one reads what a key has done. */
const READ = 4_000;

export class ViewBar {
  readonly element: HTMLElement;
  private readonly times = new Map<TimeMode, HTMLButtonElement>();
  private readonly layouts = new Map<ViewMode, HTMLButtonElement>();
  private readonly signs: HTMLButtonElement;
  private readonly part = h("output", { class: "quiet part", "aria-live": "off" });
  private readonly said = h("span", { class: "said-here", role: "status" });
  private timer = 0;

  constructor(stage: Stage) {
    const { store } = stage;
    for (const [mode, { words }] of Object.entries(MODES) as [TimeMode, { words: string }][]) {
      this.times.set(mode, button(FACES[mode], `${words} (M)`, () => store.set({ mode }, true)));
    }
    for (const [layout, { face, words }] of Object.entries(LAYOUTS) as [ViewMode, { face: string; words: string }][]) {
      this.layouts.set(layout, button(face, `${words} (V)`, () => store.set({ layout }, true)));
    }
    this.signs = button("Signs", "what the signs mean, over the picture", () => store.set({ legend: !store.get().legend }));
    this.element = h("div", { class: "viewbar", role: "toolbar", "aria-label": "view" },
      named("Time", ...this.times.values()),
      named("View", ...this.layouts.values()),
      named("Zoom",
        button("−", "zoom out (−)", () => stage.timeline.zoomBy(1 / CLOSER), { class: "square" }),
        button("+", "zoom in (+)", () => stage.timeline.zoomBy(CLOSER), { class: "square" }),
        button("Fit", "the whole run (F)", () => stage.timeline.fit())),
      this.signs, this.part, this.said);
    store.subscribe((view, changed) => this.tell(view, changed));
  }

  /** Say something in passing. */
  say(words: string): void {
    clearTimeout(this.timer);
    this.said.textContent = words;
    this.timer = window.setTimeout(() => (this.said.textContent = ""), READ);
  }

  show(view: View): void {
    for (const [mode, one] of this.times) one.setAttribute("aria-pressed", String(mode === view.mode));
    for (const [layout, one] of this.layouts) one.setAttribute("aria-pressed", String(layout === view.layout));
    this.signs.setAttribute("aria-pressed", String(view.legend));
    this.part.textContent = partText(view.to - view.from);
  }

  /** What a key, a button or undo has changed, in words. */
  private tell(view: View, changed: Set<keyof View>): void {
    this.show(view);
    if (changed.has("layout")) this.say(LAYOUTS[view.layout].words);
    else if (changed.has("mode")) this.say(MODES[view.mode].words);
    else if (changed.has("grouping")) this.say(GROUPS[view.grouping]);
    else if (changed.has("cone")) this.say(CONES[view.cone]);
    else if (changed.has("hidden")) this.say(view.hidden.length === 0 ? "all processes shown" : `${view.hidden.length} hidden; U undoes`);
  }
}

function named(name: string, ...buttons: HTMLElement[]): HTMLElement {
  return h("div", { class: "group", role: "group", "aria-label": name }, h("span", { class: "group-name", "aria-hidden": "true" }, name),
    h("div", { class: "segments" }, ...buttons));
}

/** How much of the run is in sight. */
function partText(part: number): string {
  if (part >= 1) return "whole run";
  const percent = part * 100;
  return percent >= 1 ? `${Math.round(percent)} % of it` : `1/${grouped(Math.round(1 / part))} of it`;
}
