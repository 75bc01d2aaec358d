/** Playing: the cursor moves by itself, with the virtual clock or event by event. */

import type { EventIndex, Model, Store } from "./types";

/** Events a second when `View.speed` is 0; a negative speed says how many. */
export const PACE = 4;
/** Where time is not to scale nobody waits longer than this many real seconds for the next event. */
const PATIENCE = 1.2;

export class Playing {
  running = false;
  private frame = 0;
  private then = 0;
  /** Virtual nanoseconds since the first event, between events too. */
  private at = 0;
  /** Parts of events not yet played. */
  private rest = 0;
  private shown: EventIndex = -1;

  constructor(private readonly model: Model, private readonly store: Store, private readonly changed: () => void) {}

  play(): void {
    if (this.running || this.model.trace.n === 0) return;
    if (this.store.get().cursor >= this.model.trace.n - 1) this.store.set({ cursor: -1 });
    this.running = true;
    this.then = performance.now();
    this.enter(this.store.get().cursor);
    this.frame = requestAnimationFrame(this.tick);
    this.changed();
  }

  pause(): void {
    if (!this.running) return;
    this.running = false;
    cancelAnimationFrame(this.frame);
    this.changed();
  }

  private enter(cursor: EventIndex): void {
    this.shown = cursor;
    this.at = this.since(Math.max(0, cursor));
    this.rest = 0;
  }

  private since(e: EventIndex): number {
    const { t } = this.model.trace;
    return Number(t[e] - t[0]);
  }

  private readonly tick = (now: number): void => {
    if (!this.running) return;
    // A page in the background gets no frames; it goes on where it was.
    const seconds = Math.min(0.25, Math.max(0, now - this.then) / 1000);
    this.then = now;
    const view = this.store.get();
    if (view.cursor !== this.shown) this.enter(view.cursor);
    const next = view.speed > 0 ? this.byTime(seconds, view.speed) : this.byEvent(seconds, -view.speed || PACE);
    this.shown = next;
    // By time the cursor moves while nothing happens, too.
    const at = view.speed > 0 ? String(this.model.trace.t[0] + BigInt(Math.round(this.at))) : null;
    if (next !== view.cursor || at !== view.at) this.store.set({ cursor: next, at });
    if (next >= this.model.trace.n - 1) this.pause();
    else this.frame = requestAnimationFrame(this.tick);
  };

  private byEvent(seconds: number, pace: number): EventIndex {
    this.rest += seconds * pace;
    const whole = Math.floor(this.rest);
    this.rest -= whole;
    return Math.min(this.model.trace.n - 1, this.shown + whole);
  }

  private byTime(seconds: number, speed: number): EventIndex {
    const { trace } = this.model;
    this.at += seconds * speed;
    const coming = Math.min(trace.n - 1, this.shown + 1);
    if (!/scale|strict/.test(this.store.get().mode)) this.at = Math.max(this.at, this.since(coming) - PATIENCE * speed);
    const t = trace.t[0] + BigInt(Math.round(this.at));
    return Math.max(this.shown, this.model.lastAt(t));
  }
}
