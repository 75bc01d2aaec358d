/** Calls and callbacks of servers, and what the messages of their conversations carry. */

import type { Call, Callback, Callbacks, Calls, EventIndex, MessageKind, ProcessIndex, Trace } from "../types";
import type { People } from "./people";
import { Columns, nones } from "./table";

/** What a message carries in its envelope. */
export interface Content {
  kind: MessageKind;
  /** Index of the call, or -1. */
  call: number;
  /** The event that caused the send: call, reply, cast; -1 for the word of a server that it has started. */
  event: EventIndex;
  /** For that word: the letters of its envelope that come before it. */
  envelope: number;
}

const HOW: Call["how"][] = ["pending", "replied", "timeout", "down"];

export class CallColumns extends Columns<Call> implements Calls {
  length = 0;
  readonly caller: Int32Array;
  readonly server: Int32Array;
  readonly call: Int32Array;
  readonly reply: Int32Array;
  readonly returned: Int32Array;
  readonly how: Uint8Array;

  constructor(readonly trace: Trace) {
    super();
    const most = trace.count("call");
    this.caller = nones(most);
    this.server = nones(most);
    this.call = nones(most);
    this.reply = nones(most);
    this.returned = nones(most);
    this.how = new Uint8Array(most);
  }

  protected make(index: number): Call {
    return new CallOf(this, index);
  }
}

class CallOf implements Call {
  constructor(
    private readonly all: CallColumns,
    readonly index: number,
  ) {}

  private text(e: EventIndex, name: string): string {
    return e < 0 ? "" : (this.all.trace.field<string>(e, name) ?? "");
  }

  get ref(): number { return this.all.trace.field<number>(this.call, "ref") ?? -1; }
  get caller(): ProcessIndex { return this.all.caller[this.index]!; }
  get server(): ProcessIndex { return this.all.server[this.index]!; }
  get call(): EventIndex { return this.all.call[this.index]!; }
  get reply(): EventIndex { return this.all.reply[this.index]!; }
  get returned(): EventIndex { return this.all.returned[this.index]!; }
  get how(): Call["how"] { return HOW[this.all.how[this.index]!]!; }
  get request(): string { return this.text(this.call, "request"); }
  get answer(): string { return this.text(this.reply, "reply"); }
  get late(): boolean { return this.reply >= 0 && this.returned >= 0 && this.how !== "replied"; }
}

export class CallbackColumns extends Columns<Callback> implements Callbacks {
  length = 0;
  readonly process: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly outer: Int32Array;

  constructor(readonly trace: Trace) {
    super();
    const most = trace.count("callback");
    this.process = nones(most);
    this.from = nones(most);
    this.to = nones(most);
    this.outer = nones(most);
  }

  protected make(index: number): Callback {
    return new CallbackOf(this, index);
  }
}

class CallbackOf implements Callback {
  constructor(
    private readonly all: CallbackColumns,
    private readonly index: number,
  ) {}

  private text(e: EventIndex, name: string): string {
    return e < 0 ? "" : (this.all.trace.field<string>(e, name) ?? "");
  }

  get process(): ProcessIndex { return this.all.process[this.index]!; }
  get from(): EventIndex { return this.all.from[this.index]!; }
  get to(): EventIndex { return this.all.to[this.index]!; }
  get name(): string { return this.text(this.from, "name"); }
  get before(): string { return this.text(this.from, "state"); }
  get state(): string { return this.text(this.to, "state"); }
  get returned(): string { return this.text(this.to, "returned"); }
}

export class Servers {
  readonly calls: CallColumns;
  readonly callbacks: CallbackColumns;
  private readonly byRef = new Map<number, number>();
  private readonly calling = new Map<ProcessIndex, number>();
  /** Calls, replies and casts that have not been sent yet, each with its call; -1 for a cast. */
  private readonly contents = new Map<EventIndex, number>();
  private readonly open = new Map<ProcessIndex, number[]>();
  private readonly ref: (e: EventIndex) => number;
  private readonly receiver: (e: EventIndex) => number;

  constructor(
    private readonly trace: Trace,
    private readonly people: People,
  ) {
    this.calls = new CallColumns(trace);
    this.callbacks = new CallbackColumns(trace);
    this.ref = trace.numbers("ref");
    this.receiver = trace.numbers("to");
  }

  call(p: ProcessIndex, e: EventIndex): void {
    const { calls } = this;
    const index = calls.length++;
    calls.caller[index] = p;
    calls.server[index] = this.people.of(this.receiver(e), e);
    calls.call[index] = e;
    this.byRef.set(this.ref(e), index);
    this.calling.set(p, index);
    this.contents.set(e, index);
  }

  reply(e: EventIndex): void {
    const index = this.byRef.get(this.ref(e)) ?? -1;
    if (index >= 0 && this.calls.reply[index]! < 0) this.calls.reply[index] = e;
    this.contents.set(e, index);
  }

  returned(p: ProcessIndex, e: EventIndex): void {
    const index = this.byRef.get(this.ref(e));
    this.calling.delete(p);
    if (index === undefined) return;
    this.calls.returned[index] = e;
    this.calls.how[index] = HOW.indexOf((this.trace.field<string>(e, "how") || "replied") as Call["how"]);
  }

  cast(e: EventIndex): void {
    this.contents.set(e, -1);
  }

  /** What a send carries, where it is part of a server's conversation. */
  content(p: ProcessIndex, e: EventIndex): Content | undefined {
    const cause = this.trace.cause[e]!;
    const call = this.contents.get(cause);
    if (call !== undefined) {
      this.contents.delete(cause);
      return { kind: this.trace.kindOf(cause) as MessageKind, call, event: cause, envelope: 0 };
    }
    return this.acknowledgement(p, e);
  }

  /** A server tells the process that started it that it runs, or why not. */
  private acknowledgement(p: ProcessIndex, e: EventIndex): Content | undefined {
    const sender = this.people.processes[p];
    if (!sender || sender.parent < 0) return undefined;
    if (this.people.find(this.receiver(e)) !== sender.parent) return undefined;
    const envelope = `{:ack, #PID<0.${sender.pid}.0>, `;
    if (!this.trace.field<string>(e, "msg")?.startsWith(envelope)) return undefined;
    return { kind: "reply", call: -1, event: -1, envelope: envelope.length };
  }

  /** The server that a process is calling; -1 where it calls none. */
  called(p: ProcessIndex): ProcessIndex {
    const index = this.calling.get(p);
    return index === undefined ? -1 : this.calls.server[index]!;
  }

  enter(p: ProcessIndex, e: EventIndex): void {
    const { callbacks } = this;
    const index = callbacks.length++;
    callbacks.process[index] = p;
    callbacks.from[index] = e;
    const open = this.open.get(p);
    if (open) {
      callbacks.outer[index] = open.at(-1) ?? -1;
      open.push(index);
    } else this.open.set(p, [index]);
  }

  leave(p: ProcessIndex, e: EventIndex): void {
    const index = this.open.get(p)?.pop();
    if (index !== undefined) this.callbacks.to[index] = e;
  }

  ended(p: ProcessIndex, e: EventIndex): void {
    for (const index of this.open.get(p) ?? []) this.callbacks.to[index] = e;
    this.open.delete(p);
  }
}
