/** The lines of the link graph. Each kind has a dash or a width of its own besides its colour. */

import { s } from "../dom";
import type { Stage } from "../stage";
import type { ProcessIndex, Snapshot } from "../types";
import { GAP, HEIGHT, type GraphNode, type Layout } from "./graph_layout";

type Kind = "spawned" | "supervises" | "link" | "monitor" | "waits" | "message";

interface Edge {
  kind: Kind;
  a: GraphNode;
  b: GraphNode;
  count: number;
  /** It is part of a circle. */
  circle?: boolean;
}

/** Kinds side by side between two processes. */
const LANE: Record<Kind, number> = { spawned: -5, supervises: -5, link: 0, monitor: 5, waits: 10, message: -10 };
/** How often there is one says nothing of these: a place has one parent. */
const TREE = new Set<Kind>(["spawned", "supervises"]);
const DIRECTED = new Set<Kind>(["monitor", "waits", "message", "supervises"]);

export class Edges {
  readonly element = s("g", { class: "edges" });
  private readonly bonds = s("g", {});

  constructor(private readonly stage: Stage, private readonly layout: Layout) {
    this.element.append(markers(), this.bonds);
  }

  show(snapshot: Snapshot): { links: number; monitors: number; waits: number } {
    const edges = new Map<string, Edge>();
    const count = { links: 0, monitors: 0, waits: 0 };
    const { model } = this.stage;
    const add = (kind: Kind, from: ProcessIndex, to: ProcessIndex): void => {
      const a = this.layout.of[from];
      const b = this.layout.of[to];
      if (!a || !b) return;
      const key = `${kind} ${a.key} ${b.key}`;
      const known = edges.get(key);
      if (known) known.count += TREE.has(kind) ? 0 : 1;
      else edges.set(key, { kind, a, b, count: 1 });
    };
    for (const state of snapshot.processes) {
      if (!state) continue;
      const process = model.processes[state.process];
      if (!process) continue;
      if (process.supervisor >= 0) add("supervises", process.supervisor, process.index);
      else if (process.parent >= 0) add("spawned", process.parent, process.index);
      if (state.state === "dead") continue;
      for (const other of state.links) {
        if (other < process.index) continue;
        add("link", process.index, other);
        count.links++;
      }
      for (const bond of state.monitors) {
        const other = model.bonds.at(bond);
        if (!other || other.b < 0) continue;
        add("monitor", process.index, other.b);
        count.monitors++;
      }
      if (state.state === "call" && state.strip && state.strip.on >= 0) {
        add("waits", process.index, state.strip.on);
        count.waits++;
      }
    }
    const message = snapshot.event < 0 ? undefined : model.messages.at(model.messageAt[snapshot.event]);
    if (message && message.from >= 0 && message.to >= 0) add("message", message.from, message.to);
    const all = [...edges.values()];
    for (const edge of all) edge.circle = edge.kind === "waits" && leadsBack(all, edge);
    this.bonds.replaceChildren(...all.flatMap(draw));
    return count;
  }
}

/** Is an edge part of a circle of those that wait for each other? */
function leadsBack(all: readonly Edge[], { a, b }: Edge): boolean {
  const seen = new Set<GraphNode>();
  const open = [b];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === a) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    for (const edge of all) if (edge.kind === "waits" && edge.a === node) open.push(edge.b);
  }
  return false;
}

function draw({ kind, a, b, count, circle }: Edge): SVGElement[] {
  const { path, x, y } = course(a, b, LANE[kind]);
  const line = s("path", { d: path, class: `edge ${kind}${circle ? " circle" : ""}`, "marker-end": DIRECTED.has(kind) ? `url(#head-${kind})` : null });
  if (count < 2 || a === b) return [line];
  return [line, s("text", { x, y: y - 3, class: `many ${kind}` }, `×${count}`)];
}

/** From the right side of one box down to the left of the other, or round the right side where neither is further right. */
function course(a: GraphNode, b: GraphNode, lane: number): { path: string; x: number; y: number } {
  const middle = HEIGHT / 2 + lane;
  const ay = a.y + middle;
  const by = b.y + middle;
  if (a.depth === b.depth && a !== b && a.y > b.y) {
    // Back up on the other side: two that wait for each other make a ring.
    const out = Math.min(a.x, b.x) - 14 - Math.min(16, Math.abs(by - ay) / 8) - lane;
    return { path: `M${a.x} ${ay}C${out} ${ay} ${out} ${by} ${b.x} ${by}`, x: out + 6, y: (ay + by) / 2 };
  }
  if (a.depth === b.depth) {
    const ax = a.x + a.width;
    const bx = b.x + b.width;
    const out = Math.max(ax, bx) + 22 + Math.min(40, Math.abs(by - ay) / 8) + lane;
    const end = a === b ? by + 9 : by;
    return { path: `M${ax} ${ay}C${out} ${ay} ${out} ${end} ${bx} ${end}`, x: out - 6, y: (ay + end) / 2 };
  }
  const right = a.depth < b.depth;
  const ax = right ? a.x + a.width : a.x;
  const bx = right ? b.x : b.x + b.width;
  // Lines to one parent share their trunk, so that fifty of them are still one tree.
  const trunk = (right ? b : a).trunk - GAP / 2 + lane;
  return { path: `M${ax} ${ay}H${trunk}V${by}H${bx}`, x: (ax + bx) / 2, y: ay === by ? ay : by };
}

function markers(): SVGElement {
  return s("defs", {}, ...[...DIRECTED].map((kind) =>
    s("marker", {
      id: `head-${kind}`, viewBox: "0 0 8 8", refX: 7.5, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto-start-reverse",
      markerUnits: "userSpaceOnUse",
    }, s("path", { d: "M0 0.5L8 4L0 7.5Z", class: `head ${kind}` }))));
}
