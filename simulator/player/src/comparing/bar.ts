/** What two runs differ in, a sentence at a time, over the picture of both. */

import { button, h, short } from "../dom";
import { durationText } from "../durations";
import type { Stage } from "../stage";
import type { Difference } from "./differences";
import type { SharedAxis } from "./shared_axis";

const LONGEST = 110;

export class DifferenceBar {
  readonly element: HTMLElement;
  private readonly words = h("p", { class: "lede-words", "aria-live": "polite" });
  private readonly place = h("span", { class: "quiet place" });

  /** `go` leads to a difference, `step` tells at which step of the axis one is. */
  constructor(
    private readonly differences: Difference[], private readonly stages: [Stage, Stage], private readonly names: [string, string],
    private readonly axis: SharedAxis, private readonly at: () => number, private readonly go: (difference: Difference) => void,
  ) {
    const buttons = differences.length === 0 ? [] : [
      button("‹", "previous difference (Shift+D)", () => this.step(-1), { class: "square" }),
      this.place,
      button("Next ›", "next difference (D)", () => this.step(1))];
    this.element = h("section", { class: "lede differences", "aria-label": "differences" }, this.words, h("div", { class: "group" }, ...buttons));
    this.show();
  }

  /** To the next or previous difference; that there is none, in words. */
  step(direction: 1 | -1): string {
    const at = this.at();
    const next = direction > 0 ? this.differences.find(({ step }) => step > at) : this.differences.filter(({ step }) => step < at).at(-1);
    if (next === undefined) return this.differences.length === 0 ? "they do not differ" : direction > 0 ? "that was the last difference" : "that was the first difference";
    this.go(next);
    return "";
  }

  /** What is at the moment, else where they begin to differ. */
  show(): void {
    const place = this.differences.findIndex(({ step }) => step === this.at());
    const shown = this.differences[Math.max(0, place)];
    this.words.replaceChildren(h("bdi", {}, shown === undefined ? "They do not differ: the same happens in both, at the same times." : this.saidOf(shown)));
    this.place.textContent = `${place < 0 ? "–" : place + 1} of ${this.differences.length}`;
  }

  private saidOf({ kind, of, step }: Difference): string {
    const when = durationText(this.axis.times.t[step]);
    if (kind === "time") {
      const [a, b] = of.map((e, side) => durationText(this.stages[side as 0 | 1].model.trace.t[e]));
      return `At another time, in ${this.names[0]} at ${a}, in ${this.names[1]} at ${b}: ${this.deed(0, of[0])}.`;
    }
    const told = ([0, 1] as const).filter((side) => kind === "parting" || of[side] >= 0)
      .map((side) => `${this.names[side]}${kind === "apart" && of[1 - side as 0 | 1] < 0 ? " alone" : ""}: ${this.deed(side, of[side])}`);
    return `${kind === "parting" ? `They part at ${when}.` : `At ${when}.`} ${told.join("; ")}.`;
  }

  private deed(side: 0 | 1, e: number): string {
    if (e < 0) return "the run is over";
    const { model } = this.stages[side];
    return short(model.trace.describe(e, (pid) => model.processes[model.processOf(pid)]?.label ?? `<0.${pid}.0>`), LONGEST);
  }
}
