/** Round durations for the labels of an axis. */

const SECOND = 1_000_000_000n;
export const DAY = 86_400n * SECOND;
/** Of 365.25 days: what the axis of a run of centuries counts in. */
export const YEAR = 31_557_600n * SECOND;
const ROUND = [1n, 2n, 5n, 10n, 15n, 30n, 60n, 120n, 300n, 600n, 900n, 1_800n, 3_600n, 7_200n, 10_800n, 21_600n, 43_200n];

/** The smallest round duration that is at least `ns`: 1, 2, 5 of a power of ten; parts of minutes, hours, days; years. */
export function roundUp(ns: bigint): bigint {
  if (ns <= 1n) return 1n;
  if (ns <= SECOND) return decade(ns);
  const round = ROUND.map((seconds) => seconds * SECOND).find((candidate) => candidate >= ns);
  if (round !== undefined) return round;
  return 2n * ns > YEAR ? YEAR * decade((ns + YEAR - 1n) / YEAR) : DAY * decade((ns + DAY - 1n) / DAY);
}

/** 1, 2 or 5 times a power of ten, at least `value`. */
export function decade(value: bigint): bigint {
  let power = 1n;
  while (power * 10n <= value) power *= 10n;
  return [1n, 2n, 5n].map((factor) => power * factor).find((candidate) => candidate >= value) ?? power * 10n;
}
