/**
 * Where each process stands in the link graph: a tree that grows to the right, one row a leaf, so that no two labels
 * meet. It is laid out once for all processes that will ever live: at another instant nothing changes its place.
 */

import type { Model, Process, ProcessIndex } from "../types";

/** With more places than this, likes are folded. */
const MANY = 60;
/** So many children of one parent that run the same function are a crowd. */
const CROWD = 6;
/** Smaller trees have each parent in the middle of its children, larger ones above them, where one reads first. */
const SMALL = 14;

const ROW = 44;
/** More children than this stand in two columns, where that makes all of it larger: by turns, so that lines pass between them. */
const COLUMN = 10;
const STAGGERED = 30;
const FURTHEST = 120;
/** Pixels left of the first column, for lines that go back up. */
const LOOP = 26;
export const HEIGHT = 34;
/** Pixels between two columns. */
export const GAP = 26;
const LETTER = 7.2;
/** Pixels that the words of a state need. */
const LEAST = 142;
/** Letters that a pid takes. */
const PID = 8;

export interface GraphNode {
  key: string;
  label: string;
  /** Those that it stands for: of a crowd all, otherwise those that had this place one after the other. */
  members: ProcessIndex[];
  crowd: boolean;
  parent: GraphNode | null;
  children: GraphNode[];
  depth: number;
  /** Where its column begins, and itself. */
  trunk: number;
  x: number;
  y: number;
  width: number;
}

export interface Layout {
  nodes: GraphNode[];
  /** Labels that several processes have: they need their pid besides. */
  ambiguous: ReadonlySet<string>;
  /** The node that stands for a process. */
  of: GraphNode[];
  width: number;
  height: number;
  /** Take the shape of a pane: rows move apart, never so far that the tree falls apart; many leaves stand in two columns. */
  fit(wide: number, high: number): void;
}

function treeParent(process: Process): ProcessIndex {
  return process.supervisor >= 0 ? process.supervisor : process.parent;
}

/** The ids that supervisors gave to their children, by process. */
function childIds(model: Model): Map<ProcessIndex, string> {
  const { trace } = model;
  const ids = new Map<ProcessIndex, string>();
  const kind = trace.kinds.indexOf("child");
  if (kind < 0) return ids;
  for (let e = 0; e < trace.n; e++) {
    if (trace.kind[e] === kind) ids.set(model.processOf(trace.field<number>(e, "child") ?? -1), trace.field<string>(e, "id") ?? "");
  }
  return ids;
}

/** A place in the tree: a process, or a supervised one with all that took its place after it. */
type Place = Process[];

class Planner {
  readonly nodes: GraphNode[] = [];
  readonly of: GraphNode[] = [];
  private readonly ids: Map<ProcessIndex, string>;
  private readonly children = new Map<ProcessIndex, Process[]>();

  constructor(private readonly model: Model, private readonly unfolded: ReadonlySet<string>) {
    this.ids = childIds(model);
    for (const process of model.processes) {
      const parent = treeParent(process);
      const known = this.children.get(parent);
      if (known) known.push(process);
      else this.children.set(parent, [process]);
    }
    this.descend([-1], null);
  }

  /** Children of all that had the parent's place: a restarted supervisor's children take the places of the old ones. */
  private places(parents: ProcessIndex[]): Place[] {
    const places: Place[] = [];
    const open = new Map<string, Place[]>();
    for (const process of parents.flatMap((parent) => this.children.get(parent) ?? [])) {
      const id = this.ids.get(process.index);
      const known = id === undefined ? [] : (open.get(id) ?? []);
      const free = known.find((place) => {
        const { ended } = place.at(-1) as Process;
        return ended >= 0 && ended < process.born;
      });
      if (free) free.push(process);
      else {
        const place = [process];
        places.push(place);
        if (id !== undefined) open.set(id, [...known, place]);
      }
    }
    return places;
  }

  private descend(parents: ProcessIndex[], parent: GraphNode | null): void {
    const places = this.places(parents);
    const fold = this.model.processes.length > MANY && places.length > CROWD;
    const alike = new Map<string, Place[]>();
    places.forEach((place, i) => {
      const key = fold ? place[0].fn : String(i);
      const known = alike.get(key);
      if (known) known.push(place);
      else alike.set(key, [place]);
    });
    for (const [fn, those] of alike) {
      const key = `${parent?.key ?? ""}/${fn}*`;
      if (fold && those.length > CROWD && !this.unfolded.has(key)) this.add(those.flat(), parent, key);
      else for (const place of those) this.add(place, parent, null);
    }
  }

  private add(members: Place, parent: GraphNode | null, crowd: string | null): void {
    const first = members[0];
    const node: GraphNode = {
      key: crowd ?? String(first.pid), label: crowd ? `${members.length} × ${first.fn}` : first.label,
      members: members.map((process) => process.index), crowd: crowd !== null, parent, children: [],
      depth: parent ? parent.depth + 1 : 0, trunk: 0, x: 0, y: 0, width: 0,
    };
    this.nodes.push(node);
    parent?.children.push(node);
    for (const member of node.members) this.of[member] = node;
    this.descend(node.members, node);
  }
}

export function layout(model: Model, unfolded: ReadonlySet<string>): Layout {
  const { nodes, of } = new Planner(model, unfolded);
  const seen = new Set<string>();
  const ambiguous = new Set<string>();
  for (const { label } of nodes) {
    if (seen.has(label)) ambiguous.add(label);
    seen.add(label);
  }
  return new Placed(nodes, of, ambiguous);
}

class Placed implements Layout {
  width = 0;
  height = 0;
  /** Pixels of the widest node of each depth. */
  private readonly widths: number[] = [];
  private readonly leaves: number;
  /** Those that can stand in two columns. */
  private readonly many: ReadonlySet<GraphNode>;

  constructor(readonly nodes: GraphNode[], readonly of: GraphNode[], readonly ambiguous: ReadonlySet<string>) {
    const { widths } = this;
    for (const node of nodes) {
      const letters = Math.min(28, node.label.length) + (ambiguous.has(node.label) ? PID : 0);
      node.width = Math.min(220, Math.max(LEAST, letters * LETTER + 24));
      widths[node.depth] = Math.max(widths[node.depth] ?? 0, node.width);
    }
    for (const node of nodes) node.trunk = 12 + LOOP + widths.slice(0, node.depth).reduce((sum, width) => sum + width + GAP, 0);
    this.leaves = nodes.filter((node) => node.children.length === 0).length;
    this.many = new Set(nodes.flatMap((node) => lastLeaves(node, widths.length - 1)));
    this.fit(1, 1);
  }

  fit(wide: number, high: number): void {
    const zooms = [false, true].map((columns) => Math.min(wide / this.wide(columns), high / this.high(columns)));
    const columns = zooms[1]! > zooms[0]!;
    this.width = this.wide(columns);
    const least = this.high(columns);
    const wanted = (high / wide) * this.width;
    this.settle(columns, Math.max(1, Math.min(FURTHEST / ROW, (wanted - 16) / Math.max(1, least - 16))));
  }

  private wide(columns: boolean): number {
    const more = columns ? (this.widths.at(-1) ?? 0) + GAP : 0;
    return this.widths.reduce((sum, one) => sum + one + GAP, 24) + LOOP + more;
  }

  private high(columns: boolean): number {
    return 16 + this.leaves * ROW - (columns ? this.many.size * (ROW - STAGGERED) : 0);
  }

  /** Give each leaf its row, `part` times as high as the least, and each parent its place at them. */
  private settle(columns: boolean, part: number): void {
    let at = 0;
    const settle = (node: GraphNode): void => {
      const first = at;
      node.children.forEach((child, i) => {
        settle(child);
        child.x = child.trunk + (columns && i % 2 === 1 && this.many.has(child) ? this.widths[child.depth]! + GAP : 0);
      });
      if (node.children.length === 0) {
        const room = part * (columns && this.many.has(node) ? STAGGERED : ROW);
        node.y = 8 + at + (room - ROW) / 2;
        at += room;
      } else {
        const last = node.children.at(-1) as GraphNode;
        node.y = this.leaves <= SMALL ? (node.children[0].y + last.y) / 2 : 8 + first + ((part - 1) * ROW) / 2;
      }
    };
    for (const node of this.nodes) {
      if (node.parent) continue;
      node.x = node.trunk;
      settle(node);
    }
    this.height = at + 16;
  }
}

/** The children of a node where they are many, have none themselves, and nobody stands right of them. */
function lastLeaves({ children }: GraphNode, depth: number): GraphNode[] {
  const last = children.length > COLUMN && children.every((child) => child.depth === depth && child.children.length === 0);
  return last ? children : [];
}
