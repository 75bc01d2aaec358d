/** Where two runs differ: each place once, in the order of time. */

import type { Aligned } from "../aligned";
import type { EventIndex, Trace } from "../types";
import type { SharedAxis } from "./shared_axis";

export interface Difference {
  /** `parting`: other things happen from here on, or in another order. `apart`: more of that. `time`: the same at another time. */
  kind: "parting" | "apart" | "time";
  /** The event of each run; -1 where it has none. */
  of: [EventIndex, EventIndex];
  /** Step of the shared axis. */
  step: number;
}

/** A place where the difference begins, or another one does: what is later by as much as what came before it is none. */
export function differences(aligned: Aligned, axis: SharedAxis, [a, b]: [Trace, Trace]): Difference[] {
  const found: Difference[] = [];
  const { divergence } = aligned.alignment;
  if (divergence !== null) found.push({ kind: "parting", of: known(divergence, a, b), step: 0 });
  let apart: Difference | null = null;
  let later = 0n;
  // That several could run tells of the schedule, and is no event of anybody's.
  const ties = [a, b].map((trace) => trace.kinds.indexOf("tie"));
  for (const row of aligned.rows()) {
    if (a.kind[row.a] === ties[0] || b.kind[row.b] === ties[1]) continue;
    if (row.a < 0 || row.b < 0) {
      if (apart === null) found.push((apart = { kind: "apart", of: [row.a, row.b], step: 0 }));
      if (apart.of[0] < 0) apart.of[0] = row.a;
      if (apart.of[1] < 0) apart.of[1] = row.b;
      continue;
    }
    apart = null;
    const by = b.t[row.b] - a.t[row.a];
    if (by !== later && by !== 0n) found.push({ kind: "time", of: [row.a, row.b], step: 0 });
    later = by;
  }
  for (const each of found) each.step = Math.min(...each.of.map((e, side) => (e < 0 ? axis.times.n - 1 : axis.steps[side as 0 | 1][e])));
  const order = [...found].sort((x, y) => x.step - y.step || rank(x) - rank(y));
  return order.filter(({ step }, i) => i === 0 || order[i - 1].step !== step);
}

/** At one step the parting is told before anything else. */
function rank({ kind }: Difference): number {
  return ["parting", "apart", "time"].indexOf(kind);
}

function known([x, y]: [EventIndex, EventIndex], a: Trace, b: Trace): [EventIndex, EventIndex] {
  return [x < a.n ? x : -1, y < b.n ? y : -1];
}
