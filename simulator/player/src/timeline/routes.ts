/** The way of a message over the screen; the same for drawing it and for marking it. */
import { alongEnd, alongEvent, anatomy, middle, rowVisible, slotPlace, type Frame } from "./frame";
import type { Tracks } from "./tracks";

export interface Route {
  /** Along and across: where it leaves, where it arrives, and until where it waits. */
  from: number;
  fromAcross: number;
  to: number;
  toAcross: number;
  wait: number;
  /** Across: the edge of the strip into which it is taken; NaN where it never waits. */
  taken: number;
  /** Its sender or its receiver is not shown: it comes from, or goes, outside. */
  stub: "" | "from" | "to";
  self: boolean;
  /** One of its ends is a collapsed group. */
  grouped: boolean;
  /** It crosses so many lanes that its middle would only hide what they do. */
  far: boolean;
}

const STUB = 17;
/** So many lanes away is far, where there are more than a few. */
const FAR = 4;
const FEW = 12;

/** Is a line between two rows one that crosses many lanes? */
export function isFar({ rows: { rows } }: Frame, row: number, other: number): boolean {
  return rows.length > FEW && row >= 0 && other >= 0 && Math.abs(row - other) >= FAR;
}

/** Pixel across at which a line that comes from `towards` touches a row. */
function edge(frame: Frame, row: number, towards: number): number {
  const { rows } = frame.rows;
  const centre = middle(frame, rows[row]);
  const half = rows[row].kind === "group" ? rows[row].size / 2 : anatomy(frame, rows[row]).strip;
  return centre + (towards < centre ? -half : half);
}

function centreOf(frame: Frame, row: number): number {
  return middle(frame, frame.rows.rows[row]);
}

function rowsOf({ model, rows: { rowOf } }: Frame, index: number): [number, number] {
  const { from, to } = model.messages;
  return [from[index] < 0 ? -1 : rowOf[from[index]], to[index] < 0 ? -1 : rowOf[to[index]]];
}

/** Is an end of a message in the lanes in sight, and is it more than talk within a collapsed group? */
export function inRows(frame: Frame, index: number): boolean {
  const [from, to] = rowsOf(frame, index);
  if (!rowVisible(frame, from) && !rowVisible(frame, to)) return false;
  return from !== to || frame.rows.rows[from].kind === "process";
}

/** Null where nothing of it is to be seen in the lanes in sight. */
export function route(frame: Frame, tracks: Tracks, index: number): Route | null {
  if (!inRows(frame, index)) return null;
  const { rows } = frame.rows;
  const message = frame.model.messages.at(index);
  const [fromRow, toRow] = rowsOf(frame, index);
  const grouped = rows[fromRow]?.kind === "group" || rows[toRow]?.kind === "group";
  const arrived = tracks.arrived[index];
  const from = alongEvent(frame, message.sent);
  const to = alongEnd(frame, arrived < frame.model.trace.n ? arrived : -1);
  if (toRow < 0) {
    const fromAcross = edge(frame, fromRow, message.to > message.from ? Infinity : -Infinity);
    const toAcross = fromAcross + (message.to > message.from ? STUB : -STUB);
    return { from, fromAcross, to: from + Math.min(to - from, STUB), toAcross, wait: NaN, taken: NaN, stub: message.to < 0 ? "" : "to", self: false, grouped, far: false };
  }
  const waits = message.enqueued >= 0 && rows[toRow].kind === "process";
  const wait = waits ? alongEnd(frame, tracks.left[index] < frame.model.trace.n ? tracks.left[index] : -1) : NaN;
  const self = fromRow === toRow;
  const other = fromRow < 0 ? (message.from > message.to ? Infinity : -Infinity) : centreOf(frame, fromRow);
  const [toAcross, taken] = arrival(frame, toRow, other, wait - to, tracks.slot[index], self);
  const fromAcross = fromRow < 0 ? toAcross + Math.sign(other) * STUB : self ? taken : edge(frame, fromRow, centreOf(frame, toRow));
  if (fromRow < 0) return { from: Math.max(from, to - STUB), fromAcross, to, toAcross, wait, taken, stub: "from", self: false, grouped, far: false };
  return { from, fromAcross, to, toAcross, wait, taken, stub: "", self, grouped, far: isFar(frame, fromRow, toRow) };
}

/** Across: where it arrives, and where it is taken out: beside the strip where it waits long enough to be seen. */
function arrival(frame: Frame, toRow: number, other: number, wait: number, slot: number, self: boolean): [number, number] {
  const row = frame.rows.rows[toRow];
  if (row.kind === "group") return [edge(frame, toRow, other), NaN];
  const parts = anatomy(frame, row);
  const centre = middle(frame, row);
  const taken = centre + parts.side * parts.strip;
  if (self || (wait > 5 && parts.slots > 0)) return [slotPlace(parts, centre, slot), taken];
  return [edge(frame, toRow, other), NaN];
}
