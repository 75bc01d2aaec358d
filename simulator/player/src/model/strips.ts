/**
 * What each process was doing, from one event to the next: simulator/trace/telling.py tells it in the same way.
 *
 * Code takes no virtual time, so a process *runs* from what let it go on (its receive, timeout ...) to its next wait,
 * within one instant; where it has been woken and has not had its turn, or wants a scheduler, it is *ready*.
 */

import type { EventIndex, Lane, ProcessIndex, Strip, StripState, Trace } from "../types";
import type { People } from "./people";
import { Columns, Grouped, Growing } from "./table";

/** States by their number in {@link Lane.state}; the last is that of who is ready but for a scheduler. */
export const STATES: StripState[] = ["ready", "running", "receive", "call", "sleep", "work", "event", "hibernate", "dead", "ready"];
const [READY, RUNNING, RECEIVE, CALL, WORK, DEAD, QUEUED] = [0, 1, 2, 3, 5, 8, 9];

export class Strips {
  private readonly process = new Growing();
  private readonly from = new Growing();
  private readonly state = new Growing();
  private readonly on = new Growing();
  /** What each process does now. */
  private readonly now: number[] = [];
  private readonly waitsOn: (e: EventIndex) => number;

  constructor(
    private readonly trace: Trace,
    private readonly people: People,
    /** The server that a process is calling. */
    private readonly called: (p: ProcessIndex) => ProcessIndex,
  ) {
    this.waitsOn = trace.words("on", STATES);
  }

  private open(p: ProcessIndex, e: EventIndex, state: number, on = -1): void {
    this.process.push(p);
    this.from.push(e);
    this.state.push(state);
    this.on.push(on);
    this.now[p] = state;
  }

  /** A process comes to life, and runs when it has its turn. */
  born(p: ProcessIndex, e: EventIndex): void {
    if (this.now[p] === undefined) this.open(p, e, READY!);
  }

  /** A process ran code at this point: it runs, unless it is in something that only its own events end. */
  acts(p: ProcessIndex, e: EventIndex): void {
    if (p >= 0 && (this.now[p] === undefined || this.now[p] === READY)) this.open(p, e, RUNNING!);
  }

  /** It goes on. */
  wakes(p: ProcessIndex, e: EventIndex): void {
    if (p >= 0 && this.now[p] !== RUNNING) this.open(p, e, RUNNING!);
  }

  wait(p: ProcessIndex, e: EventIndex): void {
    if (p < 0) return;
    const on = this.waitsOn(e);
    const state = on < 0 ? RECEIVE! : on;
    this.open(p, e, state, state === CALL ? this.called(p) : -1);
  }

  /** It wants a scheduler: for its work, or for what is left of it. */
  queues(p: ProcessIndex, e: EventIndex): void {
    if (p >= 0) this.open(p, e, QUEUED!);
  }

  works(p: ProcessIndex, e: EventIndex): void {
    if (p >= 0) this.open(p, e, WORK!);
  }

  ended(p: ProcessIndex, e: EventIndex): void {
    this.open(p, e, DEAD!);
  }

  /** What each process did, in order. */
  lanes(): Lane[] {
    const order = Grouped.by(this.people.processes.length, this.process.all());
    const [from, state, on] = [order.pick(this.from.all()).numbers, Uint8Array.from(order.pick(this.state.all()).numbers), order.pick(this.on.all()).numbers];
    return this.people.processes.map((_, p) => {
      const [begin, end] = [order.starts[p]!, order.starts[p + 1]!];
      return new LaneOf(this.trace, this.people, p, from.subarray(begin, end), state.subarray(begin, end), on.subarray(begin, end));
    });
  }
}

class LaneOf extends Columns<Strip> implements Lane {
  constructor(
    readonly trace: Trace,
    readonly people: People,
    readonly process: ProcessIndex,
    readonly from: Int32Array,
    readonly state: Uint8Array,
    readonly on: Int32Array,
  ) {
    super();
  }

  get length(): number {
    return this.from.length;
  }

  protected make(index: number): Strip {
    return new StripOf(this, index);
  }
}

class StripOf implements Strip {
  constructor(
    private readonly lane: LaneOf,
    private readonly index: number,
  ) {}

  get process(): ProcessIndex { return this.lane.process; }
  get state(): StripState { return STATES[this.lane.state[this.index]!]!; }
  get from(): EventIndex { return this.lane.from[this.index]!; }
  get to(): EventIndex { return this.lane.from[this.index + 1] ?? -1; }
  get on(): ProcessIndex { return this.lane.on[this.index]!; }

  get detail(): string {
    const { trace, people } = this.lane;
    const state = this.lane.state[this.index];
    if (state === QUEUED) return "scheduler";
    if (state === DEAD) return people.processes[this.process]!.reason;
    const scheduler = state === WORK ? trace.field<number>(this.from, "scheduler") : undefined;
    if (scheduler) return `scheduler ${scheduler}`;
    return this.waiting ? (trace.field<string>(this.from, "detail") ?? "") : "";
  }

  get patterns(): string[] {
    return (this.waiting && this.lane.trace.field<string[]>(this.from, "patterns")) || [];
  }

  get until(): bigint | null {
    return this.waiting ? (this.lane.trace.integer(this.from, "until") ?? null) : null;
  }

  private get waiting(): boolean {
    return this.lane.trace.kindOf(this.from) === "wait";
  }
}
