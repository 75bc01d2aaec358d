/**
 * The state at an event. What lasts is kept by process, in order of its beginning, so that an instant is found by
 * halving, and a mailbox knows its oldest message at every arrival: no event is played again to come to an instant.
 */

import { Mailboxes } from "./model/mail";
import { Grouped } from "./model/table";
import { lastAtMost } from "./timemap";
import type { Callback, EventIndex, Model, ProcessIndex, ProcessState, Snapshot, Strip, StripState } from "./types";

function lasts(thing: { from: EventIndex; to: EventIndex }, e: EventIndex): boolean {
  return thing.from <= e && (thing.to < 0 || thing.to > e);
}

/** What a value was set to, and where. */
interface Values {
  at: EventIndex[];
  values: string[];
}

export class States {
  private recent: Snapshot | null = null;
  private known: Owned | null = null;

  constructor(private readonly model: Model) {}

  /** Made when the first process is looked at: nobody needs it before. */
  private get owned(): Owned {
    return (this.known ??= ownedBy(this.model));
  }

  at(e: EventIndex): Snapshot {
    if (this.recent?.event === e) return this.recent;
    const { processes, trace, outputs } = this.model;
    this.recent = {
      event: e,
      t: e < 0 ? 0n : trace.t[Math.min(e, trace.n - 1)]!,
      processes: processes.map((process) => (process.born <= e ? new StateOf(this, process.index, e) : null)),
      outputs: lastAtMost(outputs, e) + 1,
    };
    return this.recent;
  }

  strip(p: ProcessIndex, e: EventIndex): Strip | null {
    const lane = this.model.strips[p]!;
    return lane.at(lastAtMost(lane.from, e)) ?? null;
  }

  mailbox(p: ProcessIndex, e: EventIndex): number[] {
    const { enqueued, left } = this.model.messages;
    const { messages, oldest } = this.owned.mailboxes.of(p);
    const come = begun(messages, enqueued, e);
    const found: number[] = [];
    for (let index = oldest[come - 1] ?? 0; index < come; index++) {
      const message = messages[index]!;
      if (left[message]! < 0 || left[message]! > e) found.push(message);
    }
    return found;
  }

  names(p: ProcessIndex, e: EventIndex): string[] {
    return this.model.processes[p]!.names.filter((name) => lasts(name, e)).map(({ name }) => name);
  }

  /** The links of a process, the monitors that it holds, those that are held on it: indexes of bonds. */
  bonds(p: ProcessIndex, e: EventIndex, which: "link" | "holds" | "held"): number[] {
    const { kind, a, from, to } = this.model.bonds;
    const of = this.owned.bonds.of(p);
    const count = begun(of, from, e);
    const found: number[] = [];
    for (let index = 0; index < count; index++) {
      const bond = of[index]!;
      if (to[bond]! >= 0 && to[bond]! <= e) continue;
      const is = kind[bond] === 0 ? "link" : a[bond] === p ? "holds" : "held";
      if (is === which || (which === "held" && is === "holds" && this.model.bonds.b[bond] === p)) found.push(bond);
    }
    return found;
  }

  otherEnd(bond: number, p: ProcessIndex): ProcessIndex {
    const { a, b } = this.model.bonds;
    return a[bond] === p ? b[bond]! : a[bond]!;
  }

  timers(p: ProcessIndex, e: EventIndex): number[] {
    const { armed, fired, cancelled } = this.model.timers;
    const of = this.owned.timers.of(p);
    const found: number[] = [];
    for (let index = 0; index < of.length && armed[of[index]!]! <= e; index++) {
      const timer = of[index]!;
      const over = (fired[timer]! >= 0 && fired[timer]! <= e) || (cancelled[timer]! >= 0 && cancelled[timer]! <= e);
      if (!over) found.push(timer);
    }
    return found;
  }

  callback(p: ProcessIndex, e: EventIndex): Callback | null {
    const { callbacks } = this.model;
    const { from, to, outer } = callbacks;
    const of = this.owned.callbacks.of(p);
    let index = of[begun(of, from, e) - 1] ?? -1;
    while (index >= 0 && to[index]! >= 0 && to[index]! <= e) index = outer[index]!;
    return callbacks.at(index) ?? null;
  }

  /** The state with which the latest callback began or ended, as far as states were recorded. */
  server(p: ProcessIndex, e: EventIndex): string | null {
    if (this.owned.callbacks.of(p).length === 0) return null;
    const { trace } = this.model;
    const own = this.model.eventsOf(p);
    const telling = ["callback", "called"].map((kind) => trace.kinds.indexOf(kind));
    for (let place = lastAtMost(own, e); place >= 0; place--) {
      const at = own[place]!;
      if (!telling.includes(trace.kind[at]!)) continue;
      const state = trace.field<string>(at, "state");
      if (state !== undefined) return state;
    }
    return null;
  }

  flags(p: ProcessIndex, e: EventIndex): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [flag, values] of this.owned.flags[p] ?? []) {
      const value = latest(values, e);
      if (value !== null) found[flag] = value;
    }
    return found;
  }

  exit(p: ProcessIndex, e: EventIndex): string | null {
    const { ended, reason } = this.model.processes[p]!;
    return ended >= 0 && ended <= e ? reason : null;
  }
}

/** What processes own, by process. */
interface Owned {
  mailboxes: Mailboxes;
  callbacks: Grouped;
  timers: Grouped;
  bonds: Grouped;
  flags: Map<string, Values>[];
}

function ownedBy(model: Model): Owned {
  const { processes, messages, callbacks, timers, bonds } = model;
  const count = processes.length;
  return {
    mailboxes: new Mailboxes(messages, count),
    callbacks: Grouped.by(count, callbacks.process.subarray(0, callbacks.length)),
    timers: Grouped.by(count, timers.owner.subarray(0, timers.length)),
    bonds: Grouped.by(count, bonds.a.subarray(0, bonds.length), bonds.b.subarray(0, bonds.length)),
    flags: flagsOf(model),
  };
}

function flagsOf(model: Model): Map<string, Values>[] {
  const { trace } = model;
  const all: Map<string, Values>[] = [];
  const wanted = trace.kinds.indexOf("flag");
  for (let e = 0, left = trace.count("flag"); left > 0; e++) {
    if (trace.kind[e] !== wanted) continue;
    left--;
    const flags = (all[model.processOf(trace.pid[e]!)] ??= new Map<string, Values>());
    const flag = trace.field<string>(e, "flag") ?? "";
    if (!flags.has(flag)) flags.set(flag, { at: [], values: [] });
    add(flags.get(flag)!, e, trace.field<string>(e, "value"));
  }
  return all;
}

/** How many of some things, in order of their beginning, have begun at `e`. */
function begun(things: Int32Array, from: Int32Array, e: EventIndex): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[things[middle]!]! <= e) low = middle + 1;
    else high = middle;
  }
  return low;
}

function add(values: Values, e: EventIndex, value: string | undefined): void {
  if (value === undefined) return;
  values.at.push(e);
  values.values.push(value);
}

function latest(values: Values, e: EventIndex): string | null {
  return values.values[lastAtMost(values.at, e)] ?? null;
}

/** One process at an instant; each part is found when it is first asked for. */
class StateOf implements ProcessState {
  private known: { [Part in keyof ProcessState]?: ProcessState[Part] } = {};

  constructor(
    private readonly states: States,
    readonly process: ProcessIndex,
    private readonly event: EventIndex,
  ) {}

  private part<Part extends keyof ProcessState>(name: Part, find: () => ProcessState[Part]): ProcessState[Part] {
    const known = this.known[name] as ProcessState[Part] | undefined;
    if (known !== undefined) return known;
    const found = find();
    this.known[name] = found;
    return found;
  }

  get strip(): Strip | null {
    return this.part("strip", () => this.states.strip(this.process, this.event));
  }

  get state(): StripState {
    return this.strip?.state ?? "ready";
  }

  get mailbox(): number[] {
    return this.part("mailbox", () => this.states.mailbox(this.process, this.event));
  }

  get serverState(): string | null {
    return this.part("serverState", () => this.states.server(this.process, this.event));
  }

  get names(): string[] {
    return this.part("names", () => this.states.names(this.process, this.event));
  }

  get links(): ProcessIndex[] {
    return this.part("links", () =>
      this.states.bonds(this.process, this.event, "link").map((bond) => this.states.otherEnd(bond, this.process)),
    );
  }

  get monitors(): number[] {
    return this.part("monitors", () => this.states.bonds(this.process, this.event, "holds"));
  }

  get monitoredBy(): number[] {
    return this.part("monitoredBy", () => this.states.bonds(this.process, this.event, "held"));
  }

  get timers(): number[] {
    return this.part("timers", () => this.states.timers(this.process, this.event));
  }

  get flags(): Record<string, string> {
    return this.part("flags", () => this.states.flags(this.process, this.event));
  }

  get callback(): Callback | null {
    return this.part("callback", () => this.states.callback(this.process, this.event));
  }

  get exit(): string | null {
    return this.part("exit", () => this.states.exit(this.process, this.event));
  }
}
