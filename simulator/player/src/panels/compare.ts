/** Two runs of one scenario: where they part, and both side by side. */

import type { Aligned, AlignedRow } from "../aligned";
import type { Pairing } from "../comparing/pairing";
import { button, h, plural, term } from "../dom";
import { jump, type Panel, type Stage } from "../stage";
import type { EventIndex, View } from "../types";
import { VirtualList } from "../virtual";
import { timeText } from "./links";

/** The panel, whichever two runs it is about. */
export class Comparing implements Panel {
  readonly id = "compare";
  readonly title = "Compare";
  readonly element = h("div", { class: "panel compare tall" });
  private compare: Compare | null = null;
  private pairing: Pairing | null = null;
  private make: (() => Compare) | null = null;

  use(pairing: Pairing, stages: [Stage, Stage], side: 0 | 1, turn: () => void): void {
    if (this.pairing === pairing) return;
    this.pairing = pairing;
    this.compare = null;
    this.make = () => new Compare(stages, side, pairing.aligned, pairing.names, turn);
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (this.compare !== null || this.make === null) {
      this.compare?.show(view, changed);
      return;
    }
    this.compare = this.make();
    this.element.replaceChildren(...this.compare.parts);
    this.compare.show(view, null);
  }
}

class Compare {
  readonly parts: HTMLElement[];
  private readonly rows: AlignedRow[];
  private readonly rowOf: [Int32Array, Int32Array];
  private readonly list: VirtualList;

  /** `side` is the run whose panel this is; `turn` shows the other. */
  constructor(private readonly stages: [Stage, Stage], private readonly side: 0 | 1, aligned: Aligned, private readonly names: [string, string], turn: () => void) {
    this.rows = aligned.rows();
    this.rowOf = [new Int32Array(stages[0].model.trace.n), new Int32Array(stages[1].model.trace.n)];
    this.rows.forEach((row, i) => {
      if (row.a >= 0) this.rowOf[0][row.a] = i;
      if (row.b >= 0) this.rowOf[1][row.b] = i;
    });
    this.list = new VirtualList({
      rowHeight: 44, count: this.rows.length, label: "events of both runs side by side", role: "grid", rowRole: "row",
      choose: (i) => this.choose(this.rows[i], turn), render: (i, row) => this.render(i, row),
    });
    const [a, b] = names;
    this.parts = [
      h("h2", {}, "Two runs"), ...stages.map((stage, i) => this.settings(stage, i)),
      this.verdict(aligned, turn),
      h("p", { class: "quiet" }, this.tally()),
      h("div", { class: "table-head", "aria-hidden": "true" }, h("span", {}, a), h("span", {}), h("span", {}, b)), this.list.element];
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (changed && !changed.has("cursor")) return;
    this.list.point(view.cursor < 0 ? -1 : this.rowOf[this.side][view.cursor]);
  }

  private settings(stage: Stage, i: number): HTMLElement {
    const { trace } = stage.model;
    const other = this.stages[1 - i].model.trace;
    const differing = Object.entries(trace.settings)
      .filter(([key, value]) => key !== "seed" && JSON.stringify(value) !== JSON.stringify(other.settings[key]))
      .map(([key, value]) => `${key} ${JSON.stringify(value)}`);
    const words = [`seed ${trace.seed}`, ...differing, plural(trace.n, "event"), `ends at ${timeText(stage, trace.n - 1)}`];
    return h("p", {}, h("strong", {}, `${this.names[i]} `), h("bdi", {}, `${trace.name}: ${words.join(", ")}`));
  }

  private verdict({ alignment }: Aligned, turn: () => void): HTMLElement {
    const { divergence } = alignment;
    const timing = this.rows.find((row) => row.a >= 0 && row.b >= 0 && !this.together(row));
    if (divergence) return h("section", { class: "card divergence" }, h("h3", {}, "They part here"), ...this.divergence(divergence, turn));
    if (timing) {
      const words = "The same happens in both. It happens at other times for the first time here";
      return h("section", { class: "card divergence" }, h("h3", {}, words), ...this.divergence([timing.a, timing.b], turn));
    }
    return h("section", { class: "card" }, h("h3", {}, "They do not differ"), h("p", {}, "The same happens in both, at the same times."));
  }

  private together({ a, b }: AlignedRow): boolean {
    return this.stages[0].model.trace.t[a] === this.stages[1].model.trace.t[b];
  }

  private divergence(pair: [EventIndex, EventIndex], turn: () => void): HTMLElement[] {
    const lines = pair.map((e, i) => {
      const stage = this.stages[i];
      const known = e >= 0 && e < stage.model.trace.n;
      const words = known ? `#${e} at ${timeText(stage, e)}: ${stage.model.trace.describe(e)}` : "has ended already";
      return h("p", {}, h("strong", {}, `${this.names[i]} `), term(words));
    });
    const stage = this.stages[this.side];
    const own = pair[this.side];
    const place = own < 0 ? stage.model.trace.n - 1 : own;
    return [...lines, h("div", { class: "line" },
      button("go there", "go to the first difference", () => jump(stage, place)),
      button(`show run ${this.names[1 - this.side]}`, "switch to the other run (A)", turn))];
  }

  private tally(): string {
    const only = (key: "a" | "b"): number => this.rows.reduce((sum, row) => sum + (row[key] < 0 ? 1 : 0), 0);
    const [notInA, notInB] = [only("a"), only("b")];
    return `${plural(this.rows.length - notInA - notInB, "event")} alike, ${notInB} in ${this.names[0]} alone, ${notInA} in ${this.names[1]} alone`;
  }

  private choose(row: AlignedRow, turn: () => void): void {
    const own = this.side === 0 ? row.a : row.b;
    if (own >= 0) jump(this.stages[this.side], own);
    else {
      turn();
      jump(this.stages[1 - this.side], this.side === 0 ? row.b : row.a);
    }
  }

  private render(i: number, row: HTMLElement): void {
    const { a, b } = this.rows[i];
    const cell = (e: EventIndex, side: 0 | 1): HTMLElement => {
      const stage = this.stages[side];
      const words = e < 0 ? "" : `#${e} ${timeText(stage, e)} ${stage.model.trace.describe(e)}`;
      return h("span", { role: "gridcell", dir: "auto", title: words, class: "what" }, words);
    };
    const paired = a >= 0 && b >= 0;
    const sign = a < 0 ? `only ${this.names[1]}` : b < 0 ? `only ${this.names[0]}` : this.together({ a, b }) ? "=" : "other time";
    row.classList.toggle("apart", !paired);
    row.replaceChildren(cell(a, 0), h("span", { role: "gridcell", class: "mark" }, sign), cell(b, 1));
  }
}
