/** Where somebody wants to go: `1.5s`, `+200ms`, `-1s`, `#123`. A number without a unit is milliseconds, as in Elixir. */

import type { EventIndex, Model, Trace } from "./types";

const UNITS: Record<string, bigint> = {
  ns: 1n, us: 1_000n, "µs": 1_000n, "μs": 1_000n, ms: 1_000_000n, s: 1_000_000_000n, min: 60_000_000_000n,
  h: 3_600_000_000_000n, d: 86_400_000_000_000n,
};
const AMOUNT = /(\d+)(?:\.(\d+))?\s*([a-z\u00b5\u03bc]*)\s*/gy;

/** Nanoseconds of `1.5s` or `1 h 30 min`; null where it is no duration. */
export function nanoseconds(text: string): bigint | null {
  let sum = 0n;
  let end = 0;
  for (const match of text.matchAll(AMOUNT)) {
    const [whole, digits = "", fraction = "", unit = ""] = match;
    const size = UNITS[unit || "ms"];
    if (size === undefined) return null;
    sum += (BigInt(digits + fraction) * size) / 10n ** BigInt(fraction.length);
    end = match.index + whole.length;
  }
  return end > 0 && end === text.length ? sum : null;
}

/** A moment of the run: an event, or, with `at`, a time after it at which nothing happens. */
export interface Moment {
  cursor: EventIndex;
  /** Nanoseconds in digits, or null. */
  at: string | null;
}

/** The virtual time that is looked at; null before the start. */
export function timeOf({ cursor, at }: Moment, trace: Pick<Trace, "t">): bigint | null {
  if (at !== null) return BigInt(at);
  return cursor < 0 ? null : trace.t[cursor];
}

/** The moment of a time: what happens last at it, or the quiet after what happened last before it. */
export function momentAt(t: bigint, model: Model): Moment {
  const cursor = model.lastAt(t);
  const { n, t: times } = model.trace;
  const quiet = cursor >= 0 && cursor < n - 1 && times[cursor] < t;
  return { cursor, at: quiet ? String(t) : null };
}

/** The moment meant by a text, seen from another; or a complaint. */
export function moment(text: string, model: Model, from: Moment): Moment | { complaint: string } {
  const wanted = text.trim().replaceAll("_", "").replaceAll("−", "-");
  const { trace } = model;
  const number = /^#\s*(\d{1,9})$/.exec(wanted);
  if (number) {
    const e = Number(number[1]);
    return e < trace.n ? { cursor: e, at: null } : { complaint: `the last event is #${trace.n - 1}` };
  }
  const sign = /^[+-]/.exec(wanted)?.[0];
  const duration = nanoseconds(sign ? wanted.slice(1).trim() : wanted);
  if (duration === null) return { complaint: "write a time (1.5s), a time from here (+200ms, -1s) or an event (#123)" };
  const here = timeOf(from, trace) ?? 0n;
  return momentAt(sign === undefined ? duration : sign === "+" ? here + duration : here - duration, model);
}
