/** Where the selected thing comes from and what it leads to. */

import { breakdown, HOPS, type Hop } from "../causality";
import { grouped, h, plural } from "../dom";
import { durationText } from "../durations";
import { lastAtMost } from "../timemap";
import { jump, type Panel, type Stage } from "../stage";
import type { Emphasis, EventIndex, Selection, View } from "../types";
import { VirtualList } from "../virtual";
import { deed, eventLink, processName, timeText } from "./links";

type Cone = View["cone"];
type Way = "chain" | "path" | "value";

const CONES: [Cone, string][] = [
  ["", "nothing"], ["past", "past"], ["future", "future"], ["both", "past and future"], ["path", "critical path"],
  ["value", "way of its value"],
];
const WAYS: [Way, string][] = [["chain", "chain of causes"], ["path", "critical path"], ["value", "way of its value"]];

/** The event that a selection stands for: its latest for the past, its first for the future. */
export function anchors(stage: Stage, selection: Selection, cursor: EventIndex): { past: EventIndex; future: EventIndex } {
  const { model } = stage;
  if (!selection) return { past: cursor, future: cursor };
  if (selection.what === "event") return { past: selection.index, future: selection.index };
  if (selection.what === "message") {
    const message = model.messages.at(selection.index);
    return { past: Math.max(message.sent, message.enqueued, message.received, message.arrived), future: message.sent };
  }
  const events = model.eventsOf(selection.index);
  const born = model.processes[selection.index]?.born ?? -1;
  return { past: events[lastAtMost(events, cursor)] ?? born, future: born };
}

export class Causes implements Panel {
  readonly id = "causes";
  readonly title = "Causality";
  readonly element: HTMLElement;
  private way: Way = "chain";
  private hops: Hop[] = [];
  private readonly subject = h("p", { class: "said" });
  private readonly sum = h("div", { class: "sum" });
  private readonly count = h("p", { class: "quiet", role: "status" });
  private readonly all = h("input", { type: "checkbox", change: () => this.show(this.stage.store.get(), null) });
  private readonly list: VirtualList;
  private readonly cones = new Map<Cone, HTMLInputElement>();
  private readonly ways = new Map<Way, HTMLInputElement>();

  constructor(private readonly stage: Stage) {
    this.list = new VirtualList({
      rowHeight: 58, count: 0, label: "steps that led to it", choose: (i) => jump(stage, this.hops[i].event),
      render: (i, row) => this.render(i, row),
    });
    this.element = h("div", { class: "panel causes tall" },
      h("h2", {}, "What led to it"), this.subject,
      this.radios("Highlight on the timeline", "cone", CONES, this.cones, (cone) => stage.store.set({ cone }, true)),
      this.count,
      this.radios("Steps that led to it", "way", WAYS, this.ways, (way) => {
        this.way = way;
        this.show(stage.store.get(), null);
      }),
      h("label", { class: "check" }, this.all, " every step, also those that took no time and stayed in one process"),
      this.sum, this.list.element);
    stage.store.subscribe((view, changed) => {
      if (changed.has("cone") || changed.has("selection") || (changed.has("cursor") && view.cone)) this.emphasise(view);
    });
  }

  show(view: View, changed: Set<keyof View> | null): void {
    if (changed && !["cursor", "selection", "cone"].some((key) => changed.has(key as keyof View))) return;
    for (const [cone, input] of this.cones) input.checked = cone === view.cone;
    for (const [way, input] of this.ways) input.checked = way === this.way;
    const { past } = anchors(this.stage, view.selection, view.cursor);
    const { model } = this.stage;
    this.subject.replaceChildren();
    this.sum.replaceChildren();
    this.hops = [];
    if (past < 0) this.subject.textContent = "Select an event, a message or a process.";
    else {
      this.subject.append(eventLink(this.stage, past), " ", h("bdi", {}, model.trace.describe(past)));
      const hops = this.walked(this.way, past);
      this.hops = this.all.checked ? hops : this.telling(hops);
      this.total(past, hops);
    }
    this.list.resize(this.hops.length);
    this.list.point(this.hops.length - 1);
    this.counted(view);
  }

  /** Draw the emphasis again, after the view was restored from a link. */
  emphasise(view: View): void {
    this.stage.emphases.setCone(this.cone(view));
  }

  private radios<T extends string>(
    legend: string, name: string, choices: [T, string][], into: Map<T, HTMLInputElement>, choose: (value: T) => void,
  ): HTMLElement {
    const set = h("fieldset", {}, h("legend", {}, legend));
    for (const [value, text] of choices) {
      const input = h("input", { type: "radio", name, value, change: () => choose(value) });
      into.set(value, input);
      set.append(h("label", {}, input, ` ${text}`));
    }
    return set;
  }

  private cone(view: View): Emphasis | null {
    const { past, future } = anchors(this.stage, view.selection, view.cursor);
    const { causality, model } = this.stage;
    if (!view.cone || past < 0) return null;
    if (view.cone === "past") return { events: causality.past(past), path: [] };
    if (view.cone === "future") return { events: causality.future(future), path: [] };
    if (view.cone === "path" || view.cone === "value") {
      const path = this.walked(view.cone, past).map((hop) => hop.event);
      const events = new Uint8Array(model.trace.n);
      for (const e of path) events[e] = 1;
      return { events, path };
    }
    const events = causality.past(past);
    causality.future(future).forEach((mark, e) => {
      if (mark) events[e] = 1;
    });
    return { events, path: [] };
  }

  private walked(way: Way, e: EventIndex): Hop[] {
    const { causality } = this.stage;
    return way === "chain" ? causality.chain(e) : way === "path" ? causality.critical(e) : causality.value(e);
  }

  private counted(view: View): void {
    const cone = this.cone(view);
    const marked = cone ? cone.events.reduce((sum, mark) => sum + mark, 0) : 0;
    this.count.textContent = cone ? `${plural(marked, "event")} of ${grouped(this.stage.model.trace.n)} highlighted` : "";
  }

  /** Steps that took time, or came to another process. */
  private telling(hops: Hop[]): Hop[] {
    const { pid } = this.stage.model.trace;
    const last = hops.length - 1;
    return hops.filter(({ event, duration }, i) => i === 0 || i === last || duration > 0n || pid[event] !== pid[hops[i - 1].event]);
  }

  private total(e: EventIndex, hops: Hop[]): void {
    const parts = breakdown(hops);
    const first = hops[0]?.event ?? e;
    this.sum.append(h("p", {}, `${plural(hops.length, "step")}, from ${timeText(this.stage, first)} to ${timeText(this.stage, e)}`));
    if (parts.length) {
      this.sum.append(h("p", {}, parts.map((part) => `${durationText(part.duration)} ${HOPS[part.kind]}`).join(" + ")));
    }
  }

  private render(i: number, row: HTMLElement): void {
    const hop = this.hops[i];
    const { trace } = this.stage.model;
    const process = this.stage.model.processOf(trace.pid[hop.event]);
    const spent = hop.duration > 0n ? `+${durationText(hop.duration)} ${HOPS[hop.kind]}` : "";
    row.classList.toggle("waited", hop.duration > 0n);
    row.replaceChildren(
      h("span", { class: "spent" }, spent || "at once"),
      h("span", { class: "who" }, process >= 0 ? processName(this.stage, process) : ""),
      h("bdi", { class: "what" }, `#${hop.event} ${deed(this.stage, hop.event)}`));
  }
}
