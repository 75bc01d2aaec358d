/** The events of each process, in order. */

import type { EventIndex, ProcessIndex, Trace } from "../types";
import type { People } from "./people";
import { Grouped } from "./table";

/** Of so many processes the events are looked for one by one; then those of all are put together, which takes as much room as a column. */
const FEW = 8;

export class OwnEvents {
  private readonly few = new Map<ProcessIndex, Int32Array>();
  private all: Grouped | null = null;

  constructor(
    private readonly trace: Trace,
    private readonly people: People,
  ) {}

  of(p: ProcessIndex): Int32Array {
    const known = this.all === null ? this.few.get(p) : this.all.of(p);
    if (known !== undefined) return known;
    if (this.few.size === FEW) return this.everybodys().of(p);
    const own = this.lookedFor(p);
    this.few.set(p, own);
    return own;
  }

  private lookedFor(p: ProcessIndex): Int32Array {
    const { n, pid } = this.trace;
    const wanted = this.people.processes[p]?.pid;
    const found: EventIndex[] = [];
    for (let e = 0; e < n; e++) if (pid[e] === wanted) found.push(e);
    return Int32Array.from(found);
  }

  private everybodys(): Grouped {
    const { n, pid } = this.trace;
    const owners = new Int32Array(n);
    for (let e = 0; e < n; e++) owners[e] = this.people.find(pid[e]!);
    this.few.clear();
    return (this.all = Grouped.by(this.people.processes.length, owners));
  }
}
