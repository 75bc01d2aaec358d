/** Links and monitors, from when to when; and timers. */

import type { Bond, Bonds as Table, EventIndex, ProcessIndex, Timer, Timers as TimerTable, Trace } from "../types";
import type { People } from "./people";
import { Columns, nones } from "./table";

const KINDS: Bond["kind"][] = ["link", "monitor"];
const [LINK, MONITOR] = [0, 1];

export class BondColumns extends Columns<Bond> implements Table {
  length = 0;
  readonly kind: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly forCall: Uint8Array;

  constructor(readonly trace: Trace) {
    super();
    const most = trace.count("link") + trace.count("monitor") + 2 * trace.count("spawn");
    this.kind = new Uint8Array(most);
    this.a = nones(most);
    this.b = nones(most);
    this.from = nones(most);
    this.to = nones(most);
    this.forCall = new Uint8Array(most);
  }

  protected make(index: number): Bond {
    return new BondOf(this, index);
  }
}

class BondOf implements Bond {
  constructor(
    private readonly all: BondColumns,
    readonly index: number,
  ) {}

  get kind(): Bond["kind"] { return KINDS[this.all.kind[this.index]!]!; }
  get a(): ProcessIndex { return this.all.a[this.index]!; }
  get b(): ProcessIndex { return this.all.b[this.index]!; }
  get from(): EventIndex { return this.all.from[this.index]!; }
  get to(): EventIndex { return this.all.to[this.index]!; }
  get forCall(): boolean { return this.all.forCall[this.index] === 1; }

  get ref(): number {
    const { trace } = this.all;
    if (this.kind === "link") return -1;
    return trace.field<number>(this.from, trace.kindOf(this.from) === "spawn" ? "monitor" : "ref") ?? -1;
  }
}

export class Bonds {
  readonly bonds: BondColumns;
  /** The message that a monitor gave, by index of the bond. */
  private readonly downs = new Map<number, number>();
  private readonly links = new Map<number, number>();
  private readonly monitors = new Map<number, number>();
  /** The bonds of each process as a chain, the latest first: two links of it a bond. */
  private readonly latest: number[] = [];
  private readonly before: Int32Array;

  constructor(
    trace: Trace,
    private readonly people: People,
  ) {
    this.bonds = new BondColumns(trace);
    this.before = new Int32Array(2 * this.bonds.a.length);
  }

  /** A second link of a pair is none; one to a dead process is gone at once. */
  link(a: ProcessIndex, b: ProcessIndex, e: EventIndex): void {
    const pair = pairOf(a, b);
    if (this.links.has(pair)) return;
    const bond = this.bind(LINK!, a, b, e);
    this.links.set(pair, bond);
    if ((this.people.processes[b]?.ended ?? -1) >= 0) this.unbind(bond, e);
  }

  monitor(a: ProcessIndex, b: ProcessIndex, ref: number, e: EventIndex): void {
    if (!this.monitors.has(ref)) this.monitors.set(ref, this.bind(MONITOR!, a, b, e));
  }

  unlink(a: ProcessIndex, b: ProcessIndex, e: EventIndex): void {
    const bond = this.links.get(pairOf(a, b));
    if (bond !== undefined) this.unbind(bond, e);
  }

  /** Returns the message that the monitor gave, if it did. */
  demonitor(ref: number, e: EventIndex): number | undefined {
    const bond = this.monitors.get(ref);
    if (bond === undefined) return undefined;
    this.unbind(bond, e);
    return this.downs.get(bond);
  }

  down(ref: number, e: EventIndex, message: number): void {
    const bond = this.monitors.get(ref);
    if (bond === undefined) return;
    this.downs.set(bond, message);
    this.unbind(bond, e);
  }

  /** A process ends, and with it its links and what it monitors; a monitor of it ends with its DOWN. */
  ended(p: ProcessIndex, e: EventIndex): void {
    const { kind, a } = this.bonds;
    for (let at = this.latest[p] ?? -1; at >= 0; at = this.before[at]!) {
      const bond = at >> 1;
      if (kind[bond] === LINK || a[bond] === p) this.unbind(bond, e);
    }
  }

  serveCall(ref: number): void {
    const bond = this.monitors.get(ref);
    if (bond !== undefined) this.bonds.forCall[bond] = 1;
  }

  private bind(kind: number, a: ProcessIndex, b: ProcessIndex, from: EventIndex): number {
    const { bonds } = this;
    const bond = bonds.length++;
    bonds.kind[bond] = kind;
    bonds.a[bond] = a;
    bonds.b[bond] = b;
    bonds.from[bond] = from;
    this.chain(a, 2 * bond);
    this.chain(b, 2 * bond + 1);
    return bond;
  }

  private chain(p: ProcessIndex, at: number): void {
    if (p < 0) return;
    this.before[at] = this.latest[p] ?? -1;
    this.latest[p] = at;
  }

  private unbind(bond: number, e: EventIndex): void {
    const { kind, a, b, to } = this.bonds;
    if (to[bond]! >= 0) return;
    to[bond] = e;
    if (kind[bond] === LINK) this.links.delete(pairOf(a[bond]!, b[bond]!));
  }
}

/** Two processes as one number, whichever comes first. */
function pairOf(a: ProcessIndex, b: ProcessIndex): number {
  return Math.min(a, b) * 2 ** 26 + Math.max(a, b);
}

export class TimerColumns extends Columns<Timer> implements TimerTable {
  length = 0;
  readonly owner: Int32Array;
  readonly to: Int32Array;
  readonly armed: Int32Array;
  readonly fired: Int32Array;
  readonly cancelled: Int32Array;
  readonly dropped: Int32Array;
  readonly died: Uint8Array;
  readonly tooLate = new Map<number, EventIndex[]>();

  constructor(readonly trace: Trace) {
    super();
    const most = trace.count("timer");
    this.owner = nones(most);
    this.to = nones(most);
    this.armed = nones(most);
    this.fired = nones(most);
    this.cancelled = nones(most);
    this.dropped = nones(most);
    this.died = new Uint8Array(most);
  }

  protected make(index: number): Timer {
    return new TimerOf(this, index);
  }
}

class TimerOf implements Timer {
  constructor(
    private readonly all: TimerColumns,
    readonly index: number,
  ) {}

  get owner(): ProcessIndex { return this.all.owner[this.index]!; }
  get to(): ProcessIndex { return this.all.to[this.index]!; }
  get armed(): EventIndex { return this.all.armed[this.index]!; }
  get fired(): EventIndex { return this.all.fired[this.index]!; }
  get cancelled(): EventIndex { return this.all.cancelled[this.index]!; }
  get dropped(): EventIndex { return this.all.dropped[this.index]!; }
  get died(): boolean { return this.all.died[this.index] === 1; }
  get tooLate(): EventIndex[] { return this.all.tooLate.get(this.index) ?? []; }
  get name(): string { return this.all.trace.field<string>(this.armed, "name") ?? ""; }
  get text(): string { return this.all.trace.field<string>(this.armed, "msg") ?? ""; }
  get at(): bigint { return this.all.trace.integer(this.armed, "at") ?? this.all.trace.t[this.armed]!; }
}

export class Timers {
  readonly timers: TimerColumns;
  private readonly byRef = new Map<number, number>();
  private readonly ref: (e: EventIndex) => number;
  private readonly receiver: (e: EventIndex) => number;

  constructor(
    private readonly trace: Trace,
    private readonly people: People,
  ) {
    this.timers = new TimerColumns(trace);
    this.ref = trace.numbers("ref");
    this.receiver = trace.numbers("to");
  }

  arm(p: ProcessIndex, e: EventIndex): void {
    const { timers } = this;
    const index = timers.length++;
    timers.owner[index] = p;
    timers.to[index] = this.people.of(this.receiver(e), e);
    timers.armed[index] = e;
    this.byRef.set(this.ref(e), index);
  }

  private of(e: EventIndex): number {
    return this.byRef.get(this.ref(e)) ?? -1;
  }

  /** Returns the timer that fires, and where it was armed; -1 for an unknown one. */
  fire(e: EventIndex): [timer: number, armed: EventIndex] {
    const index = this.of(e);
    if (index < 0) return [-1, -1];
    this.timers.fired[index] = e;
    return [index, this.timers.armed[index]!];
  }

  cancel(e: EventIndex): void {
    const { timers } = this;
    const index = this.of(e);
    if (index < 0) return;
    if (this.trace.integer(e, "left") === undefined) {
      timers.tooLate.set(index, [...(timers.tooLate.get(index) ?? []), e]);
      return;
    }
    timers.cancelled[index] = e;
    timers.died[index] = (this.people.processes[timers.to[index]!]?.ended ?? -1) >= 0 ? 1 : 0;
  }
}
