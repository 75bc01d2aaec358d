/** Durations in words, by the same rules as simulator/terms/durations.py. */

const UNITS: [string, bigint][] = [
  ["d", 86_400_000_000_000n],
  ["h", 3_600_000_000_000n],
  ["min", 60_000_000_000n],
  ["s", 1_000_000_000n],
  ["ms", 1_000_000n],
  ["µs", 1_000n],
  ["ns", 1n],
];
const HOUR = 3_600_000_000_000n;

/** `1.5 s`, `250 µs`, `0 ms`, `90 s`; from an hour on `1 h 30.5 s`. */
export function durationText(ns: bigint): string {
  if (ns === 0n) return "0 ms";
  if (ns < 0n) return `-${durationText(-ns)}`;
  const parts: string[] = [];
  let rest = ns;
  if (ns >= HOUR) {
    for (const [unit, size] of UNITS.slice(0, 3)) {
      if (rest >= size) parts.push(`${rest / size} ${unit}`);
      rest %= size;
    }
  }
  if (rest > 0n) parts.push(inOneUnit(rest));
  return parts.join(" ");
}

function inOneUnit(ns: bigint): string {
  const [unit, size] = UNITS.slice(3).find(([, size]) => ns >= size)!;
  const fraction = String(ns % size).padStart(String(size).length - 1, "0").replace(/0+$/, "");
  return fraction && size > 1n ? `${ns / size}.${fraction} ${unit}` : `${ns / size} ${unit}`;
}
