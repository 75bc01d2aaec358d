/** Where the labels of an axis stand: at round times, and within an instant at its steps. */
import { durationText } from "./durations";
import { DAY, decade, roundUp, YEAR } from "./rounding";

export interface Tick {
  u: number;
  label: string;
  /** `time`: at that time. `step`: within an instant, in which no time passes. */
  kind: "time" | "step";
}

/** What an axis must know of the map of time. */
export interface Axis {
  readonly mode: string;
  readonly instants: ArrayLike<number>;
  at(t: bigint): number;
  time(u: number): bigint;
  event(u: number): number;
  of(e: number): number;
  instantOf(e: number): number;
  size(instant: number): number;
  box(instant: number): { from: number; to: number };
}

/** Times after so many steps are told as from the first one on: they would have too many digits. */
const FAR = 2_000n;
/** Of the room of a label, the least between two of them. */
const APART = 0.7;
const POWERS = [1n, 5n, 2n];

/** Ticks between two places, about `count` of them at most. */
export function ticksOf(axis: Axis, t: ArrayLike<bigint>, u0: number, u1: number, count: number): Tick[] {
  const apart = ((u1 - u0) / Math.max(1, count)) * APART;
  const even = axis.mode === "scale" || axis.mode === "strict" ? evenTimes(axis, u0, u1, count) : roundestTimes(axis, t, u0, u1, count);
  const times = even.map(({ u, t: time }) => ({ u, time }));
  const ticks = thinned(withLabels(times), apart);
  const all = [...ticks, ...stepTicks(axis, u0, u1, apart, ticks)].sort((a, b) => a.u - b.u);
  if (all.length > 0) return all;
  const middle = (u0 + u1) / 2;
  return [{ u: middle, label: durationText(axis.time(middle)), kind: "time" }];
}

interface Place {
  u: number;
  t: bigint;
}

/** Multiples of one round duration. */
function evenTimes(axis: Axis, u0: number, u1: number, count: number): Place[] {
  const [t0, t1] = [axis.time(u0), axis.time(u1)];
  const passes = axis.event(u0) < axis.event(u1) || t1 > t0;
  if (!passes) return [];
  const step = roundUp((t1 - t0) / BigInt(Math.max(1, Math.round(count))));
  const found: Place[] = [];
  for (let t = ((t0 + step - 1n) / step) * step; t <= t1; t += step) {
    const u = axis.at(t);
    if (u >= u0 && u <= u1) found.push({ u, t });
  }
  return found;
}

/** In each stretch of the room of a label the roundest time at which something happens or that lies between. */
function roundestTimes(axis: Axis, t: ArrayLike<bigint>, u0: number, u1: number, count: number): Place[] {
  const found: Place[] = [];
  const slots = Math.max(1, Math.round(count));
  for (let i = 0; i < slots; i++) {
    const [from, to] = [u0 + ((u1 - u0) * i) / slots, u0 + ((u1 - u0) * (i + 1)) / slots];
    const [low, high] = [axis.time(from), axis.time(to)];
    const begins = i === 0 || axis.at(low) >= from ? low : low + 1n;
    if (begins > high) continue;
    const time = roundest(begins, high);
    const u = axis.at(time);
    const first = t.length > 0 && time < t[0] ? axis.of(0) : u;
    if (first >= u0 && first <= u1) found.push({ u: first, t: time });
  }
  return found;
}

/** The time in a range with the fewest digits: of years where there are some, of days, else of nanoseconds. */
export function roundest(low: bigint, high: bigint): bigint {
  if (low >= high || low === 0n) return low;
  return [YEAR, DAY].map((unit) => roundestOf(unit, low, high)).find((time) => time !== null) ?? roundestOf(1n, low, high) ?? low;
}

/** Of the multiples of a unit in a range the one with the fewest digits, or null. */
function roundestOf(unit: bigint, low: bigint, high: bigint): bigint | null {
  let best: bigint | null = null;
  for (let power = unit; power <= high; power *= 10n) {
    for (const factor of POWERS) {
      const grain = power * factor;
      const multiple = ((low + grain - 1n) / grain) * grain;
      if (multiple <= high) best = multiple;
    }
  }
  return best;
}

/** As a duration, but whole years as such. */
function timeText(time: bigint): string {
  return time > 0n && time % YEAR === 0n ? `${time / YEAR} y` : durationText(time);
}

function withLabels(times: { u: number; time: bigint }[]): Tick[] {
  const first = times[0]?.time ?? 0n;
  const step = times.length > 1 ? times[1].time - first : 0n;
  const far = step > 0n && first > FAR * step;
  return times.map(({ u, time }, i) => ({
    u, kind: "time", label: far && i > 0 ? `+${timeText(time - first)}` : timeText(time),
  }));
}

function thinned(ticks: Tick[], apart: number): Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) if (kept.length === 0 || tick.u - kept[kept.length - 1].u >= apart) kept.push(tick);
  return kept;
}

/** In boxes that are wide enough: which step of how many. */
function stepTicks(axis: Axis, u0: number, u1: number, apart: number, taken: Tick[]): Tick[] {
  const found: Tick[] = [];
  const [first, last] = [axis.instantOf(Math.max(0, axis.event(u0))), axis.instantOf(Math.max(0, axis.event(u1)))];
  if (last - first > 2 * ((u1 - u0) / apart)) return found;
  for (let i = Math.max(0, first); i <= last; i++) {
    const { from, to } = axis.box(i);
    const [low, high] = [Math.max(from, u0), Math.min(to, u1)];
    const size = axis.size(i);
    if (size < 2 || high - low < 1.6 * apart) continue;
    const every = Number(decade(BigInt(Math.max(1, Math.ceil((size * apart * 1.3) / (to - from))))));
    const start = axis.instants[i];
    const [begin, end] = [Math.max(start, axis.event(low)), Math.min(start + size - 1, axis.event(high))];
    for (let step = Math.ceil((begin - start + 1) / every) * every; start + step - 1 <= end; step += every) {
      const u = axis.of(start + step - 1);
      const free = [...taken, ...found].every((tick) => Math.abs(tick.u - u) >= apart);
      if (u >= u0 && u <= u1 && free) found.push({ u, label: `step ${step} of ${size}`, kind: "step" });
    }
  }
  return found;
}
