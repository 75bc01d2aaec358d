/** Where events are denser than pixels: how many there are, as bars whose height and depth of colour grow with the number. */
import { lastAtMost } from "../timemap";
import type { Draft } from "./draft";

const BIN = 3;
const LEVELS = 6;

/** Bars for the events of a lane or a group, in a band across time. */
export function activity(draft: Draft, events: ArrayLike<number>, across: number, breadth: number): void {
  const { frame, theme } = draft;
  let from = lastAtMost(events, frame.first - 1) + 1;
  const end = lastAtMost(events, frame.last) + 1;
  const counts: number[] = [];
  let most = 1;
  for (let pixel = 0; pixel < frame.mainSize; pixel += BIN) {
    const e = frame.map.event(frame.u0 + (pixel + BIN) / frame.scale);
    const to = Math.min(end, lastAtMost(events, e, from) + 1);
    counts.push(to - from);
    most = Math.max(most, to - from);
    from = Math.max(from, to);
  }
  counts.forEach((count, i) => {
    if (count === 0) return;
    const level = Math.ceil(LEVELS * Math.sqrt(count / most));
    const height = breadth * (0.35 + (0.65 * level) / LEVELS);
    draft.box(theme.fill("run", 0.2 + 0.11 * level), frame.main + i * BIN, across + (breadth - height) / 2, BIN, height);
  });
}
