/** The part of the run that is in sight, as fractions of the map's length: moved and zoomed without leaving it. */

export interface Window {
  from: number;
  to: number;
}

/** Below this a double cannot tell the places of a long run apart. */
export const SMALLEST = 1e-12;

/** The window that is `width` wide and begins at `from`, or as near to that as there is room. */
export function placed(from: number, width: number): Window {
  const room = Math.max(SMALLEST, Math.min(1, width));
  const begin = Math.max(0, Math.min(1 - room, from));
  return { from: begin, to: begin + room };
}

/** Zoomed by a factor (above 1: closer), not below `least`, with the place at `part` (0 .. 1) of the window where it was. */
export function zoomed({ from, to }: Window, factor: number, part: number, least = SMALLEST): Window {
  const width = Math.max(Math.min(least, to - from), Math.min(1, (to - from) / factor));
  return placed(from + (to - from - width) * part, width);
}

/** Moved by a part of its own width. */
export function panned({ from, to }: Window, part: number): Window {
  return placed(from + (to - from) * part, to - from);
}

/** Moved as little as needed for a place to be at least `margin` (a part of the width) inside; in the middle where it was far away. */
export function revealing(window: Window, place: number, margin = 0.1): Window {
  const { from, to } = window;
  const width = to - from;
  if (place >= from + width * margin && place <= to - width * margin) return window;
  if (place < from - width || place > to + width) return placed(place - width / 2, width);
  return place < from + width * margin ? placed(place - width * margin, width) : placed(place - width * (1 - margin), width);
}
