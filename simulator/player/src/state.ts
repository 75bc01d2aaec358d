/**
 * The state at an event. What lasts is kept by process, in order of its beginning, so that an instant is found by
 * halving, and a mailbox knows its oldest message at every arrival: no event is played again to come to an instant.
 */

import type { Mail, Mailbox } from "./model/mail";
import type { Bond, Callback, EventIndex, Model, ProcessIndex, ProcessState, Snapshot, Strip, StripState, Timer } from "./types";

/** How many of `count` things in order of their beginning have begun at `e`. */
function begun(count: number, from: (index: number) => EventIndex, e: EventIndex): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from(middle) <= e) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lasts(thing: { from: EventIndex; to: EventIndex }, e: EventIndex): boolean {
  return thing.from <= e && (thing.to < 0 || thing.to > e);
}

/** What a value was set to, and where. */
interface Values {
  at: EventIndex[];
  values: string[];
}

interface Lane {
  callbacks: Callback[];
  /** For each of them the one that it is inside of, or -1. */
  outer: number[];
  timers: Timer[];
  servers: Values;
  flags: Map<string, Values>;
}

export class States {
  private readonly lanes: Lane[];
  private recent: Snapshot | null = null;

  constructor(
    private readonly model: Model,
    private readonly mail: Mail,
    private readonly bondsOf: Int32Array[],
  ) {
    this.lanes = model.processes.map(() => ({
      callbacks: [], outer: [], timers: [], servers: { at: [], values: [] }, flags: new Map(),
    }));
    for (const callback of model.callbacks) nest(this.lanes[callback.process]!, callback);
    for (const timer of model.timers) this.lanes[timer.owner]?.timers.push(timer);
    this.readValues();
  }

  at(e: EventIndex): Snapshot {
    if (this.recent?.event === e) return this.recent;
    const { processes, trace, outputs } = this.model;
    this.recent = {
      event: e,
      t: e < 0 ? 0n : trace.t[Math.min(e, trace.n - 1)]!,
      processes: processes.map((process) => (process.born <= e ? new StateOf(this, process.index, e) : null)),
      outputs: begun(outputs.length, (index) => outputs[index]!, e),
    };
    return this.recent;
  }

  strip(p: ProcessIndex, e: EventIndex): Strip | null {
    const strips = this.model.strips[p]!;
    return strips[begun(strips.length, (index) => strips[index]!.from, e) - 1] ?? null;
  }

  mailbox(p: ProcessIndex, e: EventIndex): number[] {
    const mailbox: Mailbox | undefined = this.mail.mailboxes[p];
    if (!mailbox) return [];
    const came = begun(mailbox.since.length, (index) => mailbox.since[index]!, e);
    const found: number[] = [];
    for (let index = mailbox.oldest[came - 1] ?? 0; index < came; index++) {
      const message = mailbox.messages[index]!;
      const left = this.mail.left[message]!;
      if (left < 0 || left > e) found.push(message);
    }
    return found;
  }

  names(p: ProcessIndex, e: EventIndex): string[] {
    return this.model.processes[p]!.names.filter((name) => lasts(name, e)).map(({ name }) => name);
  }

  bonds(p: ProcessIndex, e: EventIndex, wanted: (bond: Bond) => boolean): Bond[] {
    const { bonds } = this.model;
    const of = this.bondsOf[p]!;
    const count = begun(of.length, (index) => bonds[of[index]!]!.from, e);
    const found: Bond[] = [];
    for (let index = 0; index < count; index++) {
      const bond = bonds[of[index]!]!;
      if (lasts(bond, e) && wanted(bond)) found.push(bond);
    }
    return found;
  }

  timers(p: ProcessIndex, e: EventIndex): number[] {
    const over = (at: EventIndex) => at >= 0 && at <= e;
    return this.lanes[p]!.timers
      .filter((timer) => timer.armed <= e && !over(timer.fired) && !over(timer.cancelled))
      .map((timer) => timer.index);
  }

  callback(p: ProcessIndex, e: EventIndex): Callback | null {
    const { callbacks, outer } = this.lanes[p]!;
    let index = begun(callbacks.length, (at) => callbacks[at]!.from, e) - 1;
    while (index >= 0 && !lasts(callbacks[index]!, e)) index = outer[index]!;
    return callbacks[index] ?? null;
  }

  server(p: ProcessIndex, e: EventIndex): string | null {
    return latest(this.lanes[p]!.servers, e);
  }

  flags(p: ProcessIndex, e: EventIndex): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [flag, values] of this.lanes[p]!.flags) {
      const value = latest(values, e);
      if (value !== null) found[flag] = value;
    }
    return found;
  }

  exit(p: ProcessIndex, e: EventIndex): string | null {
    const { ended, reason } = this.model.processes[p]!;
    return ended >= 0 && ended <= e ? reason : null;
  }

  private readValues(): void {
    const { trace } = this.model;
    const kinds = new Set(["callback", "called", "flag"].map((kind) => trace.kinds.indexOf(kind)));
    for (let e = 0; e < trace.n; e++) {
      const lane = kinds.has(trace.kind[e]!) ? this.lanes[this.model.processOf(trace.pid[e]!)] : undefined;
      if (!lane) continue;
      if (trace.kindOf(e) === "flag") {
        const flag = trace.field<string>(e, "flag") ?? "";
        if (!lane.flags.has(flag)) lane.flags.set(flag, { at: [], values: [] });
        add(lane.flags.get(flag)!, e, trace.field<string>(e, "value"));
      } else add(lane.servers, e, trace.field<string>(e, "state"));
    }
  }
}

function nest({ callbacks, outer }: Lane, callback: Callback): void {
  let inside = callbacks.length - 1;
  while (inside >= 0 && !lasts(callbacks[inside]!, callback.from)) inside = outer[inside]!;
  outer.push(inside);
  callbacks.push(callback);
}

function add(values: Values, e: EventIndex, value: string | undefined): void {
  if (value === undefined) return;
  values.at.push(e);
  values.values.push(value);
}

function latest(values: Values, e: EventIndex): string | null {
  return values.values[begun(values.at.length, (index) => values.at[index]!, e) - 1] ?? null;
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
      this.states
        .bonds(this.process, this.event, ({ kind }) => kind === "link")
        .map(({ a, b }) => (a === this.process ? b : a)),
    );
  }

  get monitors(): number[] {
    return this.part("monitors", () =>
      this.states
        .bonds(this.process, this.event, ({ kind, a }) => kind === "monitor" && a === this.process)
        .map(({ index }) => index),
    );
  }

  get monitoredBy(): number[] {
    return this.part("monitoredBy", () =>
      this.states
        .bonds(this.process, this.event, ({ kind, b }) => kind === "monitor" && b === this.process)
        .map(({ index }) => index),
    );
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
