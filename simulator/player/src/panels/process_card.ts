/** One process at one instant. The body exists while it is unfolded. */

import { button, h, plural, term } from "../dom";
import { durationText } from "../durations";
import { hide, select, type Stage } from "../stage";
import type { Message, ProcessIndex, ProcessState, Snapshot, Strip } from "../types";
import { facts } from "./cards";
import { enumerate, eventLink, lazily, processLink, processName, timeText } from "./links";
import { SIGNS, stateWords } from "./states";
import { verdicts } from "./verdicts";

/** Messages of a mailbox shown at once. */
const MAILBOX = 12;

export class ProcessCard {
  readonly element: HTMLDetailsElement;
  private readonly sign = h("span", { class: "sign", "aria-hidden": "true" });
  private readonly words = h("span", { class: "words" });
  private readonly badge = h("span", { class: "badge" });
  private readonly body = h("div", { class: "body" });
  private readonly summary: HTMLElement;
  private snapshot: Snapshot | null = null;
  /** What the reader did by hand goes before what the page would do. */
  private byHand: boolean | null = null;
  private wasFirst = false;

  constructor(private readonly stage: Stage, private readonly p: ProcessIndex) {
    const name = h("bdi", { class: "name" }, processName(stage, p));
    this.summary = h("summary", { click: (event: Event) => this.fold(event) }, this.sign, name, this.badge, this.words);
    this.element = h("details", { class: "process", "data-pid": stage.model.processes[p]?.pid }, this.summary, this.body);
  }

  show(snapshot: Snapshot, unfold: boolean, selected: boolean): void {
    if (unfold !== this.wasFirst) this.byHand = null;
    this.wasFirst = unfold;
    this.snapshot = snapshot;
    const state = snapshot.processes[this.p]!;
    this.sign.textContent = SIGNS[state.state];
    this.element.dataset.state = this.crashed(state) ? "crashed" : state.state;
    this.element.classList.toggle("selected", selected);
    this.words.textContent = stateWords(this.stage, state, snapshot);
    this.badge.textContent = state.mailbox.length ? `✉ ${state.mailbox.length}` : "";
    this.badge.title = plural(state.mailbox.length, "message waits", "messages wait");
    this.element.open = this.byHand ?? unfold;
    this.fill();
  }

  private crashed(state: ProcessState): boolean {
    return state.state === "dead" && (this.stage.model.processes[this.p]?.crashed ?? false);
  }

  private fold(event: Event): void {
    event.preventDefault();
    this.byHand = !this.element.open;
    this.element.open = this.byHand;
    this.fill();
  }

  private fill(): void {
    if (!this.element.open || !this.snapshot) {
      this.body.replaceChildren();
      return;
    }
    const within = this.body.contains(document.activeElement);
    const state = this.snapshot.processes[this.p]!;
    this.body.replaceChildren(...(state.state === "dead" ? this.obituary(state) : this.life(state)));
    if (within) this.summary.focus({ preventScroll: true });
  }

  private obituary(state: ProcessState): HTMLElement[] {
    const process = this.stage.model.processes[this.p];
    return [facts([
      ["reason", state.exit ? term(state.exit) : null],
      ["ended", process && process.ended >= 0 ? this.place(process.ended) : null],
      ...this.origin(),
    ])];
  }

  private origin(): [string, Node | string | null][] {
    const process = this.stage.model.processes[this.p];
    if (!process) return [];
    return [
      ["runs", term(process.fn)],
      ["spawned", process.parent >= 0
        ? h("span", {}, "by ", processLink(this.stage, process.parent), " at ", this.place(process.born))
        : this.place(process.born)],
      ["supervisor", process.supervisor >= 0 ? processLink(this.stage, process.supervisor) : null],
    ];
  }

  private place(e: number): HTMLElement {
    return h("span", {}, `${timeText(this.stage, e)} `, eventLink(this.stage, e));
  }

  private life(state: ProcessState): HTMLElement[] {
    const { model } = this.stage;
    const blocked = state.state === "call" && state.strip && state.strip.on >= 0 ? state.strip.on : -1;
    const bonds = (list: number[], end: "a" | "b"): HTMLElement =>
      enumerate(list, (b) => processLink(this.stage, model.bonds.at(b)?.[end] ?? -1));
    const flags = Object.entries(state.flags);
    return [
      facts([
        ["blocked on", blocked >= 0 ? processLink(this.stage, blocked) : null],
        ["names", state.names.length ? enumerate(state.names, (name) => term(name)) : null],
        ["callback", state.callback ? h("span", {}, term(state.callback.name), " since ", this.place(state.callback.from)) : null],
        ["state", state.serverState === null || state.serverState === "" ? null : term(state.serverState, "full")],
        ["flags", flags.length ? enumerate(flags, ([flag, value]) => term(`${flag}: ${value}`)) : null],
      ]),
      ...this.mailbox(state),
      facts([
        ["links", enumerate(state.links, (p) => processLink(this.stage, p))],
        ["monitors", state.monitors.length ? bonds(state.monitors, "b") : null],
        ["monitored by", state.monitoredBy.length ? bonds(state.monitoredBy, "a") : null],
        ["timers", state.timers.length ? this.timers(state.timers) : null],
        ...this.origin(),
      ]),
      h("div", { class: "line small" },
        button("select", "select this process", () => select(this.stage, { what: "process", index: this.p })),
        button("hide", "hide this process on the timeline", () => hide(this.stage.store, this.p))),
    ];
  }

  private timers(timers: number[]): HTMLElement {
    const snapshot = this.snapshot as Snapshot;
    return lazily(timers, MAILBOX, (index) => {
      const timer = this.stage.model.timers.at(index);
      if (!timer) return h("span", {});
      const to = timer.to >= 0 ? processLink(this.stage, timer.to) : term(timer.name);
      return h("span", {}, term(timer.text), ` in ${durationText(timer.at - snapshot.t)} to `, to, " ", eventLink(this.stage, timer.armed));
    });
  }

  private mailbox(state: ProcessState): HTMLElement[] {
    const patterns = state.strip?.patterns ?? [];
    const waits = state.state === "receive" || state.state === "hibernate";
    const count = state.mailbox.length;
    const clauses = waits && patterns.length
      ? h("p", { class: "clauses" }, "pending receive: ", enumerate(patterns, (pattern, i) =>
          h("span", {}, patterns.length > 1 ? `${i + 1}. ` : "", term(pattern))))
      : waits ? h("p", { class: "clauses" }, "pending receive takes any message") : null;
    return [
      h("h3", {}, count ? `Mailbox: ${plural(count, "message")}` : "Mailbox: empty"),
      ...(clauses ? [clauses] : []),
      ...(count ? [lazily(state.mailbox, MAILBOX, (index) => this.waiting(index, waits ? state.strip : null))] : []),
    ];
  }

  private waits({ enqueued }: Message, { t }: Snapshot): string {
    const passed = t - this.stage.model.trace.t[enqueued];
    return passed > 0n ? `waits ${durationText(passed)} ` : "came just now ";
  }

  private waiting(index: number, strip: Strip | null): HTMLElement {
    const snapshot = this.snapshot as Snapshot;
    const message = this.stage.model.messages.at(index);
    const text = message.term || message.text;
    return h("div", { class: "waiting" },
      h("button", { type: "button", class: "pick", click: () => select(this.stage, { what: "message", index }) }, term(text, "full")),
      h("span", { class: "quiet" },
        message.from >= 0 ? `from ${processName(this.stage, message.from)}, ` : "",
        this.waits(message, snapshot), eventLink(this.stage, message.enqueued)),
      strip && verdicts(this.stage.model, strip, index));
  }
}
