/** What each process does: strips along its lane, the callbacks of servers on them, and how full its mailbox is. */
import { durationText } from "../durations";
import { lastAtMost } from "../timemap";
import type { Lane, ProcessIndex, Strip, StripState } from "../types";
import { drawDense, heat } from "./dense";
import type { Draft } from "./draft";
import { along, alongEnd, alongEvent, anatomy, depthHeight, middle, unitAt, type Anatomy, type Frame } from "./frame";
import type { Spot } from "./labels";
import { oneLine, textWidth } from "./measure";
import { BUSY, CLASSES } from "./shares";
import type { ColourName } from "./theme";
import { touching } from "./tracks";

/** Strips for each pixel from which on their shares are drawn instead of each. */
const DENSE = 0.16;
/** Narrower strips have no border: it would hide what they are. */
const BORDERED = 4;
/** Pixels from which on a strip of a dense lane is drawn by itself. */
const WIDE = 8;
const HATCH = 5;
/** Half the height of a strip from which on something is written on it. */
const LABELLED = 5;
/** Pixels of time for which the deepest mailbox is told where there are more changes than pixels. */
const COLUMN = 6;
/** What lasts is this much narrower in the boxes of instants, in which no time passes: its full height is its duration. */
const LASTING = new Set(["work", "call"]);
const IN_BOX = 0.5;
const MOST_PIECES = 60;
const SLIM: Partial<Record<StripState, [ColourName, number]>> = Object.fromEntries(
  CLASSES.slice(0, BUSY).flatMap(({ states, fill, alpha }) => states.map((state) => [state, [fill, alpha]])),
);

/** The shares of the lanes whose strips are denser than pixels. */
export function drawDenseLanes(draft: Draft): void {
  const { frame } = draft;
  for (let r = frame.firstRow; r <= frame.lastRow; r++) {
    const row = frame.rows.rows[r];
    if (row.kind === "group" || !isDense(frame, frame.model.strips[row.process])) continue;
    const { strip } = anatomy(frame, row);
    const strips = frame.model.strips[row.process];
    drawDense(draft, strips, { strips: [strips], depth: [] }, middle(frame, row) - strip, 2 * strip);
  }
}

function isDense(frame: Frame, strips: Lane): boolean {
  return firstStrip(strips, frame.last) - firstStrip(strips, frame.first) > frame.mainSize * DENSE;
}

export function drawStrips(draft: Draft): void {
  const { frame } = draft;
  for (let r = frame.firstRow; r <= frame.lastRow; r++) {
    const row = frame.rows.rows[r];
    if (row.kind === "group") continue;
    const parts = anatomy(frame, row);
    const centre = middle(frame, row);
    drawDepth(draft, row.process, parts, centre);
    drawLane(draft, row.process, parts, centre);
    drawCallbacks(draft, row.process, parts, centre, row.size);
  }
  draft.flush();
}

function firstStrip({ from }: Lane, e: number, low = 0): number {
  return Math.max(0, lastAtMost(from, e, low));
}

function drawLane(draft: Draft, process: ProcessIndex, parts: Anatomy, centre: number): void {
  const { frame } = draft;
  const strips = frame.model.strips[process];
  if (isDense(frame, strips)) {
    for (const i of wide(frame, strips)) drawWide(draft, strips.at(i), i, parts, centre);
    return;
  }
  const first = firstStrip(strips, frame.first);
  const last = firstStrip(strips, frame.last);
  for (let i = first; i <= last && i < strips.length; i++) drawStrip(draft, strips.at(i), i, parts, centre);
}

/** The strips of a dense lane that are wide enough to be seen by themselves: each is at the edge of some bin. */
function* wide(frame: Frame, strips: Lane): Generator<number> {
  let before = -1;
  for (const e of edges(frame)) {
    if (before >= 0 && (before + 1 === strips.length || strips.from[before + 1] > e)) continue;
    const i = firstStrip(strips, e, Math.max(0, before));
    before = i;
    if (alongEnd(frame, strips.from[i + 1] ?? -1) - alongEvent(frame, strips.from[i]) >= WIDE) yield i;
  }
}

const edgesOf = new WeakMap<Frame, Int32Array>();

/** The last event before each place at which a wide strip may lie: the same for all lanes. */
function edges(frame: Frame): Int32Array {
  let found = edgesOf.get(frame);
  if (found === undefined) {
    const count = 1 + Math.floor((2 * frame.mainSize) / WIDE);
    edgesOf.set(frame, (found = Int32Array.from({ length: count }, (_, k) => frame.map.event(unitAt(frame, frame.main + (k * WIDE) / 2)))));
  }
  return found;
}

function drawWide(draft: Draft, one: Strip, index: number, parts: Anatomy, centre: number): void {
  const { frame, theme } = draft;
  const from = Math.max(frame.main, alongEvent(frame, one.from));
  const to = Math.min(frame.main + frame.mainSize, alongEnd(frame, one.to));
  if (to <= from) return;
  draft.box(theme.fill("paper"), from, centre - parts.strip, to - from, 2 * parts.strip);
  drawStrip(draft, one, index, parts, centre);
}

function drawStrip(draft: Draft, one: Strip, index: number, parts: Anatomy, centre: number): void {
  const { frame } = draft;
  const from = Math.max(frame.main - 20, alongEvent(frame, one.from));
  const to = Math.min(frame.main + frame.mainSize + 20, alongEnd(frame, one.to));
  if (to < frame.main || from > frame.main + frame.mainSize) return;
  if (LASTING.has(one.state)) for (const piece of pieces(frame, from, to)) strip(draft, one, piece.from, piece.to, parts, centre, piece.box ? IN_BOX : 1);
  else strip(draft, one, from, to, parts, centre);
  const { x, y } = draft.place(from, centre - parts.strip);
  const [width, height] = frame.horizontal ? [to - from, 2 * parts.strip] : [2 * parts.strip, to - from];
  draft.hits.box(x, y, width, height, { what: "strip", index, process: one.process });
  if (to - from > 46 && (!frame.horizontal || parts.strip >= LABELLED)) draft.wish(6, () => label(draft, one, from, to, parts, centre));
}

/** A stretch in parts: where time passes, and in the boxes of instants. */
function* pieces(frame: Frame, from: number, to: number): Generator<{ from: number; to: number; box: boolean }> {
  const { map } = frame;
  let at = from;
  const last = map.instantOf(map.event(unitAt(frame, to)));
  const first = Math.max(0, map.instantOf(map.event(unitAt(frame, from))));
  if (last - first <= MOST_PIECES) {
    for (let i = first; i <= last; i++) {
      const [begin, end] = [Math.max(from, along(frame, map.box(i).from)), Math.min(to, along(frame, map.box(i).to))];
      if (end - begin < 2) continue;
      if (begin > at) yield { from: at, to: begin, box: false };
      yield { from: begin, to: end, box: true };
      at = end;
    }
  }
  if (to > at) yield { from: at, to, box: false };
}

function strip(draft: Draft, one: Strip, from: number, to: number, parts: Anatomy, centre: number, share = 1): void {
  const { box, line, hatch, height } = draft.theme.strips[one.state];
  const half = Math.max(1.5, parts.strip * height * share);
  const length = Math.max(0.8, to - from);
  const slim = length < BORDERED && SLIM[one.state] !== undefined;
  if (slim) draft.box(draft.look(draft.theme.fill(...SLIM[one.state]!), one.from, one.to), from, centre - half, length, 2 * half);
  else if (box !== undefined) draft.box(draft.look(box, one.from, one.to), from, centre - half, length, 2 * half);
  if (line !== undefined) draft.line(draft.look(line, one.from, one.to), from, centre, from + length, centre);
  if (hatch !== undefined && length > HATCH) {
    const style = draft.look(hatch, one.from, one.to);
    for (let at = from - (from % HATCH); at < to; at += HATCH) {
      const begin = Math.max(from, at);
      const end = Math.min(to, at + 2 * half);
      if (end > begin) draft.line(style, begin, centre + half - (begin - at), end, centre + half - (end - at));
    }
  }
}

/** What a strip says where there is room: whom a call waits for, how long a sleep or some work lasts; shorter ones after it. */
export function stripTexts(frame: Frame, one: Strip): string[] {
  const { t, n } = frame.model.trace;
  const duration = durationText(t[one.to < 0 ? n - 1 : one.to] - t[one.from]);
  const on = oneLine(one.on >= 0 ? frame.model.processes[one.on].label : one.detail);
  switch (one.state) {
    case "call":
      return [`waits for ${on || "a reply"}, ${duration}`, `waits for ${on || "a reply"}`, `waits ${duration}`, duration];
    case "sleep":
      return [`sleeps ${duration}`, duration];
    case "work":
      return [`works ${duration}`, duration];
    case "event":
      return [`waits for ${on || "an event"}, ${duration}`, `waits for ${on || "an event"}`, `waits ${duration}`, duration];
    case "hibernate":
      return [`hibernates ${duration}`, duration];
    case "receive":
      return one.until === null ? [] : [`receive, until ${durationText(one.until)}`];
    default:
      return [];
  }
}

function label(draft: Draft, one: Strip, from: number, to: number, parts: Anatomy, centre: number): void {
  const { frame, theme } = draft;
  const { main, mainSize } = frame;
  const [begin, end] = [Math.max(from, main), Math.min(to, main + mainSize)];
  const style = theme.text("quiet", 10.5, undefined, frame.horizontal ? "center" : "right");
  const room = frame.horizontal ? end - begin - 12 : Math.max(90, frame.rows.rows[frame.firstRow].size / 2 - 40);
  const text = stripTexts(frame, one).find((each) => textWidth(each, style.font) <= room);
  if (text === undefined) return;
  const spot = frame.horizontal
    ? { x: (begin + end) / 2, y: centre }
    : { x: centre - parts.texts + 3, y: Math.min(begin + 40, (begin + end) / 2) };
  draft.labels.put(text, style, [{ ...spot, room }]);
}

function drawCallbacks(draft: Draft, process: ProcessIndex, parts: Anatomy, centre: number, size: number): void {
  const { frame, theme, tracks } = draft;
  const { callbacks } = frame.model;
  const track = tracks.callbacks[process];
  const count = lastAtMost(track.from, frame.last) - lastAtMost(track.from, frame.first);
  if (count > frame.mainSize * DENSE) return;
  touching(track, frame.first, frame.last, (index) => {
    const [from, to] = [callbacks.from[index], callbacks.to[index]];
    const [begin, end] = [alongEvent(frame, from), alongEnd(frame, to)];
    if (end - begin < 3) return;
    const half = parts.strip;
    const edge = centre - parts.side * (parts.strip + 2.5);
    const style = draft.look(theme.line("run", 2), from, to);
    draft.line(style, begin, edge, end, edge);
    for (const at of to < 0 ? [begin] : [begin, end]) draft.line(style, at, edge, at, edge + parts.side * 3);
    const { x, y } = draft.place(begin, centre - half);
    const hit = { what: "callback", index, process } as const;
    if (frame.horizontal) draft.hits.box(x, y, end - begin, 2 * half, hit);
    else draft.hits.box(x, y, 2 * half, end - begin, hit);
    if (size < 40) return;
    const { name } = callbacks.at(index);
    const short = name.slice(name.lastIndexOf(".") + 1);
    const lines = [0, 13].map((more) => centre - parts.side * (parts.texts + frame.large * more));
    const places: Spot[] = frame.horizontal
      ? [110, end - begin + 10].flatMap((room) => lines.map((y) => ({ x: (begin + end) / 2, y, room })))
      : [{ x: centre - parts.texts + 2, y: begin + 7, room: Math.max(70, size / 2 - 40), align: "right" }];
    draft.wish(5, () => draft.labels.put(short, theme.text("run", 10.5, undefined, "center"), places));
  });
}

/** The depth of the mailbox as a band beside the strip. */
function drawDepth(draft: Draft, process: ProcessIndex, parts: Anatomy, centre: number): void {
  const { frame, theme } = draft;
  const { at, depth } = frame.model.depth[process];
  if (at.length === 0) return;
  const base = centre - parts.side * parts.band;
  const first = Math.max(0, lastAtMost(at, frame.first));
  const last = lastAtMost(at, frame.last);
  const bar = (from: number, to: number, messages: number): void => {
    const breadth = depthHeight(frame, parts.bandHeight, messages);
    if (breadth === 0 || to <= from) return;
    draft.box(heat(draft, messages, frame.model.maxDepth), from, parts.side < 0 ? base - breadth : base, to - from, breadth);
    if (messages > 1 && to - from > 22 && breadth > 8) {
      const place = draft.place((from + to) / 2, parts.side < 0 ? base - breadth / 2 : base + breadth / 2);
      draft.wish(7, () => draft.labels.put(String(messages), theme.text("ink", 10, undefined, "center"), [{ ...place, room: 40 }], false));
    }
  };
  if (last - first <= frame.mainSize) {
    for (let i = first; i <= last; i++) bar(alongEvent(frame, at[i]), alongEnd(frame, at[i + 1] ?? -1), depth[i]);
    return;
  }
  let i = first;
  // Whole pixels: neighbours that share one would be a fence of seams.
  const begun = Math.round(Math.max(frame.main, alongEvent(frame, at[first])));
  for (let pixel = begun; pixel < frame.main + frame.mainSize; pixel += COLUMN) {
    const end = Math.min(frame.main + frame.mainSize, pixel + COLUMN);
    let deepest = depth[i];
    while (i < last && along(frame, frame.map.of(at[i + 1])) <= end) deepest = Math.max(deepest, depth[++i]);
    bar(pixel, end, deepest);
  }
}
