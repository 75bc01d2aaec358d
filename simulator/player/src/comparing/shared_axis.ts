/**
 * One axis of time for two runs. Its steps are the events of both in the order of time; within an instant, in which no time
 * passes, what is the same in both stands at the same place.
 */

import { CountedInstants } from "../instants";
import type { Tick } from "../ticks";
import { lastAtMost, timeMap, type PositionMap, type Times } from "../timemap";
import type { Alignment, EventIndex, TimeMode } from "../types";

export class SharedAxis {
  /** The steps, as a map of time takes them. */
  readonly times: Times;
  /** The step of each event of each run. */
  readonly steps: [Int32Array, Int32Array];
  private readonly maps: [Map<TimeMode, PositionMap>, Map<TimeMode, PositionMap>] = [new Map(), new Map()];

  constructor(private readonly runs: [Times, Times], pairs: Alignment["pairs"]) {
    this.steps = [new Int32Array(runs[0].n), new Int32Array(runs[1].n)];
    const at = this.place(pairs);
    const instants = new CountedInstants(at.length);
    at.forEach((t, step) => instants.add(step, step === 0 || t !== at[step - 1]));
    this.times = { n: at.length, t: at, instants };
  }

  /** The map of the steps. */
  map(mode: TimeMode): PositionMap {
    return timeMap(this.times, mode);
  }

  /** The map of one run's events on it. */
  side(side: 0 | 1, mode: TimeMode): PositionMap {
    let map = this.maps[side].get(mode);
    if (map === undefined) this.maps[side].set(mode, (map = new SideMap(this.map(mode), this.steps[side], this.runs[side])));
    return map;
  }

  /** Give each event its step; the time of each step. */
  private place(pairs: Alignment["pairs"]): bigint[] {
    const [a, b] = this.runs;
    const partner = new Int32Array(a.n).fill(-1);
    for (const [one, other] of pairs) partner[one] = other;
    const times: bigint[] = [];
    let [i, j] = [0, 0];
    while (i < a.n || j < b.n) {
      const t = j >= b.n || (i < a.n && a.t[i] <= b.t[j]) ? a.t[i] : b.t[j];
      const [ends, endsToo] = [after(a, i, t), after(b, j, t)];
      while (i < ends || j < endsToo) {
        let anchor = i;
        while (anchor < ends && (partner[anchor] < j || partner[anchor] >= endsToo)) anchor++;
        const same = anchor < ends;
        const [untilA, untilB] = [anchor, same ? partner[anchor] : endsToo];
        // What has no partner here stands beside the other run's, in its order.
        for (; i < untilA || j < untilB; times.push(t)) {
          if (i < untilA) this.steps[0][i++] = times.length;
          if (j < untilB) this.steps[1][j++] = times.length;
        }
        if (!same) continue;
        this.steps[0][i++] = this.steps[1][j++] = times.length;
        times.push(t);
      }
    }
    return times;
  }
}

/** The first event after those at a time. */
function after({ n, t: times }: Times, from: number, t: bigint): number {
  let at = from;
  while (at < n && times[at] === t) at++;
  return at;
}

class SideMap implements PositionMap {
  readonly mode: TimeMode;
  readonly length: number;
  readonly closest: number;
  readonly gaps: PositionMap["gaps"];
  readonly instants: Int32Array;

  constructor(private readonly whole: PositionMap, private readonly steps: Int32Array, readonly trace: Times) {
    this.mode = whole.mode;
    this.length = whole.length;
    this.closest = whole.closest;
    this.gaps = whole.gaps;
    this.instants = trace.instants.firsts;
  }

  of(e: EventIndex): number {
    return e < 0 ? 0 : this.whole.of(this.steps[Math.min(e, this.trace.n - 1)]);
  }

  next(e: EventIndex): number {
    return e + 1 < this.trace.n ? this.of(e + 1) : this.length;
  }

  event(u: number): EventIndex {
    return lastAtMost(this.steps, this.whole.event(u));
  }

  instantOf(e: EventIndex): number {
    return e < 0 ? -1 : this.trace.instants.of(Math.min(e, this.trace.n - 1));
  }

  size(instant: number): number {
    const next = instant + 1 < this.instants.length ? this.instants[instant + 1] : this.trace.n;
    return next - this.instants[instant];
  }

  /** The box of that time, whoever's events are in it. */
  box(instant: number): { from: number; to: number } {
    return this.whole.box(this.whole.instantOf(this.steps[this.instants[instant]]));
  }

  at(t: bigint): number {
    return this.whole.at(t);
  }

  time(u: number): bigint {
    return this.whole.time(u);
  }

  ground(u0: number, u1: number): number {
    return this.whole.ground(u0, u1);
  }

  ticks(u0: number, u1: number, count: number): Tick[] {
    return this.whole.ticks(u0, u1, count);
  }
}
