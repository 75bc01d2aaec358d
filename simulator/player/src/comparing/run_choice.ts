/** Which run is shown, or which two: by letters, or, where the runs are one scenario with other settings, by a switch for each setting. */

import { button, h } from "../dom";
import type { Page } from "../types";

/** A run by its place, or two of them on one axis. */
type Showing = number | "both";
type Choose = (showing: Showing, pair: [number, number]) => void;

/** What a run is called beside others. */
export function letter(run: number): string {
  return String.fromCharCode(65 + run);
}

export interface RunChoice {
  readonly element: HTMLElement;
  /** What is in force. */
  show(showing: Showing, pair: [number, number], side: number): void;
  /** What an address says; what one begins with where it says nothing. */
  start(hash: string): { showing: Showing; pair: [number, number] };
  /** What an address is to say. */
  hash(showing: Showing, pair: [number, number]): string;
}

export function runChoice(page: Page, choose: Choose): RunChoice {
  return page.variants.length > 0 ? new Switches(page, choose) : new Letters(page.runs.length, choose);
}

/** How runs are told in an address: `run=a`, `run=a+b`; `both` are the first two. */
abstract class Addressed {
  constructor(protected readonly runs: number, private readonly first: Showing) {}

  start(hash: string): { showing: Showing; pair: [number, number] } {
    const match = /(?:^|[#&])run=(?:(both)|([a-z])(?:\+([a-z]))?)(?:&|$)/.exec(hash);
    const [one, other] = [match?.[2], match?.[3]].map((each) => (each === undefined ? -1 : each.charCodeAt(0) - 97));
    const none: [number, number] = [0, 1];
    if (match?.[1]) return { showing: this.runs > 1 ? "both" : 0, pair: none };
    if (other >= 0 && one < other && other < this.runs) return { showing: "both", pair: [one, other] };
    if (other < 0 && one >= 0 && one < this.runs) return { showing: one, pair: [0, Math.max(1, one)] };
    return { showing: this.runs > 1 ? this.first : 0, pair: none };
  }

  hash(showing: Showing, [a, b]: [number, number]): string {
    if (this.runs < 2 || (showing === this.first && a === 0 && b === 1)) return "";
    const told = (run: number): string => letter(run).toLowerCase();
    return `&run=${showing !== "both" ? told(showing) : a === 0 && b === 1 ? "both" : `${told(a)}+${told(b)}`}`;
  }
}

class Letters extends Addressed implements RunChoice {
  readonly element = h("div", { class: "group runs", role: "group", "aria-label": "run" });

  constructor(runs: number, choose: Choose) {
    super(runs, "both");
    this.element.hidden = runs < 2;
    const faces: [Showing, string, string][] = [[0, "A", "show run A"], [1, "B", "show run B"], ["both", "A+B", "show both on one axis of time"]];
    for (const [run, face, words] of faces) this.element.append(button(face, words, () => choose(run, [0, 1]), { "data-run": run }));
  }

  show(showing: Showing): void {
    for (const one of this.element.children) one.setAttribute("aria-pressed", String((one as HTMLElement).dataset.run === String(showing)));
  }
}

class Switches extends Addressed implements RunChoice {
  readonly element = h("div", { class: "group settings", role: "group", "aria-label": "settings" });
  private readonly switches: HTMLButtonElement[];
  private readonly compare: HTMLButtonElement;
  /** The runs with settings of their own that are on, the one that was turned on first before the others. */
  private on: number[] = [];
  private both = false;

  constructor({ variants, runs }: Page, private readonly choose: Choose) {
    super(runs.length, 0);
    this.switches = variants.map((set, i) => button(`${set}`, `run ${letter(i + 1)}: the scenario with ${set}`, () => this.turn(i + 1), { role: "switch", class: "switch" }));
    this.compare = button("Side by side", "two runs on one axis of time: with the setting and without it, or with two settings", () => {
      this.both = !this.both;
      this.tell();
    });
    this.element.append(h("span", { class: "group-name", "aria-hidden": "true" }, "Settings"), ...this.switches, this.compare);
  }

  show(showing: Showing, pair: [number, number]): void {
    this.both = showing === "both";
    const on = (showing === "both" ? pair : [showing]).filter((run) => run > 0);
    if ([...this.on].sort().join() !== on.join()) this.on = on;
    this.switches.forEach((one, i) => one.setAttribute("aria-checked", String(this.on.includes(i + 1))));
    this.compare.setAttribute("aria-pressed", String(this.both));
  }

  /** A switch was turned: of two runs side by side the older one gives way. */
  private turn(run: number): void {
    this.on = this.on.includes(run) ? this.on.filter((one) => one !== run) : [...this.on, run].slice(this.both ? -2 : -1);
    if (this.on.length === 0) this.both = false;
    this.tell();
  }

  private tell(): void {
    const [one, other] = this.on;
    const pair: [number, number] = other === undefined ? [0, one ?? 1] : [Math.min(one, other), Math.max(one, other)];
    this.choose(this.both ? "both" : (one ?? 0), pair);
  }
}
