/** Where things are on the screen: time along, lanes across, whichever way the timeline is turned. */
import type { PositionMap } from "../timemap";
import type { EventIndex, Model, ProcessIndex, View } from "../types";
import type { Box } from "./labels";
import { tracksOf } from "./tracks";
import { rowsBetween, type Row, type Rows } from "./rows";

/** Offsets from the middle of a lane; messages wait on the one side, timers and the depth of the mailbox are on the other. */
export interface Anatomy {
  /** Half the height of a strip. */
  strip: number;
  /** +1 or -1: the side on which messages wait. */
  side: number;
  /** Rows for messages that wait, and pixels between them. */
  slots: number;
  slotStep: number;
  /** Rows for timers, and where texts beside the strip are. */
  timers: number;
  texts: number;
  /** Where the foot of the mailbox's band is, and how high the deepest mailbox of the run is, back towards the strip. */
  band: number;
  bandHeight: number;
}

export interface Frame {
  model: Model;
  view: View;
  map: PositionMap;
  rows: Rows;
  horizontal: boolean;
  width: number;
  height: number;
  /** Where lanes are drawn; axis and headers are outside. */
  plot: Box;
  /** Pixel at which time and lanes begin, and how many there are. */
  main: number;
  mainSize: number;
  cross: number;
  crossSize: number;
  /** The window, in units of the map, and pixels a unit. */
  u0: number;
  u1: number;
  scale: number;
  /** Events that are in the window; one more on both sides. */
  first: EventIndex;
  last: EventIndex;
  /** How much larger than usual signs and letters are, because there is room. */
  large: number;
  /** Pixels that the lanes are scrolled. */
  scroll: number;
  firstRow: number;
  lastRow: number;
}

export interface Geometry {
  width: number;
  height: number;
  scroll: number;
}

/** Pixels at both ends of time, so that the signs of the first and the last event are whole. */
const MARGIN = 9;
/** Pixels between the rows of timers. */
export const TIMER_STEP = 5;
/** Lanes of this size have texts beside their strips, below the band of the mailbox. */
const TEXTED = 40;
export const AXIS = { horizontal: 30, vertical: 86 };
export const HEADER = { vertical: 46 };
/** Pixels along time, and of the lowest lane, from which on signs and letters are larger. */
const ROOMY = { along: 900, wide: 1300, more: 120, most: 180, vast: 250 };

/** Room for the names of the lanes: as much as they need, within reason. */
export function gutter(width: number): number {
  return Math.round(Math.max(96, Math.min(210, width * 0.17)));
}

export function plotOf(width: number, height: number, horizontal: boolean): Box {
  const [x, y] = horizontal ? [gutter(width), AXIS.horizontal] : [AXIS.vertical, HEADER.vertical];
  return { x, y, width: Math.max(10, width - x), height: Math.max(10, height - y) };
}

export function makeFrame(model: Model, view: View, map: PositionMap, rows: Rows, { width, height, scroll }: Geometry): Frame {
  const horizontal = view.layout === "lanes";
  const plot = plotOf(width, height, horizontal);
  const main = (horizontal ? plot.x : plot.y) + MARGIN;
  const mainSize = Math.max(10, (horizontal ? plot.width : plot.height) - 2 * MARGIN);
  const [cross, across] = horizontal ? [plot.y, plot.height] : [plot.x, plot.width];
  const crossSize = Math.min(across, Math.max(1, rows.total - scroll));
  const u0 = view.from * map.length;
  const u1 = Math.max(view.to * map.length, u0 + map.length * 1e-12);
  const [firstRow, lastRow] = rowsBetween(rows, scroll, scroll + crossSize);
  return {
    model, view, map, rows, horizontal, width, height, plot, main, mainSize, cross, crossSize, u0, u1, scroll, firstRow, lastRow,
    scale: mainSize / (u1 - u0),
    large: horizontal && mainSize >= ROOMY.along ? (rows.least >= ROOMY.most ? (rows.least >= ROOMY.vast && mainSize >= ROOMY.wide ? 1.35 : 1.2) : rows.least >= ROOMY.more ? 1.1 : 1) : 1,
    first: Math.max(0, map.event(u0)),
    last: Math.min(model.trace.n - 1, map.event(u1) + 1),
  };
}

/** Pixel along time of a position, and back. */
export function along(frame: Frame, u: number): number {
  return frame.main + (u - frame.u0) * frame.scale;
}

export function alongEvent(frame: Frame, e: EventIndex): number {
  return along(frame, frame.map.of(e));
}

export function unitAt(frame: Frame, pixel: number): number {
  return frame.u0 + (pixel - frame.main) / frame.scale;
}

/** Where a strip, a tail, a timer ends: at an event, or after the last one where there is none. */
export function alongEnd(frame: Frame, e: EventIndex): number {
  return along(frame, e < 0 ? frame.map.length : frame.map.of(e));
}

/** Pixel across time of the middle of a row. */
export function middle(frame: Frame, row: Row): number {
  return frame.cross + row.at - frame.scroll + row.size / 2;
}

export function middleOf(frame: Frame, process: ProcessIndex): number {
  const row = frame.rows.rowOf[process] ?? -1;
  return row < 0 ? NaN : middle(frame, frame.rows.rows[row]);
}

export function rowVisible(frame: Frame, row: number): boolean {
  return row >= frame.firstRow && row <= frame.lastRow;
}

/** The row at a place across time, or null. */
export function rowAt(frame: Frame, cross: number): Row | null {
  const at = cross - frame.cross + frame.scroll;
  for (let i = frame.firstRow; i <= frame.lastRow; i++) {
    const row = frame.rows.rows[i];
    if (row !== undefined && at >= row.at && at < row.at + row.size) return row;
  }
  return null;
}

/** Pixels across time that a lane of so many uses: what belongs together is to stay together. */
export function breadth(frame: Frame, size: number): number {
  return Math.min(size, frame.large > 1.2 ? 240 : frame.large > 1 ? 200 : 130);
}

export function anatomy(frame: Frame, row: Row): Anatomy {
  const size = breadth(frame, frame.horizontal ? row.size : row.size - 20);
  const half = size / 2;
  const strip = Math.max(3, Math.min(frame.large > 1 ? 8 * frame.large * frame.large : 8, size * 0.13));
  const timers = row.process < 0 ? 0 : Math.min(tracksOf(frame.model).timerRows[row.process], size >= 56 ? 3 : size >= 40 ? 2 : size >= 24 ? 1 : 0);
  const slotStep = size >= 40 ? 4 : 3;
  const room = half - strip - 3;
  const bandHeight = size >= TEXTED ? Math.min(16 * frame.large, half - strip - 10) : size >= 24 ? half - strip - 4 : 0;
  const beside = strip + (size >= TEXTED ? 6 : 3) + timers * TIMER_STEP;
  const deep = row.process < 0 ? 0 : depthHeight(frame, bandHeight, tracksOf(frame.model).deepest[row.process]);
  return {
    strip,
    side: frame.horizontal ? -1 : 1,
    slots: Math.max(0, Math.min(12, Math.floor(room / slotStep))),
    slotStep,
    timers,
    texts: size >= TEXTED && deep > 0 ? beside + deep + 8 : strip + 9 + timers * TIMER_STEP,
    band: beside + deep,
    bandHeight,
  };
}

/** How high the band of a mailbox of so many messages is: on a scale on which one can be seen beside thousands. */
export function depthHeight({ model, view }: Frame, bandHeight: number, messages: number): number {
  if (bandHeight < 4 || view.without.includes("mailbox")) return 0;
  return (bandHeight * Math.log1p(messages)) / Math.log1p(Math.max(4, model.maxDepth));
}

/** Across: where a message waits in its slot. */
export function slotPlace(parts: Anatomy, middleOfLane: number, slot: number): number {
  if (parts.slots === 0) return middleOfLane;
  return middleOfLane + parts.side * (parts.strip + 3 + Math.min(slot, parts.slots - 1) * parts.slotStep);
}
