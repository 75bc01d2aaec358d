/** The axis of time, the boxes of instants, in which no time passes, and the gaps that are shorter than they are. */
import { durationText } from "../durations";
import type { Tick } from "../ticks";
import { MODES } from "../timemap";
import type { Draft } from "./draft";
import { along, AXIS, HEADER, type Frame } from "./frame";
import { fitted, textWidth } from "./measure";
import type { TextStyle } from "./pen";

const TICKS_APART = { horizontal: 100, vertical: 34 };
/** More instants than this in sight say nothing. */
const MOST_INSTANTS = 250;
/** Narrower boxes are not shaded. */
const SMALLEST_BOX = 1;
/** Of more instants than this only the round times are told. */
const MOST_TOLD = 24;
/** Pixels between two labels. */
const GAP = 9;
/** Of more events than this in sight no ties are marked. */
const MOST_TIES = 400;

/** First and last event of each instant in sight. */
function* instants(frame: Frame): Generator<[number, number]> {
  const { map } = frame;
  const from = Math.max(0, map.instantOf(frame.first));
  const to = map.instantOf(frame.last);
  if (to - from > MOST_INSTANTS) return;
  for (let i = from; i <= to; i++) {
    const next = i + 1 < map.instants.length ? map.instants[i + 1] : map.trace.n;
    yield [map.instants[i], next - 1];
  }
}

/** Behind the lanes: faint bands for the boxes of instants, torn edges for gaps, and lines at the ticks. */
export function drawBackground(draft: Draft): void {
  const { frame, theme } = draft;
  const { cross, crossSize } = frame;
  for (const [first, last] of instants(frame)) {
    const [from, to] = [along(frame, frame.map.of(first)), along(frame, frame.map.of(last))];
    if (to - from >= SMALLEST_BOX) draft.box(theme.fill("band"), from, cross, to - from, crossSize);
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
    draft.shape(theme.line("pale", 1.4), points);
  }
  const style = theme.text("quiet", 10.5, undefined, "center");
  const place = draft.place((from + to) / 2, frame.horizontal ? frame.cross + 9 : frame.cross + 44);
  draft.wish(2, () => draft.labels.put(text, style, [{ ...place, room: frame.horizontal ? Math.max(room + 20, 44) : 84 }]));
}

function ticksOf(frame: Frame): Tick[] {
  const apart = TICKS_APART[frame.horizontal ? "horizontal" : "vertical"];
  return frame.map.ticks(frame.u0, frame.u1, Math.max(2, frame.mainSize / apart));
}

/** Across: where the axis ends and the lanes begin. */
function edgeOf({ horizontal, plot }: Frame): number {
  return horizontal ? plot.y - 1 : plot.x - 1;
}

/** The axis itself, which stays where it is: a bar for each instant, a thin line where time passes, times where there is room. */
export function drawAxis(draft: Draft): void {
  const { frame, theme, pen } = draft;
  const { horizontal } = frame;
  if (horizontal) pen.rects(theme.fill("paper"), [0, 0, frame.width, AXIS.horizontal]);
  else pen.rects(theme.fill("paper"), [0, 0, AXIS.vertical, frame.height]);
  const edge = edgeOf(frame);
  draft.line(theme.line("faint", 1.4), frame.main, edge - 2, frame.main + frame.mainSize, edge - 2);
  for (const [first, last] of instants(frame)) bar(draft, first, last, edge);
  const ticks = ticksOf(frame).map((tick) => ({ ...tick, at: along(frame, tick.u) }));
  for (const { at, kind } of ticks) draft.line(theme.line(kind === "step" ? "faint" : "quiet", 1.2), at, edge - (kind === "step" ? 6 : 8), at, edge - 2);
  draft.flush();
  const free = new Free(frame, edge);
  const told = new Set<number>();
  for (const { at, u, label, kind } of ticks) {
    const instant = kind === "time" ? frame.map.instantOf(frame.map.event(u)) : -1;
    const box = instant >= 0 && frame.map.box(instant).from === u;
    if (box) told.add(instant);
    const place = box ? centre(frame, instant) : at;
    free.put(draft, place, label, kind === "step" ? theme.text("quiet", 10) : box ? theme.text("ink", 11.5, 600) : theme.text("quiet", 11.5));
  }
  for (const instant of fewInstants(frame)) {
    if (!told.has(instant)) free.put(draft, centre(frame, instant), durationText(frame.map.trace.t[frame.map.instants[instant]]), theme.text("ink", 11, 600));
  }
}

/** Instants whose own times can be told beside the round ones. */
function fewInstants(frame: Frame): number[] {
  const all = [...instants(frame)].map(([first]) => frame.map.instantOf(first));
  return all.length <= MOST_TOLD ? all : [];
}

/** The middle of what is in sight of an instant's box. */
function centre(frame: Frame, instant: number): number {
  const { from, to } = frame.map.box(instant);
  return (Math.max(frame.main, along(frame, from)) + Math.min(frame.main + frame.mainSize, along(frame, to))) / 2;
}

/** In the corner, over the names of the lanes, what the places along the axis mean. */
export function drawPromise(draft: Draft): void {
  const { frame, theme, pen } = draft;
  const style = theme.text("quiet", 10.5);
  const [x, y, room] = frame.horizontal ? [8, AXIS.horizontal / 2, frame.plot.x - 14] : [6, HEADER.vertical / 2, AXIS.vertical - 10];
  const { name } = MODES[frame.map.mode];
  const whole = `time ${name}`;
  pen.text(style, x, y, textWidth(whole, style.font) <= room ? whole : fitted(name, style.font, room));
}

/** The room for labels along the axis: who comes first takes it. */
class Free {
  private readonly taken: [number, number][] = [];

  constructor(private readonly frame: Frame, private readonly edge: number) {}

  put(draft: Draft, at: number, label: string, style: TextStyle): void {
    const { horizontal, main, mainSize, width, plot } = this.frame;
    if (at < main - 1 || at > main + mainSize + 1) return;
    const size = horizontal ? textWidth(label, style.font) : 12;
    const from = horizontal ? Math.max(plot.x + 2, Math.min(width - size - 2, at - size / 2)) : Math.max(main - 2, at - 6);
    if (this.taken.some(([a, b]) => from < b + GAP && from + size + GAP > a)) return;
    this.taken.push([from, from + size]);
    draft.times.push({ from, to: from + size });
    const { pen } = draft;
    if (horizontal) pen.text({ ...style, align: "left" }, from, 11, label);
    else pen.text({ ...style, align: "right" }, this.edge - 8, from + 6, fitted(label, style.font, AXIS.vertical - 12));
  }
}

/** Where several processes could have run and one was chosen: two dots on the axis. */
export function drawTies(draft: Draft): void {
  const { frame, theme } = draft;
  const edge = edgeOf(frame);
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
  draft.flush();
}

/** An instant: a bar as long as its box. */
function bar(draft: Draft, first: number, last: number, edge: number): void {
  const { frame, theme } = draft;
  const from = Math.max(frame.main - 1, along(frame, frame.map.of(first)) - 0.75);
  const to = Math.min(frame.main + frame.mainSize + 1, along(frame, frame.map.of(last)) + 0.75);
  if (to <= from) return;
  draft.box(theme.fill("ink"), from, edge - 4, to - from, 4);
  const { x, y } = draft.place(from, edge - 9);
  const [width, height] = frame.horizontal ? [to - from, 10] : [10, to - from];
  draft.hits.box(x, y, width, height, { what: "instant", index: frame.map.instantOf(first), process: -1 });
}
