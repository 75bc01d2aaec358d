/** What moves without the picture below being drawn again: the cursor, the selection, what is under the pointer, a region. */
import { durationText } from "../durations";
import type { Draft } from "./draft";
import { timeOf } from "../moment";
import { along, alongEnd, alongEvent, anatomy, AXIS, middle, middleOf, type Frame } from "./frame";
import type { Hit } from "./hits";
import { textWidth } from "./measure";
import { drawNotes } from "./notes";
import type { Pen, Style } from "./pen";
import { route } from "./routes";
import { star } from "./shapes";
import type { Theme } from "./theme";
import { tracksOf } from "./tracks";

export interface Marks {
  hover: Hit | null;
  /** Where that was drawn. */
  over: Frame;
  /** Pixels along time between which the pointer marks a region, or null. */
  region: [number, number] | null;
  /** Where along the axis times are written: one that the cursor's flag would cover in part is not to be seen. */
  times: readonly { from: number; to: number }[];
}

type Corner = [x: number, y: number, width: number, height: number];

function box(frame: Frame, along: number, across: number, length: number, breadth: number): Corner {
  return frame.horizontal ? [along, across, length, breadth] : [across, along, breadth, length];
}

function segment(frame: Frame, along1: number, across1: number, along2: number, across2: number): Corner {
  return frame.horizontal ? [along1, across1, along2, across2] : [across1, along1, across2, along2];
}

export function drawOverlay(frame: Frame, usual: Theme, pen: Pen, marks: Marks): void {
  const theme = usual.enlarged(frame.large);
  const { plot, view } = frame;
  if (frame.model.trace.n === 0) return;
  pen.clip(plot.x, plot.y, plot.width, plot.height);
  wash(frame, theme, pen);
  if (view.selection !== null) mark(frame, theme, pen, view.selection, { stroke: theme.colour.accent, width: 4, alpha: 0.45 });
  if (marks.hover !== null) mark(marks.over, theme, pen, marks.hover, { stroke: theme.colour.ink, width: 4, alpha: 0.22 });
  if (marks.region !== null) {
    const [from, to] = marks.region;
    pen.rects({ fill: theme.colour.accent, alpha: 0.16 }, box(frame, Math.min(from, to), frame.cross, Math.abs(to - from), frame.crossSize));
  }
  pen.unclip();
  bookmarks(frame, theme, pen);
  cursor(frame, theme, pen, marks.times);
  drawNotes(frame, theme, pen);
}

/** A star on the axis for each. */
function bookmarks(frame: Frame, theme: Theme, pen: Pen): void {
  const stars: number[][] = [];
  for (const e of frame.view.bookmarks) {
    const at = alongEvent(frame, e);
    if (at < frame.main || at > frame.main + frame.mainSize) continue;
    const [x, y] = segment(frame, at, frame.cross - 10, 0, 0);
    stars.push(star(x, y, 7));
  }
  if (stars.length > 0) pen.shapes({ fill: theme.colour.note, stroke: theme.colour.paper, width: 0.7 }, stars);
}

/** What has not happened yet is paler. */
function wash(frame: Frame, theme: Theme, pen: Pen): void {
  const { cursor: e } = frame.view;
  if (e <= 0 || e >= frame.model.trace.n - 1) return;
  const from = Math.max(frame.main, cursorAlong(frame) + 1);
  const length = frame.main + frame.mainSize - from;
  if (length > 0) pen.rects(theme.fill("paper", 0.4), box(frame, from, frame.cross, length, frame.crossSize));
}

function mark(frame: Frame, theme: Theme, pen: Pen, hit: Hit, style: Style): void {
  if (hit.what === "message") {
    markMessage(frame, pen, hit.index, style);
    const pair = pairOf(frame, hit.index);
    if (pair >= 0) markMessage(frame, pen, pair, { ...style, width: 2.5 });
  } else if (hit.what === "event") {
    const across = middleOf(frame, frame.model.processOf(frame.model.trace.pid[hit.index]));
    if (Number.isNaN(across)) return;
    const [x, y] = segment(frame, alongEvent(frame, hit.index), across, 0, 0);
    pen.discs({ ...style, alpha: 0.9, width: 2 }, [x, y, 9]);
  } else if (hit.what === "process") {
    const row = frame.rows.rows[frame.rows.rowOf[hit.index]];
    if (row === undefined) return;
    pen.rects({ fill: theme.colour.accent, alpha: 0.1 }, box(frame, frame.main, middle(frame, row) - row.size / 2, frame.mainSize, row.size));
  } else if (hit.what === "strip" || hit.what === "callback") markInterval(frame, pen, hit, style);
}

function markInterval(frame: Frame, pen: Pen, hit: Hit & { process: number }, style: Style): void {
  const row = frame.rows.rows[frame.rows.rowOf[hit.process]];
  if (row === undefined || row.kind === "group") return;
  const { from, to } = hit.what === "strip" ? frame.model.strips[hit.process].at(hit.index) : frame.model.callbacks.at(hit.index);
  const begin = Math.max(frame.main - 9, alongEvent(frame, from));
  const end = Math.min(frame.main + frame.mainSize + 9, alongEnd(frame, to));
  const { strip } = anatomy(frame, row);
  pen.rects({ ...style, width: 2 }, box(frame, begin, middle(frame, row) - strip - 1, end - begin, 2 * strip + 2));
}

/** The reply of a call, the call of a reply. */
function pairOf(frame: Frame, index: number): number {
  const { messages, calls, messageAt } = frame.model;
  const { kind, pair } = messages.at(index);
  if (pair < 0 || (kind !== "call" && kind !== "reply")) return -1;
  const e = kind === "call" ? calls.at(pair).reply : calls.at(pair).call;
  const found = e < 0 ? -1 : messageAt[e];
  return found === index ? -1 : found;
}

function markMessage(frame: Frame, pen: Pen, index: number, style: Style): void {
  const way = route(frame, tracksOf(frame.model), index);
  if (way === null) return;
  const limit = frame.main + frame.mainSize + 2_000;
  pen.lines(style, segment(frame, way.from, way.fromAcross, Math.min(way.to, limit), way.toAcross));
  if (way.wait > way.to) pen.lines(style, segment(frame, way.to, way.toAcross, Math.min(way.wait, limit), way.toAcross));
}

function cursor(frame: Frame, theme: Theme, pen: Pen, times: Marks["times"]): void {
  const { model, view } = frame;
  const at = cursorAlong(frame);
  if (at < frame.main - 1 || at > frame.main + frame.mainSize + 1) return;
  const line = theme.line("accent", 2);
  pen.lines(line, segment(frame, at, frame.cross - 8, at, frame.cross + frame.crossSize));
  const time = durationText(timeOf(view, model.trace) ?? 0n);
  const text = view.cursor < 0 ? "start" : view.at === null ? `${time} · ${view.cursor}` : time;
  const style = { ...theme.text("paper", 11, 600, "center"), colour: theme.colour.paper };
  const width = textWidth(text, style.font) + 12;
  if (frame.horizontal) {
    const x = Math.max(frame.main, Math.min(frame.width - width, at - width / 2));
    for (const { from, to } of times) if (to > x - 3 && from < x + width + 3) pen.rects(theme.fill("paper"), [from - 1, 2, to - from + 2, 18]);
    pen.rects(theme.fill("accent"), [x, 2, width, 18]);
    pen.text(style, x + width / 2, 11.5, text);
    pen.shapes(theme.fill("accent"), [[at - 5, 20, at + 5, 20, at, AXIS.horizontal]]);
  } else {
    const y = Math.max(frame.main, Math.min(frame.height - 18, at - 9));
    const wide = Math.min(width, AXIS.vertical - 8);
    for (const { from, to } of times) if (to > y - 2 && from < y + 20) pen.rects(theme.fill("paper"), [0, from, AXIS.vertical - 12, to - from]);
    pen.rects(theme.fill("accent"), [2, y, wide, 18]);
    pen.text(style, 2 + wide / 2, y + 9.5, width > wide ? time : text);
    pen.shapes(theme.fill("accent"), [[2 + wide, at - 5, 2 + wide, at + 5, AXIS.vertical, at]]);
  }
}

/** Pixel along time of what is looked at. */
function cursorAlong(frame: Frame): number {
  const { cursor, at } = frame.view;
  return cursor < 0 ? frame.main : at === null ? alongEvent(frame, cursor) : along(frame, frame.map.at(BigInt(at)));
}

/** Is a place on the cursor's line, or on its handle? */
export function onCursor(draft: Draft, x: number, y: number): boolean {
  const { frame } = draft;
  const place = frame.horizontal ? x : y;
  const at = cursorAlong(frame);
  return Math.abs(place - at) <= 4;
}
