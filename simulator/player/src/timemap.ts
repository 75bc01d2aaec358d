/**
 * The one map between events, time and position.
 *
 * Each event has a place of its own, in order, so that what happens at one instant can be seen in its order;
 * between two instants the place of a time is in proportion. The modes differ in how much room an instant and
 * the time between two instants get:
 *
 * - `scale`: the time between instants to scale; an instant is stretched by what happens at it.
 * - `step`: one step an event; between two instants a little room.
 * - `compressed`: one step an event; short times to scale, longer ones cut to the same length, as gaps with their duration.
 */
import { durationText } from "./durations";
import { roundUp, roundedText } from "./rounding";
import type { EventIndex, TimeMap, TimeMode, Trace } from "./types";

type Times = Pick<Trace, "n" | "t">;
type Gap = { from: number; to: number; duration: bigint };

/** Steps that a cut gap is long; shorter times are to scale. */
const LONGEST = 5;
const SHORTEST = 0.6;
/** Steps before the first event and after the last. */
const PAD = 0.7;

/** Index of the last entry that is at most `value`; -1 where all are above. */
export function lastAtMost(values: ArrayLike<number>, value: number, low = 0, high = values.length): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** First events of the instants, in order. */
function instantsOf({ n, t }: Times): Int32Array {
  const first: number[] = [];
  for (let e = 0; e < n; e++) if (e === 0 || t[e] !== t[e - 1]) first.push(e);
  return Int32Array.from(first);
}

/** Room for an instant of `m` events, in steps: all of it for a few, ever less for many. */
function stretch(m: number): number {
  return m <= 30 ? m - 1 : 29 + Math.sqrt(m - 30) * 3;
}

/** Share of the whole length that instants take in `scale`: a long run is read zoomed in anyway. */
function stretchShare(n: number): number {
  const decades = Math.min(1, Math.max(0, (Math.log10(n) - 2) / 2));
  return 0.45 - 0.3 * decades;
}

class Positions implements TimeMap {
  readonly positions: Float64Array;
  readonly gaps: Gap[] = [];
  readonly length: number;
  /** Between the two events that are closest to each other. */
  readonly closest: number;

  constructor(
    readonly mode: TimeMode,
    private readonly trace: Times,
    readonly instants: Int32Array,
  ) {
    this.positions = new Float64Array(trace.n);
    if (mode === "scale") this.placeToScale();
    else this.placeBySteps();
    this.length = trace.n === 0 ? 1 : this.positions[trace.n - 1] + PAD;
    this.closest = this.positions.reduce((least, u, e) => (e === 0 ? least : Math.min(least, u - this.positions[e - 1])), this.length);
  }

  private size(instant: number): number {
    const next = instant + 1 < this.instants.length ? this.instants[instant + 1] : this.trace.n;
    return next - this.instants[instant];
  }

  private placeToScale(): void {
    const { n, t } = this.trace;
    if (n === 0) return;
    const total = Number(t[n - 1] - t[0]);
    let stretched = 0;
    for (let i = 0; i < this.instants.length; i++) stretched += stretch(this.size(i));
    const share = total === 0 ? 1 : stretched === 0 ? 0 : stretchShare(n);
    const perStep = stretched === 0 ? 0 : (share * n) / stretched;
    const perNano = total === 0 ? 0 : ((1 - share) * n) / total;
    const least = n * 1e-9;
    let before = 0;
    for (let i = 0; i < this.instants.length; i++) {
      const first = this.instants[i];
      const size = this.size(i);
      const room = stretch(size);
      const start = PAD + perNano * Number(t[first] - t[0]);
      for (let k = 0; k < size; k++) {
        const inside = size === 1 ? 0 : (room * k) / (size - 1);
        this.positions[first + k] = start + perStep * (before + inside) + least * (first + k);
      }
      before += room;
    }
  }

  private placeBySteps(): void {
    const { t } = this.trace;
    const unit = this.mode === "compressed" ? this.unitOfTime() : 1;
    let place = PAD;
    for (let i = 0; i < this.instants.length; i++) {
      const first = this.instants[i];
      const size = this.size(i);
      if (i > 0) {
        const duration = t[first] - t[first - 1];
        const steps = this.mode === "step" ? 1.6 : Math.max(SHORTEST, Number(duration) / unit);
        if (steps > LONGEST) this.gaps.push({ from: place, to: place + LONGEST, duration });
        place += Math.min(steps, LONGEST);
      }
      for (let k = 0; k < size; k++) this.positions[first + k] = place + k;
      place += size - 1;
    }
  }

  /** Nanoseconds that are drawn as long as one event: two thirds of a short time between instants. */
  private unitOfTime(): number {
    const { t } = this.trace;
    const durations: number[] = [];
    for (let i = 1; i < this.instants.length; i++) durations.push(Number(t[this.instants[i]] - t[this.instants[i] - 1]));
    if (durations.length === 0) return 1;
    durations.sort((a, b) => a - b);
    return durations[durations.length >> 2] / 1.5;
  }

  of(e: EventIndex): number {
    return e < 0 ? 0 : this.positions[Math.min(e, this.trace.n - 1)];
  }

  event(u: number): EventIndex {
    return lastAtMost(this.positions, u);
  }

  /** Number of the instant that an event belongs to. */
  instantOf(e: EventIndex): number {
    return lastAtMost(this.instants, e);
  }

  at(t: bigint): number {
    const { n, t: times } = this.trace;
    if (n === 0) return 0;
    let low = 0;
    let high = n;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle] < t) low = middle + 1;
      else high = middle;
    }
    if (low === n) return this.length;
    if (low === 0 || times[low] === t) return this.positions[low];
    const part = Number(t - times[low - 1]) / Number(times[low] - times[low - 1]);
    return this.positions[low - 1] + part * (this.positions[low] - this.positions[low - 1]);
  }

  time(u: number): bigint {
    const { n, t } = this.trace;
    const e = this.event(u);
    if (n === 0) return 0n;
    if (e < 0) return t[0];
    if (e === n - 1 || t[e + 1] === t[e]) return t[e];
    const part = (u - this.positions[e]) / (this.positions[e + 1] - this.positions[e]);
    const found = t[e] + BigInt(Math.round(part * Number(t[e + 1] - t[e])));
    return found < t[e + 1] ? found : t[e + 1] - 1n;
  }

  ticks(u0: number, u1: number, count: number): { u: number; label: string }[] {
    return this.mode === "scale" ? this.roundTicks(u0, u1, count) : this.instantTicks(u0, u1, count);
  }

  /** Round times, not closer than the count allows. */
  private roundTicks(u0: number, u1: number, count: number): { u: number; label: string }[] {
    const [t0, t1] = [this.time(u0), this.time(u1)];
    const step = roundUp((t1 - t0) / BigInt(Math.max(1, Math.round(count))));
    const ticks: { u: number; label: string }[] = [];
    const apart = ((u1 - u0) / count) * 0.7;
    let last = -Infinity;
    let base: bigint | null = null;
    for (let t = ((t0 + step - 1n) / step) * step; t <= t1; t += step) {
      const u = this.at(t);
      if (u < u0 || u > u1 || u - last < apart) continue;
      const label = base === null ? durationText(t) : `+${durationText(t - base)}`;
      if (base === null && t > 2_000n * step) base = t;
      ticks.push({ u, label });
      last = u;
    }
    return ticks.length > 0 || t1 > t0 ? ticks : this.instantTicks(u0, u1, count);
  }

  /** Instants, where they begin; where several are in the room of one label, the first of them. */
  private instantTicks(u0: number, u1: number, count: number): { u: number; label: string }[] {
    const ticks: { u: number; label: string }[] = [];
    const apart = (u1 - u0) / count;
    const grain = roundUp((this.time(u1) - this.time(u0)) / 2_000n);
    let i = Math.max(0, this.instantOf(this.event(u0)));
    while (i < this.instants.length) {
      const e = this.instants[i];
      const u = this.positions[e];
      if (u > u1) break;
      if (u >= u0) ticks.push({ u, label: roundedText(this.trace.t[e], grain) });
      i = Math.max(i + 1, this.instantOf(this.event(Math.max(u, u0) + apart)));
      if (i < this.instants.length && this.positions[this.instants[i]] < u + apart) i++;
    }
    return ticks;
  }
}

/** The map with what the timeline needs besides: the positions themselves and the instants. */
export type PositionMap = Positions;

const made = new WeakMap<Times, Partial<Record<TimeMode, Positions>>>();

/** The map of a trace in a mode; made once. */
export function timeMap(trace: Times, mode: TimeMode): PositionMap {
  let maps = made.get(trace);
  if (maps === undefined) made.set(trace, (maps = {}));
  return (maps[mode] ??= new Positions(mode, trace, maps.scale?.instants ?? maps.step?.instants ?? instantsOf(trace)));
}

/** The same place in another map: as far between the same two events. */
export function carryOver(u: number, from: PositionMap, to: PositionMap): number {
  const e = from.event(u);
  const [a, b] = [e < 0 ? 0 : from.positions[e], e + 1 < from.positions.length ? from.positions[e + 1] : from.length];
  const [c, d] = [e < 0 ? 0 : to.positions[e], e + 1 < to.positions.length ? to.positions[e + 1] : to.length];
  return b > a ? c + ((u - a) / (b - a)) * (d - c) : c;
}
