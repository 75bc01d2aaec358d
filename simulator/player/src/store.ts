/** What is looked at, who wants to know of changes, and the way back. */

import { Playing } from "./playing";
import { opening } from "./matters";
import type { EventIndex, Model, Store, View } from "./types";

export const START: View = {
  cursor: 0, at: null, selection: null, mode: "scale", layout: "lanes", from: 0, to: 1, grouping: "none",
  hidden: [], legend: false, collapsed: [], without: [], search: "", regex: false, bookmarks: [], notes: {}, theme: "auto",
  speed: 0, panel: "", cone: "",
};

/** Changes of the same things within this many milliseconds are undone together. */
const TOGETHER = 800;
const MEMORY = 200;

interface Step {
  before: Partial<View>;
  when: number;
}

export class ViewStore implements Store {
  private view: View;
  private readonly listeners: ((view: View, changed: Set<keyof View>) => void)[] = [];
  private readonly past: Step[] = [];
  private readonly clock: Playing;

  constructor(private readonly model: Model, start: Partial<View> = {}) {
    this.view = { ...START, ...opening(model), ...start };
    this.view.at = this.quiet(this.view.cursor, this.view.at);
    this.clock = new Playing(model, this, () => this.tell(new Set()));
  }

  get(): View {
    return this.view;
  }

  set(patch: Partial<View>, undoable = false): void {
    const next = { ...patch };
    if (next.cursor !== undefined) next.cursor = Math.max(-1, Math.min(this.model.trace.n - 1, next.cursor));
    if (next.cursor !== undefined) next.at = this.quiet(next.cursor, next.at ?? null);
    const changed = this.differing(next);
    if (changed.size === 0) return;
    if (undoable) this.remember(changed);
    this.view = { ...this.view, ...next };
    this.tell(changed);
  }

  undo(): void {
    const step = this.past.pop();
    if (!step) return;
    const changed = this.differing(step.before);
    this.view = { ...this.view, ...step.before };
    this.tell(changed);
  }

  subscribe(listener: (view: View, changed: Set<keyof View>) => void): void {
    this.listeners.push(listener);
  }

  get playing(): boolean {
    return this.clock.running;
  }

  play(): void {
    this.clock.play();
  }

  pause(): void {
    this.clock.pause();
  }

  /** A time between an event and the next one; null where it is none. */
  private quiet(e: EventIndex, at: string | null): string | null {
    const { n, t } = this.model.trace;
    return at !== null && e >= 0 && e < n - 1 && t[e] < BigInt(at) && BigInt(at) < t[e + 1] ? at : null;
  }

  private differing(patch: Partial<View>): Set<keyof View> {
    const keys = Object.keys(patch) as (keyof View)[];
    return new Set(keys.filter((key) => JSON.stringify(patch[key]) !== JSON.stringify(this.view[key])));
  }

  private remember(changed: Set<keyof View>): void {
    const now = performance.now();
    const last = this.past.at(-1);
    const keys = [...changed];
    if (last && now - last.when < TOGETHER && keys.every((key) => key in last.before)) {
      last.when = now;
      return;
    }
    this.past.push({ before: Object.fromEntries(keys.map((key) => [key, this.view[key]])), when: now });
    if (this.past.length > MEMORY) this.past.shift();
  }

  private tell(changed: Set<keyof View>): void {
    for (const listener of this.listeners) listener(this.view, changed);
  }
}
