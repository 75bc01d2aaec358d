/** Every event in a row: the trace for those who read it, with eyes, keys or a screen reader. */

import { h } from "../dom";
import { durationText } from "../durations";
import { jump, type Panel, type Stage } from "../stage";
import type { View } from "../types";
import { VirtualList } from "../virtual";
import { processName } from "./links";

export class EventTable implements Panel {
  readonly id = "events";
  readonly title = "Events";
  readonly element: HTMLElement;
  private readonly list: VirtualList;

  constructor(private readonly stage: Stage) {
    const { trace } = stage.model;
    this.list = new VirtualList({
      rowHeight: 26, count: trace.n, label: "all events of the run", role: "grid", rowRole: "row",
      choose: (i) => jump(stage, i), render: (i, row) => this.render(i, row),
    });
    this.list.element.setAttribute("aria-colcount", "5");
    const head = ["#", "time", "process", "kind", "what happened"].map((name) => h("span", { role: "columnheader" }, name));
    this.element = h("div", { class: "panel events tall" },
      h("h2", {}, "Events"), h("div", { class: "table-head", "aria-hidden": "true" }, ...head), this.list.element);
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (!changed || changed.has("cursor")) this.list.point(view.cursor);
  }

  private render(i: number, row: HTMLElement): void {
    const { trace } = this.stage.model;
    const process = this.stage.model.processOf(trace.pid[i] as number);
    const cells = [
      String(i), durationText(trace.t[i] as bigint), process >= 0 ? processName(this.stage, process) : "", trace.kindOf(i),
      trace.describe(i),
    ];
    row.setAttribute("data-kind", cells[3] as string);
    row.replaceChildren(...cells.map((text, column) =>
      h("span", { role: "gridcell", "aria-colindex": column + 1, dir: "auto", title: column === 4 ? text : null }, text)));
  }
}
