/** The instants of a run: with which event each begins, and to which one an event belongs. A byte an event, no search. */

import { Growing } from "./model/table";
import type { EventIndex, Instants } from "./types";

/** Events of a block, 256, as a power of two: so many instants at most begin in one that a byte counts them. */
const BLOCK = 8;

export class CountedInstants implements Instants {
  private readonly begun = new Growing();
  /** The instant of each block's first event; how many instants later that of an event is. */
  private readonly blocks: Int32Array;
  private readonly within: Uint8Array;

  constructor(n: number) {
    this.blocks = new Int32Array((n >> BLOCK) + 1);
    this.within = new Uint8Array(n);
  }

  /** The next event; does it begin an instant? */
  add(e: EventIndex, begins: boolean): void {
    if (begins) this.begun.push(e);
    const instant = this.begun.length - 1;
    const block = e >> BLOCK;
    if (e === block << BLOCK) this.blocks[block] = instant;
    this.within[e] = instant - this.blocks[block];
  }

  get firsts(): Int32Array {
    return this.begun.all();
  }

  of(e: EventIndex): number {
    return this.blocks[e >> BLOCK] + this.within[e];
  }
}
