/**
 * The one map between events, time and position.
 *
 * Each event has a place of its own, in order, so that what happens at one instant can be seen in its order.
 * An instant is a *box*, in which no time passes; what lies between two boxes is the *ground*, on which the place of
 * a time is in proportion. The modes differ in how long the ground and the boxes are:
 *
 * - `scale`: the ground is to scale, so equal durations are equally long on it; a box takes the room it needs, all
 *   of them together no more than {@link BOXES} of the whole.
 * - `strict`: the ground is to scale, and a box is as good as nothing until one zooms into it.
 * - `compressed`: the ground grows with the logarithm of the time that passes, longer ones are cut; boxes as they need.
 * - `step`: one step an event; between two instants a little room.
 */
import { ticksOf, type Tick } from "./ticks";
import type { EventIndex, TimeMap, TimeMode, Trace } from "./types";

export type Times = Pick<Trace, "n" | "t" | "instants">;
type Gap = { from: number; to: number; duration: bigint };

/** The share of the whole length that all boxes together take at most in `scale`. */
export const BOXES = 0.3;
/** And each event of a box, where there are few. */
const BOX_STEP = 0.012;
/** The same in `strict`: a pixel or two of a screen, and above the grain of a double at a million events. */
const STRICT_BOXES = 0.002;
/** Steps that the shortest and the longest stretch of ground are long in `compressed`. */
const SHORTEST = 1.5;
const LONGEST = 6;
/** In `compressed` boxes take at most this many times what the ground takes. */
const BOXES_TO_GROUND = 2;
/** And at most this many times it, whatever there is to be seen in them. */
const GROUND_LEAST = 3;
/** Ground that is shorter than it is by this factor, against the shortest, is drawn as a gap with its duration. */
const CUT = 3;
/** Steps before the first event and after the last, as a share of the length in the modes to scale. */
const PAD = 0.7;
const PAD_SHARE = 0.006;
/** Where the longest stretch without events is so many times the middle one, the short ones cannot be seen to scale. */
const MIXED = 128;
/** A run of one stretch of time has nothing to compare; with more events than this its boxes need the room. */
const FEW = 40;

/** Index of the last entry that is at most `value`; -1 where all are above. */
export function lastAtMost(values: ArrayLike<number>, value: number, low = 0, high = values.length): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Room for an instant of `m` events, in steps: all of it for a few, ever less for many. */
function stretch(m: number): number {
  return m <= 30 ? m - 1 : 29 + Math.sqrt(m - 30) * 3;
}

/** The map with what the timeline needs besides: the instants and their boxes. */
export interface PositionMap extends TimeMap {
  /** What it is the map of. */
  readonly trace: Times;
  /** First events of the instants. */
  readonly instants: Int32Array;
  /** Between the two events that are closest to each other. */
  readonly closest: number;
  /** How many events an instant has. */
  size(instant: number): number;
  /** Where the box of an instant begins and ends: its first and its last event. */
  box(instant: number): { from: number; to: number };
  /** Position of the event after one; after the last the end. */
  next(e: EventIndex): number;
  /** Number of the instant that an event belongs to. */
  instantOf(e: EventIndex): number;
  /** How much of a stretch is ground: the time that passes in it, in units of the map. */
  ground(u0: number, u1: number): number;
  ticks(u0: number, u1: number, count: number): Tick[];
}

class Positions implements PositionMap {
  /** First events of the instants, where the box of each begins, and how far apart its events are, which their number tells. */
  readonly instants: Int32Array;
  private readonly begins: Float64Array;
  private readonly steps = new Map<number, number>();
  readonly gaps: Gap[] = [];
  readonly length: number;
  /** Between the two events that are closest to each other. */
  readonly closest: number;

  constructor(
    readonly mode: TimeMode,
    readonly trace: Times,
  ) {
    this.instants = trace.instants.firsts;
    this.begins = new Float64Array(this.instants.length);
    const toScale = mode === "scale" || mode === "strict";
    if (toScale) this.placeToScale();
    else this.placeBySteps();
    const pad = toScale ? trace.n * PAD_SHARE : PAD;
    this.length = trace.n === 0 ? 1 : this.of(trace.n - 1) + pad;
    this.closest = this.closestOf();
  }

  private closestOf(): number {
    let least = this.length;
    for (const [size, step] of this.steps) if (size > 1) least = Math.min(least, step);
    for (let i = 1; i < this.instants.length; i++) least = Math.min(least, this.begins[i] - this.of(this.instants[i] - 1));
    return least;
  }

  /** Instants of the same size have the same step. */
  private stepOf(size: number, room: (size: number) => number): void {
    if (!this.steps.has(size)) this.steps.set(size, size === 1 ? 0 : room(size) / (size - 1));
  }

  /** How many events an instant has. */
  size(instant: number): number {
    const next = instant + 1 < this.instants.length ? this.instants[instant + 1] : this.trace.n;
    return next - this.instants[instant];
  }

  /** Where the box of an instant begins and ends: its first and its last event. */
  box(instant: number): { from: number; to: number } {
    return { from: this.begins[instant], to: this.of(this.instants[instant] + this.size(instant) - 1) };
  }

  private placeToScale(): void {
    const { n, t } = this.trace;
    if (n === 0) return;
    const total = Number(t[n - 1] - t[0]);
    let stretched = 0;
    for (let i = 0; i < this.instants.length; i++) stretched += stretch(this.size(i));
    const most = this.mode === "strict" ? STRICT_BOXES : Math.min(BOXES, stretched * BOX_STEP);
    const share = total === 0 ? 1 : stretched === 0 ? 0 : most;
    const perStep = stretched === 0 ? 0 : (share * n) / stretched;
    const perNano = total === 0 ? 0 : ((1 - share) * n) / total;
    // Nothing to be seen, but enough for no two events to fall together.
    const least = n * 1e-9;
    let before = 0;
    for (let i = 0; i < this.instants.length; i++) {
      const first = this.instants[i];
      const size = this.size(i);
      this.stepOf(size, (events) => perStep * stretch(events) + (least * (events - 1)) / n);
      const start = n * PAD_SHARE + perNano * Number(t[first] - t[0]);
      this.begins[i] = start + perStep * before + (least * first) / n;
      before += stretch(size);
    }
  }

  private placeBySteps(): void {
    const { t } = this.trace;
    const { ground, boxes } = this.mode === "step" ? { ground: this.grounds(), boxes: null } : this.shared(this.grounds());
    const room = (size: number): number => (boxes === null ? size - 1 : boxes * stretch(size));
    let place = PAD;
    for (let i = 0; i < this.instants.length; i++) {
      const first = this.instants[i];
      const size = this.size(i);
      if (i > 0) {
        const duration = t[first] - t[first - 1];
        const length = ground[i - 1];
        if (length > CUT) this.gaps.push({ from: place, to: place + length, duration });
        place += length;
      }
      this.begins[i] = place;
      this.stepOf(size, room);
      place += room(size);
    }
  }

  /** How long each stretch of ground is: in `compressed` by the logarithm of its time, so that equal times stay equal. */
  private grounds(): Float64Array {
    const { t } = this.trace;
    const count = Math.max(0, this.instants.length - 1);
    if (this.mode === "step") return new Float64Array(count).fill(1.6);
    const logs = Float64Array.from({ length: count }, (_, i) => Math.log(Number(t[this.instants[i + 1]] - t[this.instants[i]])));
    const least = logs.reduce((low, log) => Math.min(low, log), Infinity);
    const most = logs.reduce((high, log) => Math.max(high, log), -Infinity);
    const span = Math.max(most - least, Math.LN10);
    return logs.map((log) => SHORTEST + ((LONGEST - SHORTEST) * (log - least)) / span);
  }

  /** How long a step of a box is beside the ground, and the ground where boxes would leave it too little. */
  private shared(ground: Float64Array): { ground: Float64Array; boxes: number } {
    const all = ground.reduce((sum, length) => sum + length, 0);
    let stretched = 0;
    for (let i = 0; i < this.instants.length; i++) stretched += stretch(this.size(i));
    if (all === 0 || stretched === 0) return { ground, boxes: 1 };
    const boxes = Math.min(1, Math.max(BOXES_TO_GROUND * all, 2 * FEW) / stretched);
    const longer = Math.max(1, (boxes * stretched) / (GROUND_LEAST * all));
    return { ground: ground.map((length) => length * longer), boxes };
  }

  of(e: EventIndex): number {
    if (e < 0) return 0;
    const event = Math.min(e, this.trace.n - 1);
    const instant = this.trace.instants.of(event);
    const later = event - this.instants[instant];
    return later === 0 ? this.begins[instant] : this.begins[instant] + later * this.steps.get(this.size(instant))!;
  }

  /** Position of the event after one; after the last the end. */
  next(e: EventIndex): number {
    return e + 1 < this.trace.n ? this.of(e + 1) : this.length;
  }

  event(u: number): EventIndex {
    const instant = lastAtMost(this.begins, u);
    if (instant < 0) return -1;
    const first = this.instants[instant];
    const size = this.size(instant);
    if (size === 1) return first;
    let later = Math.min(size - 1, Math.floor((u - this.begins[instant]) / this.steps.get(size)!));
    // What was divided and is multiplied again may be a grain off.
    if (later + 1 < size && this.of(first + later + 1) <= u) later++;
    else if (later > 0 && this.of(first + later) > u) later--;
    return first + later;
  }

  /** Number of the instant that an event belongs to. */
  instantOf(e: EventIndex): number {
    return e < 0 ? -1 : this.trace.instants.of(Math.min(e, this.trace.n - 1));
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
    const after = this.of(low);
    if (low === 0 || times[low] === t) return after;
    const part = Number(t - times[low - 1]) / Number(times[low] - times[low - 1]);
    const before = this.of(low - 1);
    return before + part * (after - before);
  }

  time(u: number): bigint {
    const { n, t } = this.trace;
    const e = this.event(u);
    if (n === 0) return 0n;
    if (e < 0) return t[0];
    if (e === n - 1 || t[e + 1] === t[e]) return t[e];
    const part = (u - this.of(e)) / (this.of(e + 1) - this.of(e));
    const found = t[e] + BigInt(Math.round(part * Number(t[e + 1] - t[e])));
    return found < t[e + 1] ? found : t[e + 1] - 1n;
  }

  /** How much of a stretch is ground: the time that passes in it, in units of the map. */
  ground(u0: number, u1: number): number {
    let sum = 0;
    const last = Math.min(this.instants.length - 2, this.instantOf(this.event(u1)));
    for (let i = Math.max(0, this.instantOf(this.event(u0))); i <= last; i++) {
      sum += Math.max(0, Math.min(u1, this.box(i + 1).from) - Math.max(u0, this.box(i).to));
    }
    return sum;
  }

  ticks(u0: number, u1: number, count: number): Tick[] {
    return this.trace.n === 0 ? [] : ticksOf(this, this.trace.t, u0, u1, count);
  }
}


const made = new WeakMap<Times, Partial<Record<TimeMode, Positions>>>();

/** The map of a trace in a mode; made once. */
export function timeMap(trace: Times, mode: TimeMode): PositionMap {
  let maps = made.get(trace);
  if (maps === undefined) made.set(trace, (maps = {}));
  return (maps[mode] ??= new Positions(mode, trace));
}

/** The same place in another map: as far between the same two events. */
export function carryOver(u: number, from: PositionMap, to: PositionMap): number {
  const e = from.event(u);
  const [a, b] = [from.of(e), from.next(e)];
  const [c, d] = [to.of(e), to.next(e)];
  return b > a ? c + ((u - a) / (b - a)) * (d - c) : c;
}

/** The words of each mode: on its button, and on the axis. */
export const MODES: Record<TimeMode, { name: string; words: string }> = {
  scale: { name: "to scale", words: "time to scale, an instant takes the room it needs" },
  strict: { name: "strict scale", words: "time strictly to scale, an instant has no width until one zooms in" },
  compressed: { name: "compressed", words: "time compressed, long times are cut" },
  step: { name: "by event", words: "every event takes the same room, whatever time passes" },
};

const DEFAULTS = new WeakMap<Times, TimeMode>();

/** The mode to begin with: what the scenario asks for; else to scale, where that can be read. */
export function startMode(trace: Trace): TimeMode {
  let mode = DEFAULTS.get(trace);
  if (mode === undefined) {
    const asked = trace.settings.view_time;
    mode = typeof asked === "string" && Object.hasOwn(MODES, asked) ? (asked as TimeMode) : readable(trace) ? "scale" : "compressed";
    DEFAULTS.set(trace, mode);
  }
  return mode;
}

/** Can durations be compared when they are to scale? Not where a millisecond stands beside a day. */
function readable(trace: Times): boolean {
  const instants = trace.instants.firsts;
  const count = instants.length - 1;
  if (count < 2) return trace.n <= FEW;
  const lengths = Float64Array.from({ length: count }, (_, i) => Number(trace.t[instants[i + 1]] - trace.t[instants[i]])).sort();
  return lengths[count - 1] < MIXED * lengths[(count - 1) >> 1];
}

