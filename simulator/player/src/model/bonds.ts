/** Links and monitors, from when to when; and timers. */

import type { People } from "./people";
import type { Bond, EventIndex, Message, ProcessIndex, Timer, Trace } from "../types";

export class Bonds {
  readonly bonds: Bond[] = [];
  /** The message that a monitor gave, by index of the bond. */
  private readonly downs = new Map<number, Message>();
  private readonly links = new Map<string, Bond>();
  private readonly monitors = new Map<number, Bond>();
  private readonly open = new Map<ProcessIndex, Set<Bond>>();

  constructor(private readonly people: People) {}

  /** A second link of a pair is none; one to a dead process is gone at once. */
  link(a: ProcessIndex, b: ProcessIndex, e: EventIndex): void {
    const pair = pairOf(a, b);
    if (this.links.has(pair)) return;
    const bond = this.bind("link", a, b, -1, e);
    this.links.set(pair, bond);
    if ((this.people.processes[b]?.ended ?? -1) >= 0) this.unbind(bond, e);
  }

  monitor(a: ProcessIndex, b: ProcessIndex, ref: number, e: EventIndex): void {
    if (!this.monitors.has(ref)) this.monitors.set(ref, this.bind("monitor", a, b, ref, e));
  }

  unlink(a: ProcessIndex, b: ProcessIndex, e: EventIndex): void {
    const bond = this.links.get(pairOf(a, b));
    if (bond) this.unbind(bond, e);
  }

  /** Returns the message that the monitor gave, if it did. */
  demonitor(ref: number, e: EventIndex): Message | undefined {
    const bond = this.monitors.get(ref);
    if (!bond) return undefined;
    this.unbind(bond, e);
    return this.downs.get(bond.index);
  }

  down(ref: number, e: EventIndex, message: Message): void {
    const bond = this.monitors.get(ref);
    if (!bond) return;
    this.downs.set(bond.index, message);
    this.unbind(bond, e);
  }

  /** A process ends, and with it its links and what it monitors; a monitor of it ends with its DOWN. */
  ended(p: ProcessIndex, e: EventIndex): void {
    for (const bond of this.open.get(p) ?? []) if (bond.kind === "link" || bond.a === p) this.unbind(bond, e);
  }

  serveCall(ref: number): void {
    const bond = this.monitors.get(ref);
    if (bond) bond.forCall = true;
  }

  private bind(kind: Bond["kind"], a: ProcessIndex, b: ProcessIndex, ref: number, from: EventIndex): Bond {
    const bond: Bond = { index: this.bonds.length, kind, a, b, ref, from, to: -1, forCall: false };
    this.bonds.push(bond);
    for (const p of [a, b]) {
      const open = this.open.get(p);
      if (open) open.add(bond);
      else this.open.set(p, new Set([bond]));
    }
    return bond;
  }

  private unbind(bond: Bond, e: EventIndex): void {
    if (bond.to >= 0) return;
    bond.to = e;
    this.open.get(bond.a)?.delete(bond);
    this.open.get(bond.b)?.delete(bond);
    if (bond.kind === "link") this.links.delete(pairOf(bond.a, bond.b));
  }
}

function pairOf(a: ProcessIndex, b: ProcessIndex): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

export class Timers {
  readonly timers: Timer[] = [];
  private readonly byRef = new Map<number, Timer>();

  constructor(
    private readonly trace: Trace,
    private readonly people: People,
  ) {}

  arm(p: ProcessIndex, e: EventIndex): void {
    const { trace } = this;
    const timer: Timer = {
      index: this.timers.length, ref: trace.field<number>(e, "ref") ?? -1, owner: p,
      to: this.people.of(trace.field<number>(e, "to"), e), name: trace.field<string>(e, "name") ?? "",
      text: trace.field<string>(e, "msg") ?? "", armed: e, at: trace.integer(e, "at") ?? trace.t[e]!,
      fired: -1, cancelled: -1, dropped: -1, died: false, tooLate: [],
    };
    this.timers.push(timer);
    this.byRef.set(timer.ref, timer);
  }

  of(e: EventIndex): Timer | undefined {
    return this.byRef.get(this.trace.field<number>(e, "ref") ?? -1);
  }

  cancel(e: EventIndex): void {
    const timer = this.of(e);
    if (!timer) return;
    if (this.trace.integer(e, "left") === undefined) timer.tooLate.push(e);
    else {
      timer.cancelled = e;
      timer.died = (this.people.processes[timer.to]?.ended ?? -1) >= 0;
    }
  }
}
