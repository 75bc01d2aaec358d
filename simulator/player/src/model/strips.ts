/**
 * What each process was doing, from one event to the next: simulator/trace/telling.py tells it in the same way.
 *
 * Code takes no virtual time, so a process *runs* from what let it go on (its receive, timeout ...) to its next wait,
 * within one instant; where it has been woken and has not had its turn, or wants a scheduler, it is *ready*.
 */

import type { People } from "./people";
import type { EventIndex, ProcessIndex, Strip, StripState, Trace } from "../types";

const WAITS: Record<string, StripState> = {
  receive: "receive", call: "call", sleep: "sleep", event: "event", hibernate: "hibernate",
};

export class Strips {
  readonly of: Strip[][] = [];

  constructor(
    private readonly trace: Trace,
    private readonly people: People,
    /** The server that a process is calling. */
    private readonly called: (p: ProcessIndex) => ProcessIndex,
  ) {}

  private last(p: ProcessIndex): Strip | undefined {
    return this.of[p]?.at(-1);
  }

  private open(p: ProcessIndex, e: EventIndex, state: StripState): Strip {
    const strips = (this.of[p] ??= []);
    const last = strips.at(-1);
    if (last && last.to < 0) last.to = e;
    const strip: Strip = { process: p, state, from: e, to: -1, on: -1, detail: "", patterns: [], until: null };
    strips.push(strip);
    return strip;
  }

  /** A process comes to life, and runs when it has its turn. */
  born(p: ProcessIndex, e: EventIndex): void {
    if (!this.last(p)) this.open(p, e, "ready");
  }

  /** A process ran code at this point: it runs, unless it is in something that only its own events end. */
  acts(p: ProcessIndex, e: EventIndex): void {
    const last = p < 0 ? undefined : this.last(p);
    if (p >= 0 && (!last || (last.state === "ready" && last.detail === ""))) this.open(p, e, "running");
  }

  /** It goes on. */
  wakes(p: ProcessIndex, e: EventIndex): void {
    if (p >= 0 && this.last(p)?.state !== "running") this.open(p, e, "running");
  }

  wait(p: ProcessIndex, e: EventIndex): void {
    if (p < 0) return;
    const on = this.trace.field<string>(e, "on") ?? "receive";
    const strip = this.open(p, e, WAITS[on] ?? "receive");
    strip.detail = this.trace.field<string>(e, "detail") ?? "";
    strip.patterns = this.trace.field<string[]>(e, "patterns") ?? [];
    strip.until = this.trace.integer(e, "until") ?? null;
    if (on === "call") strip.on = this.called(p);
  }

  /** It wants a scheduler: for its work, or for what is left of it. */
  queues(p: ProcessIndex, e: EventIndex): void {
    if (p >= 0) this.open(p, e, "ready").detail = "scheduler";
  }

  works(p: ProcessIndex, e: EventIndex): void {
    if (p < 0) return;
    const scheduler = this.trace.field<number>(e, "scheduler") ?? 0;
    this.open(p, e, "work").detail = scheduler ? `scheduler ${scheduler}` : "";
  }

  ended(p: ProcessIndex, e: EventIndex): void {
    this.open(p, e, "dead").detail = this.people.processes[p]!.reason;
  }
}
