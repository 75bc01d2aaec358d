/**
 * Where strips are denser than pixels: which share of each bin its processes work, run, are blocked, are ready or wait,
 * and how full the fullest mailbox is. A share is of the length on the axis, so what is seen is what one would see
 * closer, averaged; nothing of it depends on which strip happens to lie under a pixel.
 */
import { STATES } from "../model/strips";
import { lastAtMost, type PositionMap } from "../timemap";
import type { Lane, StripState } from "../types";
import type { ColourName } from "./theme";

/** From the foot of a stack to its top. */
export const CLASSES: { name: string; states: StripState[]; fill: ColourName; alpha: number }[] = [
  { name: "works", states: ["work"], fill: "work", alpha: 0.55 },
  { name: "runs", states: ["running"], fill: "run", alpha: 0.55 },
  { name: "blocked", states: ["call"], fill: "call", alpha: 0.5 },
  { name: "ready", states: ["ready"], fill: "faint", alpha: 0.5 },
  { name: "waits", states: ["receive", "sleep", "event", "hibernate"], fill: "pale", alpha: 0.6 },
];
/** By number of the state; -1 where it is none of them. */
const CLASS = STATES.map((state) => CLASSES.findIndex(({ states }) => states.includes(state)));

/** Bins of a whole run: closer looks at a part of it are added up from its strips. */
const WHOLE = 4096;

/** What shares are made of: strips and mailbox depths of one process or of many. */
export interface Source {
  strips: readonly Lane[];
  depth: readonly { at: ArrayLike<number>; depth: ArrayLike<number> }[];
}

export interface Shares {
  bins: number;
  /** Class by class, a value a bin: processes, on the average over the bin. */
  values: Float64Array;
  /** The deepest mailbox in each bin. */
  deepest: Float64Array;
  /** The most processes alive in any bin. */
  most: number;
}

interface Whole {
  /** Sums of all bins before, class by class. */
  before: Float32Array;
  deepest: Float32Array;
  most: number;
}

/** Of so many lanes and groups the bins of the whole run are kept, 100 KB each: more than are ever seen at once. */
const KEPT = 256;
const known = new WeakMap<PositionMap, Map<object, Whole>>();

/** The shares of `bins` bins between two places; `key` is what the source belongs to. */
export function sharesOf(key: object, source: Source, map: PositionMap, u0: number, u1: number, bins: number): Shares {
  const whole = wholeOf(key, source, map);
  const grain = map.length / WHOLE;
  if ((u1 - u0) / bins < grain) return { ...added(source, map, u0, u1, bins), most: whole.most };
  const values = new Float64Array(CLASSES.length * bins);
  const deepest = new Float64Array(bins);
  const step = (u1 - u0) / bins / grain;
  const edge = (bin: number): number => u0 / grain + bin * step;
  for (let c = 0; c < CLASSES.length; c++) {
    let before = sumTo(whole.before, c, edge(0));
    for (let bin = 0; bin < bins; bin++) {
      const next = sumTo(whole.before, c, edge(bin + 1));
      values[c * bins + bin] = (next - before) / step;
      before = next;
    }
  }
  for (let bin = 0; bin < bins && source.depth.length > 0; bin++) {
    for (let k = Math.max(0, Math.floor(edge(bin))); k < Math.min(WHOLE, Math.ceil(edge(bin + 1))); k++) deepest[bin] = Math.max(deepest[bin], whole.deepest[k]);
  }
  return { bins, values, deepest, most: whole.most };
}

function wholeOf(key: object, source: Source, map: PositionMap): Whole {
  let wholes = known.get(map);
  if (wholes === undefined) known.set(map, (wholes = new Map<object, Whole>()));
  let whole = wholes.get(key);
  if (whole === undefined) {
    const { values, deepest, most } = added(source, map, 0, map.length, WHOLE);
    const before = new Float32Array(CLASSES.length * (WHOLE + 1));
    for (let c = 0; c < CLASSES.length; c++) {
      for (let k = 0, sum = 0; k < WHOLE; k++) before[c * (WHOLE + 1) + k + 1] = sum += values[c * WHOLE + k];
    }
    if (wholes.size === KEPT) wholes.delete(wholes.keys().next().value!);
    wholes.set(key, (whole = { before, deepest: Float32Array.from(source.depth.length > 0 ? deepest : []), most }));
  }
  return whole;
}

function sumTo(before: Float32Array, c: number, place: number): number {
  const at = Math.max(0, Math.min(WHOLE, place));
  const k = Math.min(WHOLE - 1, Math.floor(at));
  const offset = c * (WHOLE + 1) + k;
  return before[offset] + (at - k) * (before[offset + 1] - before[offset]);
}

/** Add up every strip that touches a window: its ends where they are, all bins between as steps of a running sum. */
function added({ strips, depth }: Source, map: PositionMap, u0: number, u1: number, bins: number): Shares {
  const values = new Float64Array(CLASSES.length * bins);
  const steps = new Float64Array(CLASSES.length * (bins + 1));
  const perBin = bins / (u1 - u0);
  const first = map.event(u0);
  for (const lane of strips) {
    const { from, state } = lane;
    const start = Math.max(0, lastAtMost(from, first));
    let next = start < from.length ? (map.of(from[start]) - u0) * perBin : bins;
    for (let i = start; i < from.length && next < bins; i++) {
      const c = CLASS[state[i]];
      const begin = Math.max(0, next);
      next = ((i + 1 < from.length ? map.of(from[i + 1]) : map.length) - u0) * perBin;
      const end = Math.min(bins, next);
      if (c < 0 || end <= begin) continue;
      const a = Math.floor(begin);
      const b = Math.min(bins - 1, Math.floor(end));
      if (a === b) values[c * bins + a] += end - begin;
      else {
        values[c * bins + a] += a + 1 - begin;
        values[c * bins + b] += end - b;
        steps[c * (bins + 1) + a + 1]++;
        steps[c * (bins + 1) + b]--;
      }
    }
  }
  let most = 0;
  const alive = new Float64Array(bins);
  for (let c = 0; c < CLASSES.length; c++) {
    let running = 0;
    for (let k = 0; k < bins; k++) {
      running += steps[c * (bins + 1) + k];
      alive[k] += values[c * bins + k] += running;
      most = Math.max(most, alive[k]);
    }
  }
  return { bins, values, deepest: depths(depth, map, u0, u1, bins), most };
}

function depths(all: Source["depth"], map: PositionMap, u0: number, u1: number, bins: number): Float64Array {
  const deepest = new Float64Array(bins);
  const perBin = bins / (u1 - u0);
  const first = map.event(u0);
  for (const { at, depth } of all) {
    for (let i = Math.max(0, lastAtMost(at, first)); i < at.length; i++) {
      const from = Math.max(0, (map.of(at[i]) - u0) * perBin);
      if (from >= bins) break;
      if (depth[i] === 0) continue;
      const to = Math.min(bins, ((i + 1 < at.length ? map.of(at[i + 1]) : map.length) - u0) * perBin);
      for (let k = Math.floor(from); k < to; k++) deepest[k] = Math.max(deepest[k], depth[i]);
    }
  }
  return deepest;
}

/** How many of the classes say that a process does something, or would. */
export const BUSY = 4;

/** A run that is everywhere as busy as this part of its busiest bin has no highs and lows to show. */
const EVEN = 0.75;
const LOW = 0.4;

/**
 * The number of processes that has all the height: the most that do something in any bin. Of a run that is everywhere
 * the same a band at the foot says so better than a block.
 */
export function busiest({ values, bins }: Shares): number {
  const sums = new Float64Array(bins);
  for (let c = 0; c < BUSY; c++) for (let bin = 0; bin < bins; bin++) sums[bin] += values[c * bins + bin];
  const most = sums.reduce((so, sum) => Math.max(so, sum), 0);
  const calm = sums.sort()[Math.floor(bins / 10)];
  return calm >= EVEN * most ? most / LOW : most;
}

/** The parts of one bin's stack, from its foot: where each begins and how high it is, where `most` processes are `breadth` high. */
export function stack(
  shares: Shares, bin: number, breadth: number, use: (c: number, from: number, height: number) => void, most = shares.most, classes = CLASSES.length,
): void {
  let from = 0;
  for (let c = 0; c < classes; c++) {
    const height = (shares.values[c * shares.bins + bin] / Math.max(1e-12, most)) * breadth;
    if (height < 0.02) continue;
    use(c, from, height);
    from += height;
  }
}
