/** Processes in groups within groups: along the supervision tree, or by module; large ones in parts. */
import { grouped } from "../dom";
import type { Grouping, Model, Process, ProcessIndex } from "../types";

export interface Branch {
  /** Unique in its tree. */
  name: string;
  /** All below it, in order of birth. */
  members: ProcessIndex[];
  parts: Part[];
}
export type Part = Branch | ProcessIndex;

/** A branch of more parts than this is cut into parts of so many, or of ten times so many where that were too many again. */
const LARGE = 100;
const MOST_PARTS = 30;

const known = new WeakMap<Model, Map<Grouping, Part[]>>();

/** The roots, in the order in which the first of each was born. */
export function tree(model: Model, grouping: Grouping): Part[] {
  let byGrouping = known.get(model);
  if (byGrouping === undefined) known.set(model, (byGrouping = new Map()));
  let found = byGrouping.get(grouping);
  if (found === undefined) {
    const whole = model.processes.map(({ index }) => index);
    found = grouping === "none" ? whole : cut("", grouping === "module" ? byModule(model) : bySupervisor(model));
    byGrouping.set(grouping, found);
  }
  return found;
}

function branch(name: string, parts: Part[]): Part {
  if (parts.length === 1) return parts[0];
  const members = parts.flatMap((part) => (typeof part === "number" ? [part] : part.members)).sort((a, b) => a - b);
  return { name, members, parts: cut(name, parts) };
}

/** In parts of a hundred, a thousand ... where there are more: ten thousand are two levels of ten and a hundred. */
function cut(name: string, parts: Part[]): Part[] {
  if (parts.length <= LARGE) return parts;
  let size = LARGE;
  while (parts.length / size > MOST_PARTS) size *= 10;
  const count = Math.ceil(parts.length / size);
  return Array.from({ length: count }, (_, i) => {
    const some = parts.slice(i * size, (i + 1) * size);
    return branch(`${name} ${grouped(i * size + 1)}–${grouped(i * size + some.length)}`.trim(), some);
  });
}

function byModule(model: Model): Part[] {
  const byKey = new Map<string, ProcessIndex[]>();
  for (const { index, module } of model.processes) {
    const members = byKey.get(module);
    if (members === undefined) byKey.set(module, [index]);
    else members.push(index);
  }
  return [...byKey].map(([name, members]) => branch(name, members));
}

/** A supervisor is the first of its own branch. */
function bySupervisor({ processes }: Model): Part[] {
  const below = new Map<ProcessIndex, ProcessIndex[]>();
  for (const { index, supervisor } of processes) if (supervisor >= 0) below.set(supervisor, [...(below.get(supervisor) ?? []), index]);
  const build = (process: Process): Part => {
    const children = below.get(process.index);
    if (children === undefined) return process.index;
    return branch(`${process.label} <0.${process.pid}.0>`, [process.index, ...children.map((child) => build(processes[child]))]);
  };
  return processes.filter(({ supervisor, index }) => supervisor < 0 || supervisor === index).map(build);
}
