/** Words of a panel that lead somewhere: to an event, a process, a message. */

import { button, h, short } from "../dom";
import { durationText } from "../durations";
import { jump, select, type Stage } from "../stage";
import type { EventIndex, ProcessIndex } from "../types";

/** `<0.101.0>`, as short as people write it. */
export function pidText(stage: Stage, p: ProcessIndex): string {
  const process = stage.model.processes[p];
  return process ? `<0.${process.pid}.0>` : "nobody";
}

export function processName(stage: Stage, p: ProcessIndex): string {
  const process = stage.model.processes[p];
  if (!process) return "nobody";
  return process.label.includes(String(process.pid)) ? process.label : `${process.label} ${pidText(stage, p)}`;
}

export function processLink(stage: Stage, p: ProcessIndex): HTMLElement {
  if (p < 0) return h("span", { class: "quiet" }, "nobody");
  const name = processName(stage, p);
  return button(short(name, 48), `select the process ${name}`, () => select(stage, { what: "process", index: p }), { class: "go" });
}

export function eventLink(stage: Stage, e: EventIndex, face = `#${e}`): HTMLElement {
  if (e < 0) return h("span", { class: "quiet" }, "never");
  const when = timeText(stage, e);
  return button(face, `go to event ${e}, at ${when}: ${short(stage.model.trace.describe(e), 160)}`, () => jump(stage, e), { class: "go" });
}

export function timeText(stage: Stage, e: EventIndex): string {
  return e < 0 ? "before the start" : durationText(stage.model.trace.t[e]);
}

/** What an event tells, without its process in front. */
export function deed(stage: Stage, e: EventIndex): string {
  const { trace } = stage.model;
  const said = trace.describe(e);
  const who = `<0.${trace.pid[e]}.0> `;
  return said.startsWith(who) ? said.slice(who.length) : said;
}

/** Time from one event to another. */
export function spanText(stage: Stage, from: EventIndex, to: EventIndex): string {
  const { t } = stage.model.trace;
  return durationText(t[to] - t[from]);
}

/** Things with commas between them; what is beyond the limit is counted, and never made. */
export function enumerate<T>(things: readonly T[], make: (thing: T, i: number) => HTMLElement, limit = 30): HTMLElement {
  const list = h("span", { class: "list" });
  things.slice(0, limit).forEach((thing, i) => list.append(i ? ", " : "", make(thing, i)));
  if (things.length > limit) list.append(` and ${things.length - limit} more`);
  if (things.length === 0) list.append(h("span", { class: "quiet" }, "none"));
  return list;
}

/** The nodes of a list, a part at a time: the rest stands behind a button. */
export function lazily<T>(items: readonly T[], part: number, make: (item: T, i: number) => HTMLElement): HTMLElement {
  const list = h("ol", { class: "plain" });
  let shown = 0;
  const more = button("", "show more", () => grow(part * 5), { class: "more" });
  const grow = (by: number): void => {
    const until = Math.min(items.length, shown + by);
    for (; shown < until; shown++) list.append(h("li", {}, make(items[shown], shown)));
    more.textContent = `${items.length - shown} more`;
    more.hidden = shown === items.length;
  };
  grow(part);
  return h("div", {}, list, more);
}
