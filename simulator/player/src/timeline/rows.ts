/** Which lanes there are, in which order, and how much room each has. The order never changes while the run is looked at. */
import type { Grouping, Model, Process, ProcessIndex, View } from "../types";

export interface Row {
  kind: "process" | "group";
  /** The process, or -1. */
  process: ProcessIndex;
  /** Index in Rows.groups, or -1. */
  group: number;
  /** Pixels from the first lane's edge, across time. */
  at: number;
  size: number;
}

interface Members {
  name: string;
  members: ProcessIndex[];
}

export interface Group extends Members {
  collapsed: boolean;
  /** The row of its head. */
  row: number;
}

export interface Rows {
  rows: Row[];
  groups: Group[];
  /** Row in which a process is seen (its own or its collapsed group's), or -1. */
  rowOf: Int32Array;
  /** Pixels of all lanes together. */
  total: number;
}

/** More lanes than this are collapsed into groups at first. */
export const MANY = 200;
/** A group of more than this is cut into parts. */
const LARGE = 100;

/** So few lanes get more room than they need. */
const FEW = 6;

interface Sizes {
  least: number;
  usual: number;
  most: number;
  head: number;
  collapsed: number;
}
const LANES: Sizes = { least: 17, usual: 60, most: 170, head: 20, collapsed: 30 };
const LIFELINES: Sizes = { least: 104, usual: 250, most: 460, head: 26, collapsed: 70 };

function uniqueLabel(process: Process): string {
  return `${process.label} <0.${process.pid}.0>`;
}

function groupKeys(model: Model, grouping: Grouping): string[] {
  if (grouping === "module") return model.processes.map((process) => process.module);
  const supervisors = new Set(model.processes.map((process) => process.supervisor));
  return model.processes.map((process) => {
    if (process.supervisor >= 0) return uniqueLabel(model.processes[process.supervisor]);
    return supervisors.has(process.index) ? uniqueLabel(process) : "no supervisor";
  });
}

/** Groups in the order in which the first member of each was born; large ones in parts. */
function groupsOf(model: Model, grouping: Grouping): Members[] {
  const byKey = new Map<string, ProcessIndex[]>();
  groupKeys(model, grouping).forEach((key, process) => {
    const members = byKey.get(key);
    if (members === undefined) byKey.set(key, [process]);
    else members.push(process);
  });
  return [...byKey].flatMap(([name, members]) => parts({ name, members }));
}

function parts({ name, members }: Members): Members[] {
  if (members.length <= LARGE) return [{ name, members }];
  const count = Math.ceil(members.length / LARGE);
  return Array.from({ length: count }, (_, i) => {
    const some = members.slice(i * LARGE, (i + 1) * LARGE);
    return { name: `${name} ${i * LARGE + 1}–${i * LARGE + some.length}`, members: some };
  });
}

const known = new WeakMap<Model, Map<Grouping, Members[]>>();

function groups(model: Model, grouping: Grouping): Members[] {
  if (grouping === "none") return [];
  let byGrouping = known.get(model);
  if (byGrouping === undefined) known.set(model, (byGrouping = new Map()));
  let found = byGrouping.get(grouping);
  if (found === undefined) byGrouping.set(grouping, (found = groupsOf(model, grouping)));
  return found;
}

/** What to begin with where there are too many lanes to look at: groups, the larger ones collapsed. */
export function startForMany(model: Model, view: View): Partial<View> | null {
  if (model.processes.length - view.hidden.length <= MANY || view.grouping !== "none" || view.collapsed.length > 0) return null;
  const supervised = model.processes.filter((process) => process.supervisor >= 0).length > model.processes.length / 2;
  const grouping: Grouping = supervised ? "supervisor" : "module";
  const collapsed = groups(model, grouping).filter(({ members }) => members.length > 5).map(({ name }) => name);
  return { grouping, collapsed };
}

/** Lay out the lanes for so many pixels across time. */
export function planRows(model: Model, view: View, room: number): Rows {
  const hidden = new Set(view.hidden);
  const collapsed = new Set(view.collapsed);
  const rowOf = new Int32Array(model.processes.length).fill(-1);
  const rows: Row[] = [];
  const shown: Group[] = [];
  const add = (process: ProcessIndex, group: number): void => {
    rowOf[process] = rows.length;
    rows.push({ kind: "process", process, group, at: 0, size: 0 });
  };
  if (view.grouping === "none") {
    for (const { index } of model.processes) if (!hidden.has(index)) add(index, -1);
  }
  for (const { name, members } of groups(model, view.grouping)) {
    const seen = members.filter((process) => !hidden.has(process));
    if (seen.length === 0) continue;
    if (members.length === 1) {
      add(members[0], -1);
      continue;
    }
    const group: Group = { name, members: seen, collapsed: collapsed.has(name), row: rows.length };
    shown.push(group);
    rows.push({ kind: "group", process: -1, group: shown.length - 1, at: 0, size: 0 });
    if (group.collapsed) for (const process of seen) rowOf[process] = group.row;
    else for (const process of seen) add(process, shown.length - 1);
  }
  return { rows, groups: shown, rowOf, total: giveRoom(rows, shown, room, view.layout === "lanes" ? LANES : LIFELINES) };
}

function giveRoom(rows: Row[], shown: Group[], room: number, sizes: Sizes): number {
  const fixed = shown.reduce((sum, group) => sum + (group.collapsed ? sizes.collapsed : sizes.head), 0);
  const lanes = rows.filter((row) => row.kind === "process").length;
  const most = lanes <= FEW && shown.length === 0 ? sizes.most : sizes.usual;
  const size = Math.max(sizes.least, Math.min(most, Math.floor((room - fixed) / Math.max(1, lanes))));
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
