/**
 * What could have made an event happen, and what it could have changed.
 *
 * Two things come before an event: its cause in the trace (a deliver has its send, a timeout its wait ...), and what
 * the same process did just before. Together they are Lamport's happened-before. What only befalls a process (a
 * message put into its mailbox, its timer firing) is not something that it did.
 *
 * The *cone* of an event is all that is reached backwards (past) or forwards (future) over both.
 *
 * The *chain* follows causes alone, back to what started it: the first process.
 *
 * The *critical path* follows from each event the later of its two predecessors: the one that it really waited for.
 * A process that was blocked until a message came was held up by the message; a message that lay in the mailbox was
 * held up by the process. A slice of work that waited for a scheduler was held up by whoever left it. So no hop of the
 * path could have been longer without delaying the event, and the hops' durations add up to its time.
 *
 * The *way of its value* follows data: over causes, but from a callback that read its server's state to the one that
 * set what it read, and from what a client sent to the message that it had the value from. Python finds these links
 * (`simulator/trace/why/provenance.py`); it ends where a process began.
 */

import type { EventIndex, Model, Trace } from "./types";

/** Kinds that befall a process. */
const PASSIVE = new Set(["deliver", "drop", "ignore", "fire", "tie", "blocked", "deadlock", "end"]);

export type HopKind =
  | "start" | "state" | "flight" | "mailbox" | "timer" | "sleep" | "limit" | "work" | "scheduler" | "event" | "signal" | "own";

export const HOPS: Record<HopKind, string> = {
  state: "in a state", start: "began", flight: "message in flight", mailbox: "in the mailbox", timer: "timer ran", sleep: "slept", limit: "waited in vain",
  work: "worked", scheduler: "waited for a scheduler", event: "waited for an event", signal: "signal", own: "own code",
};

/** One step of a chain: the event, and what the time since the step before it was spent on. */
export interface Hop {
  event: EventIndex;
  kind: HopKind;
  duration: bigint;
}

export class Causality {
  private readonly trace: Trace;
  private done: Int32Array | null = null;
  private freed: Int32Array | null = null;

  constructor(model: Model) {
    this.trace = model.trace;
  }

  /** For each event what its process did last before it, or -1. */
  private get before(): Int32Array {
    if (this.done) return this.done;
    const { n, pid } = this.trace;
    const passive = this.trace.kinds.map((kind) => PASSIVE.has(kind));
    const last = new Map<number, EventIndex>();
    this.done = new Int32Array(n).fill(-1);
    for (let e = 0; e < n; e++) {
      const owner = pid[e];
      if (owner < 0 || passive[this.trace.kind[e]]) continue;
      this.done[e] = last.get(owner) ?? -1;
      last.set(owner, e);
    }
    return this.done;
  }

  /** For each `run` the event that left its scheduler to it, or -1. */
  private get leaver(): Int32Array {
    if (this.freed) return this.freed;
    const { n, pid, kinds } = this.trace;
    const [run, worked, preempt, exit] = ["run", "worked", "preempt", "exit"].map((kind) => kinds.indexOf(kind));
    const on = new Map<number, number>();
    const left = new Map<number, EventIndex>();
    this.freed = new Int32Array(n).fill(-1);
    for (let e = 0; e < n; e++) {
      const kind = this.trace.kind[e];
      const owner = pid[e];
      if (kind === run) {
        const scheduler = this.trace.field<number>(e, "scheduler") ?? 0;
        if (scheduler > 0) this.freed[e] = left.get(scheduler) ?? -1;
        on.set(owner, scheduler);
      } else if (kind === worked || kind === preempt || kind === exit) {
        const scheduler = on.get(owner);
        if (scheduler) left.set(scheduler, e);
        on.delete(owner);
      }
    }
    return this.freed;
  }

  /** All that happened before `e`, itself included, as marks by event. */
  past(e: EventIndex): Uint8Array {
    const marks = new Uint8Array(this.trace.n);
    const { cause } = this.trace;
    const { before } = this;
    marks[e] = 1;
    for (let i = e; i >= 0; i--) {
      if (!marks[i]) continue;
      if (cause[i] >= 0) marks[cause[i]] = 1;
      if (before[i] >= 0) marks[before[i]] = 1;
    }
    return marks;
  }

  /** All that `e` happened before, itself included. */
  future(e: EventIndex): Uint8Array {
    const { n, cause } = this.trace;
    const marks = new Uint8Array(n);
    const { before } = this;
    marks[e] = 1;
    for (let i = e + 1; i < n; i++) {
      if (marks[cause[i]] || marks[before[i]]) marks[i] = 1;
    }
    return marks;
  }

  /** From what started it to `e`, over causes alone. */
  chain(e: EventIndex): Hop[] {
    return this.walk(e, (i) => this.trace.cause[i]);
  }

  /** From the start of the run to `e`, over what each step waited for; see the top of this file. */
  critical(e: EventIndex): Hop[] {
    return this.walk(e, (i) =>
      Math.max(this.trace.cause[i], this.before[i], this.leaver[i]));
  }

  /** From where a value was made to `e`, over states and messages. */
  value(e: EventIndex): Hop[] {
    const { trace } = this;
    return this.walk(e, (i) => (trace.kindOf(i) === "spawn" ? -1 : trace.links.get(i) ?? trace.cause[i]));
  }

  private walk(e: EventIndex, back: (i: EventIndex) => EventIndex): Hop[] {
    const hops: Hop[] = [];
    for (let i = e; i >= 0; ) {
      const origin = back(i);
      hops.push({ event: i, kind: this.hopKind(origin, i), duration: this.between(origin, i) });
      i = origin;
    }
    return hops.reverse();
  }

  private between(from: EventIndex, to: EventIndex): bigint {
    const { t } = this.trace;
    return t[to] - (from < 0 ? t[0] : t[from]);
  }

  private hopKind(from: EventIndex, to: EventIndex): HopKind {
    if (from < 0) return "start";
    const kind = this.trace.kindOf(to);
    const origin = this.trace.kindOf(from);
    switch (kind) {
      case "callback": return origin === "called" && this.trace.links.get(to) === from ? "state" : "own";
      case "deliver": case "drop": return origin === "fire" ? "timer" : "flight";
      case "fire": return "timer";
      case "receive": return origin === "deliver" ? "mailbox" : "own";
      case "timeout": return this.trace.field<string>(from, "on") === "sleep" ? "sleep" : "limit";
      case "resume": return "event";
      case "worked": case "preempt": return "work";
      case "run": return "scheduler";
      case "ignore": return "signal";
      case "exit": return origin === "signal" ? "signal" : "own";
      default: return "own";
    }
  }
}

/** How long a chain spent on each kind of hop, the longest first. */
export function breakdown(hops: Hop[]): { kind: HopKind; duration: bigint }[] {
  const sums = new Map<HopKind, bigint>();
  for (const hop of hops) sums.set(hop.kind, (sums.get(hop.kind) ?? 0n) + hop.duration);
  return [...sums]
    .map(([kind, duration]) => ({ kind, duration }))
    .filter((one) => one.duration > 0n)
    .sort((a, b) => (a.duration < b.duration ? 1 : a.duration > b.duration ? -1 : 0));
}
