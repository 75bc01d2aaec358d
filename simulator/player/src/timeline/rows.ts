/** Which lanes there are, in which order, and how much room each has. The order never changes while the run is looked at. */
import type { Grouping, Model, ProcessIndex, View } from "../types";
import { tree, type Part } from "./trees";

export interface Row {
  kind: "process" | "group";
  /** The process, or -1. */
  process: ProcessIndex;
  /** Index in Rows.groups, or -1. */
  group: number;
  /** Groups that it is inside of. */
  depth: number;
  /** Pixels from the first lane's edge, across time. */
  at: number;
  size: number;
}

export interface Group {
  name: string;
  members: ProcessIndex[];
  /** Groups that it is inside of. */
  depth: number;
  collapsed: boolean;
  /** The row of its head. */
  row: number;
}

export interface Rows {
  rows: Row[];
  groups: Group[];
  /** Row in which a process is seen (its own or its collapsed group's), or -1. */
  rowOf: Int32Array;
  /** Pixels of all lanes together, and of the lowest. */
  total: number;
  least: number;
}

/** More lanes than this, or than have room to be read, begin in groups. */
export const MANY = 200;
/** Pixels that a lane needs to be read, and lanes of which there are never too many. */
const READABLE = 26;
export const FEW_LANES = 16;

/** So few lanes get more room than they need, and share all there is but for the legend's; a few more get up to twice as much. */
const FEW = 6;
const SOME = 14;
const LEGEND = 72;

interface Sizes {
  least: number;
  usual: number;
  most: number;
  head: number;
  collapsed: number;
}
const LANES: Sizes = { least: 17, usual: 60, most: 340, head: 20, collapsed: 30 };
const LIFELINES: Sizes = { least: 104, usual: 250, most: 460, head: 26, collapsed: 70 };

/** Lay out the lanes for so many pixels across time. */
export function planRows(model: Model, view: View, room: number): Rows {
  const hidden = new Set(view.hidden);
  const rowOf = new Int32Array(model.processes.length).fill(-1);
  const rows: Row[] = [];
  const shown: Group[] = [];
  const add = (process: ProcessIndex, group: number, depth: number): void => {
    rowOf[process] = rows.length;
    rows.push({ kind: "process", process, group, depth, at: 0, size: 0 });
  };
  const place = (part: Part, group: number, depth: number): void => {
    if (typeof part === "number") {
      if (!hidden.has(part)) add(part, group, depth);
      return;
    }
    const seen = part.members.filter((process) => !hidden.has(process));
    if (seen.length === 0) return;
    const own = shown.length;
    const collapsed = isCollapsed(view, part.name);
    shown.push({ name: part.name, members: seen, depth, collapsed, row: rows.length });
    rows.push({ kind: "group", process: -1, group: own, depth, at: 0, size: 0 });
    if (collapsed) for (const process of seen) rowOf[process] = rows.length - 1;
    else for (const inner of part.parts) place(inner, own, depth + 1);
  };
  for (const part of tree(model, view.grouping)) place(part, -1, 0);
  const total = giveRoom(rows, shown, room, view.layout === "lanes" ? LANES : LIFELINES);
  return { rows, groups: shown, rowOf, total, least: Math.min(...rows.slice(0, MANY).map((row) => row.size)) };
}

/** Is a group closed? `*` closes all but those that are named with a plus. */
function isCollapsed({ collapsed }: View, name: string): boolean {
  return collapsed.includes("*") ? !collapsed.includes(`+${name}`) : collapsed.includes(name);
}

/** What is closed after a group was opened, or closed. */
export function toggled(view: View, name: string): string[] {
  const { collapsed } = view;
  const word = collapsed.includes("*") ? `+${name}` : name;
  return collapsed.includes(word) ? collapsed.filter((other) => other !== word) : [...collapsed, word];
}

/** What to begin with where there are too many lanes to look at: groups, as many of them open as there is room for. */
export function startForMany(model: Model, view: View, room: number): Partial<View> | null {
  const lanes = model.processes.length - view.hidden.length;
  if (view.grouping !== "none" || view.collapsed.length > 0 || lanes <= FEW_LANES) return null;
  const supervised = model.processes.filter((process) => process.supervisor >= 0).length > model.processes.length / 2;
  const fit = Math.max(FEW_LANES, Math.floor(room / READABLE));
  if (lanes <= MANY && (lanes <= fit || !supervised)) return null;
  const grouping: Grouping = supervised ? "supervisor" : "module";
  const open: string[] = [];
  let row: Part[] = tree(model, grouping);
  let count = row.length;
  while (row.length > 0) {
    const next: Part[] = [];
    for (const part of row) {
      if (typeof part === "number" || count + part.parts.length > fit) continue;
      count += part.parts.length;
      open.push(`+${part.name}`);
      next.push(...part.parts);
    }
    row = next;
  }
  return { grouping, collapsed: ["*", ...open] };
}

function giveRoom(rows: Row[], shown: Group[], room: number, sizes: Sizes): number {
  const fixed = shown.reduce((sum, group) => sum + (group.collapsed ? sizes.collapsed : sizes.head), 0);
  const lanes = rows.filter((row) => row.kind === "process").length;
  const some = lanes <= SOME && shown.length === 0;
  const most = !some ? sizes.usual : lanes <= FEW ? sizes.most : Math.min(sizes.most, 2 * sizes.usual);
  const free = some && sizes === LANES && room > 5 * LEGEND ? room - LEGEND : room;
  const size = Math.max(sizes.least, Math.min(most, Math.floor((free - fixed) / Math.max(1, lanes))));
  let at = 0;
  for (const row of rows) {
    row.at = at;
    row.size = row.kind === "process" ? size : shown[row.group].collapsed ? sizes.collapsed : sizes.head;
    at += row.size;
  }
  return at;
}

/** First and last row that is seen between two places across time. */
export function rowsBetween({ rows }: Rows, from: number, to: number): [number, number] {
  let first = rows.findIndex((row) => row.at + row.size > from);
  if (first < 0) first = rows.length;
  let last = first;
  while (last + 1 < rows.length && rows[last + 1].at < to) last++;
  return [first, Math.min(last, rows.length - 1)];
}
