/** Two runs side by side: which moment of one is which of the other. */

import { lastAtMost } from "./timemap";
import type { Alignment, EventIndex } from "./types";

export interface AlignedRow {
  a: EventIndex;
  b: EventIndex;
}

export class Aligned {
  /** For each side the paired events in order, and with each the furthest event of the other side paired so far. */
  private readonly from: [number[], number[]];
  private readonly into: [number[], number[]];

  constructor(readonly alignment: Alignment, private readonly lengths: [number, number]) {
    const sides = ([0, 1] as const).map((side) => {
      const pairs = [...alignment.pairs].sort((x, y) => x[side] - y[side]);
      let furthest = -1;
      return { keys: pairs.map((pair) => pair[side]), values: pairs.map((pair) => (furthest = Math.max(furthest, pair[1 - side]))) };
    });
    this.from = [sides[0]?.keys ?? [], sides[1]?.keys ?? []];
    this.into = [sides[0]?.values ?? [], sides[1]?.values ?? []];
  }

  /** The moment of the other run when this much of one has happened. */
  across(side: 0 | 1, cursor: EventIndex): EventIndex {
    const at = lastAtMost(this.from[side], cursor);
    return at < 0 ? -1 : this.into[side][at];
  }

  /** All events of both, the paired ones in one row; -1 where one side has none. */
  rows(): AlignedRow[] {
    const partner = new Int32Array(this.lengths[0]).fill(-1);
    const taken = new Uint8Array(this.lengths[1]);
    for (const [a, b] of this.alignment.pairs) {
      partner[a] = b;
      taken[b] = 1;
    }
    const rows: AlignedRow[] = [];
    let next = 0;
    for (let a = 0; a < this.lengths[0]; a++) {
      const b = partner[a];
      // What only the other run did before this stands before it.
      for (; next < b; next++) if (!taken[next]) rows.push({ a: -1, b: next });
      rows.push({ a, b });
    }
    for (; next < this.lengths[1]; next++) if (!taken[next]) rows.push({ a: -1, b: next });
    return rows;
  }
}
