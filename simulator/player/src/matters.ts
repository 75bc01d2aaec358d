/** The moment at which a run is opened: the one that its scenario names, else the one at which a circle of calls has closed. */
import { momentAt, nanoseconds, type Moment } from "./moment";
import { startMode } from "./timemap";
import type { EventIndex, Model, ProcessIndex, View } from "./types";

/** What a run begins with where nobody has asked for anything. */
export function opening(model: Model): Pick<View, "mode" | "cursor" | "at"> {
  const asked = model.trace.settings.view_at;
  const named = typeof asked === "number" ? BigInt(Math.round(asked * 1e6)) : typeof asked === "string" ? nanoseconds(asked) : null;
  const moment: Moment = named !== null ? momentAt(named, model) : { cursor: Math.max(0, circle(model)), at: null };
  return { mode: startMode(model.trace), ...moment };
}

/** The first event after which processes wait for each other in a circle of calls; -1 where they never do. */
export function circle(model: Model): EventIndex {
  const [events, processes, others]: [EventIndex[], ProcessIndex[], ProcessIndex[]] = [[], [], []];
  const change = (e: EventIndex, process: ProcessIndex, other: ProcessIndex): void => {
    events.push(e);
    processes.push(process);
    others.push(other);
  };
  model.strips.forEach(({ from, on, length }, process) => {
    for (let i = 0; i < length; i++) {
      if (on[i] < 0) continue;
      change(from[i], process, on[i]);
      if (i + 1 < length) change(from[i + 1], process, -1);
    }
  });
  // By event, and then as they came: one number each, which is quick to sort.
  const order = Float64Array.from(events, (e, k) => e * events.length + k).sort();
  const on = new Map<ProcessIndex, ProcessIndex>();
  for (const key of order) {
    const k = key % events.length;
    const [e, process, other] = [events[k], processes[k], others[k]];
    if (other < 0) on.delete(process);
    else on.set(process, other);
    let next = other;
    for (let steps = 0; next >= 0 && steps <= on.size; steps++) {
      if (next === process) return e;
      next = on.get(next) ?? -1;
    }
  }
  return -1;
}

/** The event after which most links and monitors live; -1 where there are none. */
export function mostBonds(model: Model): EventIndex {
  const changes: [EventIndex, number][] = [];
  const { from, to, forCall, length } = model.bonds;
  for (let bond = 0; bond < length; bond++) {
    if (forCall[bond] === 1) continue;
    changes.push([from[bond], 1]);
    if (to[bond] >= 0) changes.push([to[bond], -1]);
  }
  changes.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let [alive, most, best] = [0, 0, -1];
  for (const [e, by] of changes) {
    alive += by;
    if (alive > most) [most, best] = [alive, e];
  }
  return best;
}
