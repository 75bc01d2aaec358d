/** The lesson's sentence over the picture that shows it; on a guided walk, what its stop says. */

import { button, h } from "../dom";
import type { Stage } from "../stage";
import { lastAtMost } from "../timemap";
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

  constructor(private readonly stage: Stage, walk: (direction: 1 | -1) => void) {
    const { trace, notes } = stage.model;
    this.says = sentence(trace.doc);
    const steps = notes.length === 0 ? [] : [
      button("‹", "previous stop of the guided walk (Shift+W)", () => walk(-1), { class: "square" }),
      button("Walk ›", "next stop of the guided walk (W)", () => walk(1))];
    this.element = h("section", { class: "lede", "aria-label": "lesson" }, this.words, h("div", { class: "group" }, ...steps,
      button("Read on", "the whole lesson, its source and its output (2)", () => stage.store.set({ panel: "lesson" }, true)),
      button("×", "put the lesson away", () => (this.element.hidden = true), { class: "square" })));
    this.element.hidden = this.says === "" && notes.length === 0;
  }

  show({ cursor }: View): void {
    const { notes, trace } = this.stage.model;
    const stop = lastAtMost(notes, cursor);
    const here = stop >= 0 && notes[stop] === cursor;
    const words = here ? (trace.field<string>(cursor, "text") ?? "") : this.says || `A walk of ${notes.length} stops`;
    this.words.replaceChildren(here ? h("strong", {}, `${stop + 1}/${notes.length} `) : "", h("bdi", {}, words));
  }
}
