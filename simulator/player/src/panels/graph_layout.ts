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

export const ROW = 44;
const FURTHEST = 120;
/** Pixels left of the first column, for lines that go back up. */
const LOOP = 26;
export const HEIGHT = 34;
/** Pixels between two columns. */
export const GAP = 26;
const LETTER = 7.2;
/** Pixels that the words of a state need. */
const LEAST = 118;
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
  /** Move the rows apart until the tree is about so high; never closer than a row, never so far that it falls apart. */
  spread(height: number): void;
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
      depth: parent ? parent.depth + 1 : 0, x: 0, y: 0, width: 0,
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
  readonly width: number;
  height = 0;
  private readonly rows: number;

  constructor(readonly nodes: GraphNode[], readonly of: GraphNode[], readonly ambiguous: ReadonlySet<string>) {
    const widths: number[] = [];
    for (const node of nodes) {
      const letters = Math.min(28, node.label.length) + (ambiguous.has(node.label) ? PID : 0);
      node.width = Math.min(220, Math.max(LEAST, letters * LETTER + 24));
      widths[node.depth] = Math.max(widths[node.depth] ?? 0, node.width);
    }
    for (const node of nodes) node.x = 12 + LOOP + widths.slice(0, node.depth).reduce((sum, width) => sum + width + GAP, 0);
    this.width = widths.reduce((sum, one) => sum + one + GAP, 24) + LOOP;
    this.rows = nodes.filter((node) => node.children.length === 0).length;
    this.spread(0);
  }

  spread(height: number): void {
    const step = Math.max(ROW, Math.min(FURTHEST, (height - 16) / Math.max(1, this.rows)));
    let row = 0;
    const settle = (node: GraphNode): void => {
      const first = row;
      for (const child of node.children) settle(child);
      if (node.children.length === 0) node.y = 8 + (row++ + 0.5) * step - ROW / 2;
      else {
        const last = node.children.at(-1) as GraphNode;
        node.y = this.rows <= SMALL ? (node.children[0].y + last.y) / 2 : 8 + first * step;
      }
    };
    for (const node of this.nodes) if (!node.parent) settle(node);
    this.height = row * step + 16;
  }
}
