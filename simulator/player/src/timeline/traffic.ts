/**
 * Messages where they are denser than pixels: at the edge of each lane a rail, the darker the more leave it or come to
 * it. Lines would be a fence of chance, and a ground from lane to lane would hide the lanes between.
 */
import type { MessageKind } from "../types";
import type { Draft } from "./draft";
import { Grid, type Style } from "./pen";
import type { Route } from "./routes";

/** Pixels of a rail across time: of what leaves a lane, and of what comes to it. */
const LEAVES = 2;
const COMES = 3.5;
/** Pixels of time that share a shade, about: in a busy lane those in which nothing happens to come are no gaps. */
const BIN = 18;
/** Messages of a shade at which it is the darkest. */
const MANY = 40;
/** By the number of messages: which of four shades, from 1 on; 0 for none. */
const SHADES = Uint8Array.from({ length: MANY + 1 }, (_, count) => (count === 0 ? 0 : 1 + Math.min(3, Math.floor((4 * Math.log1p(count)) / Math.log1p(MANY)))));

interface Rail {
  looks: readonly Style[];
  faded: boolean;
  across: number;
  breadth: number;
  counts: Uint16Array;
}

export class Traffic {
  /** By the looks of a kind, and by where across time they are, how broad, and whether they are faded. */
  private readonly rails = new Map<readonly Style[], Map<number, Rail>>();
  private readonly bins: number;

  constructor(private readonly draft: Draft) {
    this.bins = Math.max(1, Math.round(draft.frame.mainSize / BIN));
  }

  /** One more message, which is sent so many pixels after the begin of what is in sight. */
  add(kind: MessageKind, way: Route, after: number, faded: boolean): void {
    const bin = Math.min(this.bins - 1, Math.floor((after * this.bins) / this.draft.frame.mainSize));
    const towards = Math.sign(way.toAcross - way.fromAcross);
    if (Math.abs(way.toAcross - way.fromAcross) < 4) return;
    this.count(kind, way.fromAcross, towards * LEAVES, bin, faded);
    // What waits stands on one side of the strip, wherever it comes from.
    if (Number.isNaN(way.taken)) this.count(kind, way.toAcross, -towards * COMES, bin, faded);
    else this.count(kind, way.taken, (this.draft.frame.horizontal ? -1 : 1) * COMES, bin, faded);
  }

  draw(): void {
    const { frame, pen, theme } = this.draft;
    const grid = new Grid(frame.horizontal, frame.main, this.bins, frame.mainSize / this.bins);
    for (const rails of this.rails.values()) {
      for (const { looks, faded, across, breadth, counts } of rails.values()) {
        for (let from = 0, to = 1; from < this.bins; from = to++) {
          const shade = SHADES[Math.min(MANY, counts[from])];
          while (to < this.bins && SHADES[Math.min(MANY, counts[to])] === shade) to++;
          if (shade > 0) grid.box(faded ? theme.faded(looks[shade - 1]) : looks[shade - 1], from, to, across, breadth);
        }
      }
    }
    pen.grid(grid);
  }

  /** One more on the rail that begins at an edge and is so broad, up or down. */
  private count(kind: MessageKind, edge: number, breadth: number, bin: number, faded: boolean): void {
    const looks = this.draft.theme.messages[kind].flow;
    let rails = this.rails.get(looks);
    if (rails === undefined) this.rails.set(looks, (rails = new Map<number, Rail>()));
    const key = (Math.round(64 * edge) * 16 + 2 * (breadth + 4)) * 2 + (faded ? 1 : 0);
    let rail = rails.get(key);
    if (rail === undefined) {
      rails.set(key, (rail = { looks, faded, across: Math.min(edge, edge + breadth), breadth: Math.abs(breadth), counts: new Uint16Array(this.bins) }));
    }
    rail.counts[bin]++;
  }
}
