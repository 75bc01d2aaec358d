/**
 * Where each process stands in the link graph: a tree that grows to the right, one row a leaf, so that no two labels
 * meet. It is laid out once for all processes that will ever live: at another instant nothing changes its place.
 */

import type { Model, Process, ProcessIndex } from "../types";

/** With more processes than this, likes are folded. */
const MANY = 60;
/** So many children of one parent that run the same function are a crowd. */
const CROWD = 6;
/** Smaller trees have each parent in the middle of its children, larger ones above them, where one reads first. */
const SMALL = 14;

export const ROW = 44;
export const HEIGHT = 34;
const GAP = 56;
const LETTER = 7.2;

export interface GraphNode {
  key: string;
  label: string;
  members: ProcessIndex[];
  /** It stands for several. */
  group: boolean;
  parent: GraphNode | null;
  children: GraphNode[];
  depth: number;
  x: number;
  y: number;
  width: number;
}

export interface Layout {
  nodes: GraphNode[];
  /** The node that stands for a process. */
  of: GraphNode[];
  width: number;
  height: number;
}

function treeParent(process: Process): ProcessIndex {
  return process.supervisor >= 0 ? process.supervisor : process.parent;
}

function childrenOf(model: Model): Map<ProcessIndex, ProcessIndex[]> {
  const children = new Map<ProcessIndex, ProcessIndex[]>();
  for (const process of model.processes) {
    const parent = treeParent(process);
    const known = children.get(parent);
    if (known) known.push(process.index);
    else children.set(parent, [process.index]);
  }
  return children;
}

export function layout(model: Model, unfolded: ReadonlySet<string>): Layout {
  const children = childrenOf(model);
  const fold = model.processes.length > MANY;
  const nodes: GraphNode[] = [];
  const of: GraphNode[] = [];

  const add = (members: ProcessIndex[], parent: GraphNode | null, group: boolean): GraphNode => {
    const first = model.processes[members[0] as ProcessIndex] as Process;
    const key = group ? `${parent?.key ?? ""}/${first.fn}*` : `${first.pid}`;
    const label = group ? `${members.length} × ${first.fn}` : first.label;
    const depth = parent ? parent.depth + 1 : 0;
    const node: GraphNode = { key, label, members, group, parent, children: [], depth, x: 0, y: 0, width: 0 };
    nodes.push(node);
    parent?.children.push(node);
    for (const member of members) of[member] = node;
    descend(members.flatMap((member) => children.get(member) ?? []), node);
    return node;
  };

  const descend = (below: ProcessIndex[], parent: GraphNode | null): void => {
    const alike = new Map<string, ProcessIndex[]>();
    for (const p of below) {
      const fn = (model.processes[p] as Process).fn;
      const key = fold && below.length > CROWD ? fn : String(p);
      alike.set(key, [...(alike.get(key) ?? []), p]);
    }
    for (const [fn, members] of alike) {
      const crowd = fold && members.length > CROWD && !unfolded.has(`${parent?.key ?? ""}/${fn}*`);
      if (crowd) add(members, parent, true);
      else for (const member of members) add([member], parent, false);
    }
  };

  descend(children.get(-1) ?? [], null);
  return { nodes, of, ...place(nodes) };
}

function place(nodes: GraphNode[]): { width: number; height: number } {
  const widths: number[] = [];
  for (const node of nodes) {
    node.width = Math.min(230, Math.max(110, Math.min(28, node.label.length) * LETTER + 34));
    widths[node.depth] = Math.max(widths[node.depth] ?? 0, node.width);
  }
  const small = nodes.filter((node) => node.children.length === 0).length <= SMALL;
  let row = 0;
  const settle = (node: GraphNode): void => {
    node.x = 12 + widths.slice(0, node.depth).reduce((sum, width) => sum + width + GAP, 0);
    const first = row;
    for (const child of node.children) settle(child);
    if (node.children.length === 0) node.y = 8 + row++ * ROW;
    else {
      const last = node.children.at(-1) as GraphNode;
      node.y = small ? ((node.children[0] as GraphNode).y + last.y) / 2 : 8 + first * ROW;
    }
  };
  for (const node of nodes) if (!node.parent) settle(node);
  const width = widths.reduce((sum, one) => sum + one + GAP, 24);
  return { width: width + 40, height: row * ROW + 16 };
}
