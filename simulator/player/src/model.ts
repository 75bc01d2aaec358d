/** Everything derived from the trace, in one pass at opening. */

import { Bonds, Timers } from "./model/bonds";
import { Mail } from "./model/mail";
import { OwnEvents } from "./model/own_events";
import { People } from "./model/people";
import { Servers } from "./model/servers";
import { Strips } from "./model/strips";
import { States } from "./state";
import { Grouped, nones } from "./model/table";
import type { Bonds as BondTable, Callbacks, Calls, EventIndex, Lane, Messages, Model, Process, ProcessIndex, Snapshot, Timers as TimerTable, Trace } from "./types";

export function buildModel(trace: Trace): Model {
  return new TraceModel(trace);
}

type Tell = (p: ProcessIndex, e: EventIndex) => void;

class TraceModel implements Model {
  readonly processes: Process[];
  readonly messages: Messages;
  readonly calls: Calls;
  readonly timers: TimerTable;
  readonly bonds: BondTable;
  readonly callbacks: Callbacks;
  readonly strips: Lane[];
  readonly messageAt: Int32Array;
  readonly depth: { at: Int32Array; depth: Int32Array }[];
  readonly maxDepth: number;
  readonly outputs: Int32Array;
  readonly notes: Int32Array;
  private readonly people: People;
  private readonly states: States;
  private chains: [first: Int32Array, next: Int32Array] | null = null;
  private readonly events: OwnEvents;
  private told: Int32Array[] | null = null;

  constructor(readonly trace: Trace) {
    const people = new People(trace);
    const servers = new Servers(trace, people);
    const mail = new Mail(trace, people);
    const bonds = new Bonds(trace, people);
    const timers = new Timers(trace, people);
    const strips = new Strips(trace, people, (p) => servers.called(p));
    const byKind = tellers(trace, people, servers, mail, bonds, timers, strips);
    const tell = trace.kinds.map((kind) => byKind[kind] ?? (() => undefined));
    for (let e = 0; e < trace.n; e++) tell[trace.kind[e]!]!(people.of(trace.pid[e]!, e), e);
    this.people = people;
    this.events = new OwnEvents(trace, people);
    this.processes = people.processes;
    const count = this.processes.length;
    this.messages = mail.messages;
    this.messageAt = mail.at;
    this.maxDepth = mail.maxDepth;
    this.calls = servers.calls;
    this.callbacks = servers.callbacks;
    this.timers = timers.timers;
    this.bonds = bonds.bonds;
    this.strips = strips.lanes();
    this.depth = mail.depths(count);
    this.outputs = ofKind(trace, "output");
    this.notes = ofKind(trace, "note");
    this.states = new States(this);
  }

  eventsOf(p: ProcessIndex): Int32Array {
    return this.events.of(p);
  }

  /** Made when first asked for, as is all that the first picture does not need. */
  get messagesOf(): Int32Array[] {
    const { from, to, length } = this.messages;
    const count = this.processes.length;
    return (this.told ??= each(count, Grouped.by(count, from.subarray(0, length), to.subarray(0, length))));
  }

  processOf(pid: number): ProcessIndex {
    return this.people.find(pid);
  }

  effects(e: EventIndex): number[] {
    const [first, next] = (this.chains ??= chainsOf(this.trace));
    const found: number[] = [];
    for (let at = first[e] ?? -1; at >= 0; at = next[at]!) found.push(at);
    return found;
  }

  firstAt(t: bigint): EventIndex {
    const place = this.eventsBefore(t);
    return place < this.trace.n ? place : -1;
  }

  lastAt(t: bigint): EventIndex {
    return this.eventsBefore(t + 1n) - 1;
  }

  stateAt(e: EventIndex): Snapshot {
    return this.states.at(e);
  }

  private eventsBefore(t: bigint): number {
    let low = 0;
    let high = this.trace.n;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.trace.t[middle]! < t) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What is to be done with an event of each kind. */
function tellers(
  trace: Trace, people: People, servers: Servers, mail: Mail, bonds: Bonds, timers: Timers, strips: Strips,
): Record<string, Tell> {
  const receiver = trace.numbers("to");
  const to = (e: EventIndex) => people.of(receiver(e), e);
  const ref = trace.numbers("ref");
  const acts: Tell = (p, e) => strips.acts(p, e);
  const wakes: Tell = (p, e) => strips.wakes(p, e);
  const acting = (tell: Tell): Tell => (p, e) => {
    strips.acts(p, e);
    tell(p, e);
  };
  return {
    spawn: (p, e) => {
      people.spawn(e);
      const parent = people.processes[p]!.parent;
      strips.acts(parent, e);
      strips.born(p, e);
      if (trace.field(e, "link")) bonds.link(parent, p, e);
      const monitor = trace.field<number>(e, "monitor");
      if (monitor !== undefined) bonds.monitor(parent, p, monitor, e);
    },
    exit: (p, e) => {
      people.exit(p, e);
      mail.exit(p, e);
      bonds.ended(p, e);
      servers.ended(p, e);
      strips.ended(p, e);
    },
    crash: acting((p) => people.crash(p)),
    send: acting((p, e) => void mail.send(e, servers.content(p, e))),
    deliver: (p, e) => mail.deliver(p, e),
    drop: (_, e) => mail.drop(e),
    receive: (p, e) => {
      mail.receive(p, e);
      strips.wakes(p, e);
    },
    wait: (p, e) => strips.wait(p, e),
    timeout: wakes,
    resume: wakes,
    worked: wakes,
    work: (p, e) => strips.queues(p, e),
    run: (p, e) => strips.works(p, e),
    preempt: (p, e) => strips.queues(p, e),
    timer: acting((p, e) => timers.arm(p, e)),
    fire: (_, e) => mail.fire(e, ...timers.fire(e)),
    cancel: (_, e) => timers.cancel(e),
    link: acting((p, e) => bonds.link(p, to(e), e)),
    unlink: acting((p, e) => bonds.unlink(p, to(e), e)),
    monitor: acting((p, e) => bonds.monitor(p, to(e), ref(e), e)),
    demonitor: acting((p, e) => {
      const message = bonds.demonitor(ref(e), e);
      if (message !== undefined && trace.field(e, "flush")) mail.flush(p, e, message);
    }),
    signal: (p, e) => {
      if (trace.field(e, "via") === "exit") strips.acts(p, e);
      mail.signal(e);
    },
    ignore: (_, e) => mail.ignore(e),
    down: (_, e) => bonds.down(ref(e), e, mail.down(e)),
    register: (p, e) => people.register(p, e),
    unregister: (p, e) => people.unregister(p, e),
    label: (p, e) => people.name(p, e),
    flag: acts,
    output: acts,
    note: acts,
    hibernate: acts,
    call: acting((p, e) => {
      servers.call(p, e);
      bonds.serveCall(ref(e));
    }),
    reply: acting((_, e) => servers.reply(e)),
    return: acting((p, e) => servers.returned(p, e)),
    cast: acting((_, e) => servers.cast(e)),
    callback: acting((p, e) => servers.enter(p, e)),
    called: acting((p, e) => servers.leave(p, e)),
    child: acting((p, e) => people.child(p, e)),
  };
}

function each(count: number, groups: Grouped): Int32Array[] {
  return Array.from({ length: count }, (_, index) => groups.of(index));
}

function ofKind(trace: Trace, kind: string): Int32Array {
  const wanted = trace.kinds.indexOf(kind);
  const found = new Int32Array(trace.count(kind));
  for (let e = 0, at = 0; at < found.length; e++) if (trace.kind[e] === wanted) found[at++] = e;
  return found;
}

/** Effects of each event as chains: the first effect of an event, and the next effect of the same cause. */
function chainsOf(trace: Trace): [Int32Array, Int32Array] {
  const [first, next] = [nones(trace.n), nones(trace.n)];
  for (let e = trace.n - 1; e >= 0; e--) {
    const cause = trace.cause[e]!;
    if (cause < 0) continue;
    next[e] = first[cause]!;
    first[cause] = e;
  }
  return [first, next];
}
