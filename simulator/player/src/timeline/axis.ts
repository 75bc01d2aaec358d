/** The axis of time, the instants at which several things happen, and the gaps that are shorter than they are. */
import { durationText } from "../durations";
import type { Draft } from "./draft";
import { along, AXIS, type Frame } from "./frame";
import { textWidth } from "./measure";

const TICKS_APART = { horizontal: 100, vertical: 34 };
/** More instants than this in sight say nothing. */
const MOST_INSTANTS = 250;
const SMALLEST_INSTANT = 5;
/** Of more events than this in sight no ties are marked. */
const MOST_TIES = 400;

/** First and last event of each instant in sight. */
function* instants(frame: Frame): Generator<[number, number]> {
  const { map } = frame;
  const from = Math.max(0, map.instantOf(frame.first));
  const to = map.instantOf(frame.last);
  if (to - from > MOST_INSTANTS) return;
  for (let i = from; i <= to; i++) {
    const next = i + 1 < map.instants.length ? map.instants[i + 1] : frame.model.trace.n;
    yield [map.instants[i], next - 1];
  }
}

/** Behind the lanes: faint bands for instants, hatched ones for gaps, and lines at the ticks. */
export function drawBackground(draft: Draft): void {
  const { frame, theme } = draft;
  const { cross, crossSize } = frame;
  for (const [first, last] of instants(frame)) {
    const [from, to] = [along(frame, frame.map.of(first)), along(frame, frame.map.of(last))];
    if (to - from >= SMALLEST_INSTANT) draft.box(theme.fill("band"), from - 3, cross, to - from + 6, crossSize);
  }
  for (const { u } of ticksOf(frame)) {
    const at = along(frame, u);
    draft.line(theme.line("pale", 1), at, cross, at, cross + crossSize);
  }
  for (const { from, to, duration } of frame.map.gaps) {
    if (to < frame.u0 || from > frame.u1) continue;
    gap(draft, along(frame, from), along(frame, to), durationText(duration));
  }
  draft.flush();
}

/** A gap: two torn edges, and the time that passes between them. */
function gap(draft: Draft, from: number, to: number, text: string): void {
  const { frame, theme } = draft;
  const room = to - from;
  if (room < 14) return;
  for (const at of [(from + to) / 2 - 3, (from + to) / 2 + 3]) {
    const points: number[] = [];
    for (let across = 0; across <= frame.crossSize; across += 6) points.push(at + ((across / 6) % 2 === 0 ? -2 : 2), frame.cross + across);
    draft.shape(theme.line("faint", 1), points);
  }
  const style = theme.text("quiet", 10.5, undefined, "center");
  const place = draft.place((from + to) / 2, frame.horizontal ? frame.cross + 9 : frame.cross + 44);
  draft.wish(2, () => draft.labels.put(text, style, [{ ...place, room: frame.horizontal ? Math.max(room + 20, 44) : 84 }]));
}

function ticksOf(frame: Frame): { u: number; label: string }[] {
  const apart = TICKS_APART[frame.horizontal ? "horizontal" : "vertical"];
  return frame.map.ticks(frame.u0, frame.u1, Math.max(2, frame.mainSize / apart));
}

/** The axis itself, which stays where it is. */
export function drawAxis(draft: Draft): void {
  const { frame, theme, pen } = draft;
  const { horizontal, plot } = frame;
  if (horizontal) pen.rects(theme.fill("paper"), [plot.x, 0, plot.width, AXIS.horizontal]);
  else pen.rects(theme.fill("paper"), [0, plot.y, AXIS.vertical, plot.height]);
  const edge = horizontal ? plot.y - 1 : plot.x - 1;
  for (const [first, last] of instants(frame)) bracket(draft, first, last, edge);
  draft.line(theme.line("faint", 1), frame.main, edge, frame.main + frame.mainSize, edge);
  drawTies(draft, edge);
  const ticks = ticksOf(frame).map(({ u, label }) => ({ at: along(frame, u), label }));
  for (const { at } of ticks) draft.line(theme.line("quiet", 1.2), at, edge - 5, at, edge);
  draft.flush();
  let free = -Infinity;
  for (const { at, label } of ticks) {
    const style = theme.text("quiet", 11.5, undefined, horizontal ? "left" : "right");
    const width = textWidth(label, style.font);
    if (horizontal) {
      if (at < free || at + width + 4 > frame.width) continue;
      pen.text(style, at + 2, 11, label);
      free = at + width + 12;
    } else {
      if (at < free || at + 8 > frame.height) continue;
      pen.text(style, edge - 8, Math.max(frame.main + 8, at), label);
      free = at + 18;
    }
  }
}

/** Where several processes could have run and one was chosen: two dots on the axis. */
function drawTies(draft: Draft, edge: number): void {
  const { frame, theme } = draft;
  const { trace } = frame.model;
  const tie = trace.kinds.indexOf("tie");
  if (tie < 0 || frame.last - frame.first > MOST_TIES) return;
  for (let e = frame.first; e <= frame.last; e++) {
    if (trace.kind[e] !== tie) continue;
    const at = along(frame, frame.map.of(e));
    for (const off of [-2.5, 2.5]) draft.disc(theme.fill("accent"), at + off, edge - 8, 1.9);
    const { x, y } = draft.place(at, edge - 8);
    draft.hits.box(x - 5, y - 5, 10, 10, { what: "event", index: e });
  }
}

/** What happens at one instant, in brackets. */
function bracket(draft: Draft, first: number, last: number, edge: number): void {
  const { frame, theme } = draft;
  const [from, to] = [along(frame, frame.map.of(first)), along(frame, frame.map.of(last))];
  if (to - from < SMALLEST_INSTANT) return;
  const begin = Math.max(frame.main, from - 3);
  const end = Math.min(frame.main + frame.mainSize, to + 3);
  if (end <= begin) return;
  const style = theme.line("quiet", 1.5);
  draft.line(style, begin, edge - 3, end, edge - 3);
  if (begin > frame.main) draft.line(style, begin, edge - 3, begin, edge);
  if (end < frame.main + frame.mainSize) draft.line(style, end, edge - 3, end, edge);
}
