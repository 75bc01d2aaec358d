/** Every event in a row: the trace for those who read it, with eyes, keys or a screen reader. */

import { h } from "../dom";
import { durationText } from "../durations";
import { jump, type Panel, type Stage } from "../stage";
import type { View } from "../types";
import { VirtualList } from "../virtual";
import { deed, processName } from "./links";

const CELLS = ["number", "time", "who", "kind", "what"];

export class EventTable implements Panel {
  readonly id = "events";
  readonly title = "Events";
  readonly element: HTMLElement;
  private readonly list: VirtualList;

  constructor(private readonly stage: Stage) {
    const { trace } = stage.model;
    this.list = new VirtualList({
      rowHeight: 44, count: trace.n, label: "all events of the run", role: "grid", rowRole: "row",
      choose: (i) => jump(stage, i), render: (i, row) => this.render(i, row),
    });
    this.list.element.setAttribute("aria-colcount", "5");
    this.element = h("div", { class: "panel events tall" }, h("h2", {}, "Events"), this.list.element);
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (!changed || changed.has("cursor")) this.list.point(view.cursor);
  }

  private render(i: number, row: HTMLElement): void {
    const { trace } = this.stage.model;
    const process = this.stage.model.processOf(trace.pid[i]);
    const cells = [
      String(i), durationText(trace.t[i]), process >= 0 ? processName(this.stage, process) : "", trace.kindOf(i),
      deed(this.stage, i),
    ];
    row.replaceChildren(...cells.map((text, column) =>
      h("span", { role: "gridcell", "aria-colindex": column + 1, dir: "auto", title: column === 4 ? text : null, class: CELLS[column] }, text)));
  }
}
