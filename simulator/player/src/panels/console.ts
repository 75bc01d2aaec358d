/** What the run has printed up to the cursor, with the virtual time of each piece. */

import { h } from "../dom";
import { lastAtMost } from "../timemap";
import { jump, type Stage } from "../stage";
import type { View } from "../types";
import { VirtualList } from "../virtual";
import { timeText } from "./links";

const ROW = 22;
/** Rows in sight before it scrolls. */
const TALL = 10;

interface Row {
  e: number;
  text: string;
  first: boolean;
}

export class Console {
  readonly element: HTMLElement;
  private readonly list: VirtualList;
  private readonly rows: Row[] = [];
  /** How many rows there are when so many outputs have happened. */
  private readonly until: number[] = [0];

  constructor(private readonly stage: Stage) {
    const { outputs, trace } = stage.model;
    for (const e of outputs) {
      const lines = (trace.field<string>(e, "text") ?? "").replace(/\n$/, "").split("\n");
      lines.forEach((text, i) => this.rows.push({ e, text, first: i === 0 }));
      this.until.push(this.rows.length);
    }
    this.list = new VirtualList({
      rowHeight: ROW, count: 0, label: "console output", choose: (i) => jump(stage, this.rows[i].e),
      render: (i, row) => this.render(i, row),
    });
    this.list.element.classList.add("console");
    this.element = h("section", { "aria-label": "console" }, h("h3", {}, "Console"), this.list.element);
    this.element.hidden = this.rows.length === 0;
  }

  show(view: View): void {
    const printed = lastAtMost(this.stage.model.outputs, view.cursor) + 1;
    const count = this.until[printed];
    this.list.element.style.height = `${Math.max(1, Math.min(TALL, count)) * ROW + 10}px`;
    this.list.resize(count);
    this.list.point(count - 1);
  }

  private render(i: number, row: HTMLElement): void {
    const { e, text, first } = this.rows[i];
    row.replaceChildren(
      h("span", { class: "time" }, first ? timeText(this.stage, e) : ""), h("bdi", { class: "what", title: text }, text));
  }
}
