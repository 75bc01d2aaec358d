/** Messages: an arrow from where each was sent to where it was put into the mailbox, a tail from there to where it was taken out. */
import type { Message, Model } from "../types";
import type { Draft } from "./draft";
import { lastAtMost } from "../timemap";
import { anatomy, middle, rowAt, slotPlace, unitAt, type Frame } from "./frame";
import type { Spot } from "./labels";
import { brief, oneLine } from "./measure";
import type { Style, TextStyle } from "./pen";
import { inRows, route, type Route } from "./routes";
import { messagesBetween } from "./tracks";
import { Traffic } from "./traffic";

/** Pixels of time in which so many messages are drawn at most; the others are in the shares of the lanes. */
const TILE = 6;
const IN_TILE = 3;
/** Of a tile so many are looked at closely; of more than a crowd only those that failed besides. */
const KEPT = 12;
/** In a stretch of such tiles every so manieth has an arrow, which shows where they go. */
const SHOWN = 8;
const CROWD = 60;
/** One arrow in so many pixels of time is a crowd: all get thinner. */
const CROWDED = 7;
/** Smallest lane beside which messages have labels. */
const LABELLED = 17;
/** In lanes narrower than this nothing is said of what nobody had to hear of. */
const ROOMY = 60;
/** In lanes of this size there is room for several labels between two strips. */
const SPACIOUS = 90;
const HEAD = 7;
/** Of so many messages the labels are kept. */
const KNOWN = 10_000;
/** Letters of a text that there is room for. */
const SEEN = 32;
/** Pixels along time within which the same label is not repeated in narrow lanes. */
const AGAIN = 220;

const WHY: Record<string, string> = {
  dead: "receiver dead", unregistered: "no such name", inactive: "too late", ignored: "ignored", flushed: "flushed",
};

/** How much of a message is drawn. */
interface Detail {
  thin: boolean;
  labelled: boolean;
  headed: boolean;
}

interface Shown {
  index: number;
  way: Route;
  tile: number;
}

export function drawMessages(draft: Draft): void {
  const { frame } = draft;
  const { shown, counts } = inSight(draft);
  const crowded = shown.length > frame.mainSize / CROWDED;
  const drawn = new Uint8Array(counts.length);
  const traffic = new Traffic(draft);
  for (const { index, way, tile } of shown) {
    const message = frame.model.messages.at(index);
    const many = counts[tile] > IN_TILE;
    const chosen = draft.emphasis !== null && !draft.isFaded(message.sent, message.arrived);
    const special = chosen || message.dropped >= 0 || message.kind === "exit";
    const stretch = many && (counts[tile - 1] > IN_TILE || counts[tile + 1] > IN_TILE);
    if ((counts[tile] > KEPT || stretch) && tile < counts.length - 2 && !special && (drawn[tile] > 0 || way.self || tile % SHOWN !== 0)) {
      traffic.add(message.kind, way, (tile + 0.5) * TILE, draft.isFaded(message.sent, message.arrived));
      continue;
    }
    if (drawn[tile] >= IN_TILE && !special) continue;
    if (drawn[tile] < 255) drawn[tile]++;
    const thin = (many || crowded || way.grouped || unremarkable(message)) && !chosen;
    const quiet = unremarkable(message) && frame.rows.rows[frame.firstRow].size < ROOMY && !chosen;
    drawMessage(draft, index, way, { thin, labelled: (!many || special) && !way.grouped && !quiet, headed: !many || special });
  }
  traffic.draw();
  draft.flush();
}

/** The messages of the window, where each goes, and how many begin in each tile; those from before are in the last. */
function inSight({ frame, tracks }: Draft): { shown: Shown[]; counts: Uint32Array } {
  const without = new Set(frame.view.without);
  const [first, last] = messagesBetween(tracks, frame.first, frame.last);
  const tiles = Math.ceil(frame.mainSize / TILE);
  const counts = new Uint32Array(tiles + 2);
  const shown: Shown[] = [];
  const { messages } = frame.model;
  const look = (index: number, tile: number): void => {
    if (tracks.left[index] < frame.first || without.has(messages.kindOf(index)) || !inRows(frame, index)) return;
    if (++counts[tile] > KEPT && messages.dropped[index] < 0) return;
    const way = route(frame, tracks, index);
    if (way === null || Math.max(way.to, way.wait || way.to) < frame.main) counts[tile]--;
    else shown.push({ index, way, tile });
  };
  const inside = Math.max(first, lastAtMost(tracks.sent, frame.first - 1) + 1);
  for (let index = first; index < inside; index++) look(index, tiles + 1);
  for (let tile = 0, index = inside; tile <= tiles && index <= last; tile++) {
    const end = tile === tiles ? last + 1 : Math.min(last + 1, lastAtMost(tracks.sent, frame.map.event(unitAt(frame, frame.main + (tile + 1) * TILE)), index) + 1);
    const crowd = end - index > CROWD;
    for (; index < end; index++) {
      if (crowd && counts[tile] > KEPT) break;
      look(index, tile);
    }
    for (; index < end; index++) if (tracks.special[index] === 1) look(index, tile);
  }
  return { shown, counts };
}

function drawMessage(draft: Draft, index: number, way: Route, { thin, labelled, headed }: Detail): void {
  const { frame, theme } = draft;
  const message = frame.model.messages.at(index);
  const looks = theme.messages[message.kind];
  const of = [message.sent, message.arrived, message.received];
  const end = clipped(frame, way);
  const style = draft.look(thin ? looks.thin : looks.line, ...of);
  if (way.far && draft.emphasis === null) draft.reach(style, way.from, way.fromAcross, end.along, end.across);
  else draft.line(style, way.from, way.fromAcross, end.along, end.across);
  hit(draft, way.from, way.fromAcross, end.along, end.across, index);
  if (way.stub !== "") stubEnd(draft, way, draft.look(looks.open, ...of));
  if (message.dropped >= 0 && message.enqueued < 0) lost(draft, way, message.why === "ignored", draft.look(theme.line("alarm", 2), ...of));
  else if (headed && end.whole && message.arrived >= 0) head(draft, way, draft.look(looks.head === "solid" ? looks.solid : looks.open, ...of));
  if (!Number.isNaN(way.taken) && way.wait > way.to) tail(draft, index, way, draft.look(looks.tail, ...of));
  if (labelled && !draft.isFaded(...of) && way.to >= frame.main) draft.wish(rank(message), () => label(draft, index, way, looks.label));
}

/** The end of a process that went as planned and that nobody had to hear of. */
function unremarkable({ kind, reason, why }: Message): boolean {
  return (kind === "exit" || kind === "down") && (why === "ignored" || why === "flushed") && /^:?normal$/.test(reason);
}

function rank(message: Message): number {
  if (unremarkable(message)) return 8;
  return message.kind === "exit" || message.dropped >= 0 ? 1 : message.kind === "down" ? 2 : 3;
}

/** The end of the arrow; one that arrives far outside the window is cut, so that no coordinate is huge. */
function clipped(frame: Frame, way: Route): { along: number; across: number; whole: boolean } {
  const limit = frame.main + frame.mainSize + 40;
  if (way.to <= limit) return { along: way.to, across: way.toAcross, whole: true };
  const part = (limit - way.from) / (way.to - way.from);
  return { along: limit, across: way.fromAcross + part * (way.toAcross - way.fromAcross), whole: false };
}

function hit(draft: Draft, along1: number, across1: number, along2: number, across2: number, index: number): void {
  const [a, b] = [draft.place(along1, across1), draft.place(along2, across2)];
  draft.hits.segment(a.x, a.y, b.x, b.y, { what: "message", index });
}

function head(draft: Draft, way: Route, style: Style): void {
  const [dx, dy] = [way.to - way.from, way.toAcross - way.fromAcross];
  const length = Math.hypot(dx, dy) || 1;
  const size = Math.min(HEAD, length);
  const [ux, uy] = [(dx / length) * size, (dy / length) * size];
  const [x, y] = [way.to, way.toAcross];
  draft.shape(style, [x - ux - uy * 0.45, y - uy + ux * 0.45, x, y, x - ux + uy * 0.45, y - uy - ux * 0.45]);
}

/** Came to nobody: the arrow ends in a cross; one that had no effect, in a bar. */
function lost(draft: Draft, way: Route, ignored: boolean, style: Style): void {
  const [x, y] = [way.to, way.toAcross];
  if (ignored) {
    draft.line(style, x - 6, y, x + 6, y);
    return;
  }
  draft.line(style, x - 4.5, y - 4.5, x + 4.5, y + 4.5);
  draft.line(style, x - 4.5, y + 4.5, x + 4.5, y - 4.5);
}

/** Where a message comes from, or goes, outside what is shown: a small ring. */
function stubEnd(draft: Draft, way: Route, style: Style): void {
  if (way.stub === "from") draft.disc(style, way.from, way.fromAcross, 3);
  else draft.disc(style, way.to, way.toAcross, 3);
}

/** The time in the mailbox, and the way out of it; one that nobody ever took ends in an open square. */
function tail(draft: Draft, index: number, way: Route, style: Style): void {
  const { frame } = draft;
  const message = frame.model.messages.at(index);
  const end = Math.min(way.wait, frame.main + frame.mainSize + 20);
  const begin = Math.max(way.to, frame.main - 20);
  draft.line(style, begin, way.toAcross, end, way.toAcross);
  hit(draft, begin, way.toAcross, end, way.toAcross, index);
  if (message.received >= 0) draft.line(style, way.wait, way.toAcross, way.wait, way.taken);
  else draft.box(style, Math.min(way.wait, frame.main + frame.mainSize - 8) - 2.5, way.toAcross - 2.5, 5, 5);
}

/** Labels that were made, by run and message: while one zooms, the same are wanted in each picture. */
const labels = new WeakMap<Model, Map<number, string>>();

function messageLabel({ frame: { model } }: Draft, index: number): string {
  let known = labels.get(model);
  if (known === undefined || known.size > KNOWN) labels.set(model, (known = new Map<number, string>()));
  let label = known.get(index);
  if (label === undefined) known.set(index, (label = labelOf(model.messages.at(index))));
  return label;
}

function labelOf({ text, why, kind, name, reason }: Message): string {
  const said = brief(kind === "exit" ? `EXIT ${reason}` : kind === "down" ? `DOWN ${reason}` : text || name);
  return oneLine(why === "" ? said : `${said} — ${WHY[why] ?? why}`);
}

/** Is there anything in what is seen of a text besides pids, references and functions, which say nothing to a reader? */
function tells(text: string): boolean {
  return text.slice(0, SEEN).replaceAll(/#\w+(?:<[^>]*>?)?|<\d+>|[^\p{L}\p{N}]/gu, "") !== "";
}

function label(draft: Draft, index: number, way: Route, style: TextStyle): void {
  const { frame } = draft;
  const text = messageLabel(draft, index);
  if (text === "") return;
  const message = frame.model.messages.at(index);
  const look = unremarkable(message) ? { ...style, colour: draft.theme.colour.quiet } : style;
  // In narrow lanes the same words again, close by, only hide what they stand beside.
  const narrow = frame.horizontal && frame.rows.rows[frame.firstRow].size < ROOMY;
  if (narrow && (draft.labels.near(text, way.from, AGAIN) || !tells(text))) return;
  if (!frame.horizontal) draft.labels.put(text, { ...look, align: "center" }, placesAbove(frame, way));
  else draft.labels.put(text, look, way.self ? placesAtop(draft, message.to, way) : placesBeside(frame, way));
}

/** In lanes: right of the arrow where it crosses from one lane into the next, so that no strip is covered. */
function placesBeside(frame: Frame, way: Route): Spot[] {
  const places: Spot[] = [];
  const add = (y: number, room: number): void => {
    const part = way.toAcross === way.fromAcross ? 1 : (y - way.fromAcross) / (way.toAcross - way.fromAcross);
    const x = way.from + Math.max(0, Math.min(1, part)) * (way.to - way.from);
    places.push({ x: x + 5, y, room }, { x: x - 5, y, room, align: "right" });
  };
  const borders = bordersBetween(frame, way.fromAcross, way.toAcross);
  // A few letters of a text beside another lane's arrow say less than the arrow alone.
  for (const room of frame.rows.rows[frame.firstRow].size < ROOMY ? [230, 90] : [230, 90, 48]) for (const y of borders) add(y, room);
  return places;
}

/** To itself: beyond what waits in the lane. */
function placesAtop({ frame, tracks }: Draft, process: number, way: Route): Spot[] {
  const row = frame.rows.rows[frame.rows.rowOf[process]];
  const parts = anatomy(frame, row);
  const y = slotPlace(parts, middle(frame, row), Math.max(0, tracks.slotRows[process] - 1)) + parts.side * 9;
  return [180, 70].flatMap((room) => [0, 13].map((more) => ({ x: way.from - 4, y: y + parts.side * more, room })));
}

/** Borders of lanes that a line crosses, from the end of it; at most a few. */
function bordersBetween(frame: Frame, from: number, to: number): number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const borders: number[] = [];
  for (let r = frame.firstRow; r <= frame.lastRow + 1; r++) {
    const row = frame.rows.rows[r];
    if (row === undefined || row.size < LABELLED) continue;
    const border = frame.cross + row.at - frame.scroll;
    if (border <= low || border >= high) continue;
    borders.push(border);
    if (row.size >= SPACIOUS) borders.push(border - 15 * frame.large, border + 15 * frame.large);
  }
  if (to > from) borders.reverse();
  if (borders.length > 4 && SPACIOUS > frame.rows.rows[frame.firstRow].size) return [...borders.slice(0, 3), borders[borders.length - 1]];
  return borders.slice(0, 9);
}

/** Among lifelines: on the arrow, above its line. */
function placesAbove(frame: Frame, way: Route): Spot[] {
  const span = Math.abs(way.toAcross - way.fromAcross);
  if (way.self || span < 40) {
    const row = rowAt(frame, way.toAcross);
    return [{ x: way.toAcross + 66, y: way.to, room: row === null ? 100 : Math.max(40, row.size / 2 - 24) }];
  }
  const column = frame.rows.rows[frame.firstRow].size;
  const room = Math.min(span - 22, Math.max(column - 22, 90));
  const at = (part: number, lift: number): Spot => ({
    x: way.fromAcross + part * (way.toAcross - way.fromAcross),
    y: way.from + part * (way.to - way.from) - lift,
    room,
  });
  const near = Math.min(0.5, column / 2 / span);
  return [at(near, 8), at(1 - near, 8), at(0.5, 8), at(near, -9)];
}
