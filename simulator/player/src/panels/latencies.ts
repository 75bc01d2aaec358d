/** How long calls took: percentiles, and bars that find their calls. */

import { button, h } from "../dom";
import { jump, type Stage } from "../stage";
import type { EventIndex, Latencies } from "../types";

type Calls = Latencies["bars"][number][1];

export class LatencyBars {
  readonly element = h("section", { class: "latencies", "aria-label": "how long calls took" });
  private readonly kinds: Latencies[];
  private readonly body = h("div");
  /** The calls of the bar that was chosen, and which of them is shown. */
  private calls: Calls = [];
  private at = 0;
  private readonly found = h("div", { class: "found", hidden: "" });
  private readonly said = h("p", { "aria-live": "polite" });

  /** `first` is done before calls are marked: it lets go of what else is. */
  constructor(private readonly stage: Stage, private readonly first: () => void) {
    this.kinds = stage.model.trace.latencies;
    if (this.kinds.length === 0) return;
    this.found.append(this.said, h("div", { class: "group" },
      button("‹ call", "the call of this bar before", () => this.step(-1)),
      button("call ›", "the next call of this bar", () => this.step(1)),
      button("unmark", "mark no calls", () => this.leave())));
    this.element.append(h("h3", {}, "How long calls took"), this.chooser(), this.body, this.found);
    this.show(0);
  }

  /** Which kind of call is shown, where there are several. */
  private chooser(): HTMLElement {
    if (this.kinds.length === 1) return h("p", {}, h("bdi", {}, this.kinds[0].kind));
    const choice = h("select", { "aria-label": "kind of call", change: () => this.show(choice.selectedIndex) });
    for (const { kind } of this.kinds) choice.append(h("option", {}, kind));
    return choice;
  }

  private show(kind: number): void {
    const { text, bars } = this.kinds[kind];
    const most = Math.max(...bars.map(([, calls]) => calls.length));
    const list = h("div", { class: "bars" }, ...bars.map(([label, calls]) => this.bar(label, calls, calls.length / most)));
    this.leave();
    this.body.replaceChildren(h("p", {}, text), list);
  }

  private bar(label: string, calls: Calls, share: number): HTMLElement {
    const length = h("span", { class: "length" });
    length.style.width = `${Math.max(1, share * 100).toFixed(1)}%`;
    const face = h("button", {
      type: "button", class: "bar", "aria-pressed": "false", title: "find these calls", click: () => this.choose(calls, face),
    }, h("span", { class: "label" }, label), h("span", { class: "track" }, length), h("span", { class: "count" }, String(calls.length)));
    return face;
  }

  /** Mark the calls of a bar and go to the first; chosen again, to the next. */
  private choose(calls: Calls, face: HTMLElement): void {
    if (this.calls === calls) {
      this.step(1);
      return;
    }
    this.leave();
    this.first();
    face.setAttribute("aria-pressed", "true");
    this.calls = calls;
    this.found.hidden = false;
    this.stage.emphases.setHits(this.emphasis(calls));
    this.step(0);
  }

  private step(by: number): void {
    const { length } = this.calls;
    this.at = (this.at + by + length) % length;
    const [text, events] = this.calls[this.at];
    this.said.replaceChildren(`${this.at + 1} of ${length}: `, h("bdi", {}, text));
    jump(this.stage, events[0]);
  }

  /** Mark no calls. */
  leave(): void {
    if (this.calls.length > 0) this.stage.emphases.setHits(null);
    this.calls = [];
    this.at = 0;
    this.found.hidden = true;
    for (const bar of this.body.querySelectorAll(".bar")) bar.setAttribute("aria-pressed", "false");
  }

  private emphasis(calls: Calls): { events: Uint8Array; path: EventIndex[] } {
    const events = new Uint8Array(this.stage.model.trace.n);
    for (const [, each] of calls) for (const e of each) events[e] = 1;
    return { events, path: [] };
  }
}
