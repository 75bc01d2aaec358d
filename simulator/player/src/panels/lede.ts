/** The lesson's sentence over the picture that shows it; on a guided walk, what its stop says. */

import { button, h, plural } from "../dom";
import type { Stage } from "../stage";
import { Stops } from "./stops";
import type { View } from "../types";

/** A first paragraph of at most so many characters is told whole, of a longer one its first sentence. */
const LONGEST = 320;

/** What a docstring says first. */
export function sentence(doc: string): string {
  const first = doc.replaceAll("\r", "").split(/\n\s*\n/).find((block) => block.trim() !== "" && !/^ {2}/.test(block)) ?? "";
  const text = first.split("\n").map((line) => line.trim()).join(" ").trim();
  if (text.length <= LONGEST) return text;
  return /^.{20,}?[.!?](?=\s)/.exec(text)?.[0] ?? `${text.slice(0, LONGEST)}…`;
}

export class Lede {
  readonly element: HTMLElement;
  private readonly words = h("p", { class: "lede-words" });
  private readonly says: string;
  private readonly stops: Stops;
  /** Where the page opened; null once the cursor has been elsewhere: first comes the lesson, whatever stop is there. */
  private opened: number | null | undefined;

  constructor(stage: Stage, walk: (direction: 1 | -1) => void, private readonly walked: () => boolean) {
    const { trace } = stage.model;
    this.stops = new Stops(stage.model);
    this.says = sentence(trace.doc);
    const steps = this.stops.length === 0 ? [] : [
      button("‹", "previous stop of the guided walk (Shift+W)", () => walk(-1), { class: "square" }),
      button("Walk ›", "next stop of the guided walk (W)", () => walk(1), { class: "walks" })];
    this.element = h("section", { class: "lede", "aria-label": "lesson" }, this.words, h("div", { class: "group" }, ...steps,
      button("Read on", "the whole lesson, its source and its output (2)", () => stage.store.set({ panel: "lesson" }, true), { class: "reads-on" }),
      button("×", "put the lesson away", () => (this.element.hidden = true), { class: "square" })));
    this.element.hidden = this.says === "" && this.stops.length === 0;
  }

  show({ cursor }: View): void {
    this.opened ??= this.opened === undefined ? cursor : null;
    if (this.opened !== cursor || this.walked()) this.opened = null;
    const place = this.stops.before(cursor);
    const stop = this.stops.all[place];
    const here = stop !== undefined && stop.at === cursor && this.opened === null;
    const words = here ? stop.say : this.says || `A walk of ${plural(this.stops.length, "stop")}`;
    this.words.replaceChildren(here ? h("strong", {}, `${place + 1}/${this.stops.length} `) : "", h("bdi", {}, words));
  }
}
