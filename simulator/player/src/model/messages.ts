/** Messages with their three instants, in columns; what they say is looked up where the trace says it. */

import { messageText } from "../describe";
import type { EventIndex, Message, MessageKind, Messages, ProcessIndex, Trace } from "../types";
import type { People } from "./people";
import { Columns, nones } from "./table";

export const KINDS: MessageKind[] = ["message", "call", "reply", "cast", "exit", "down", "timer"];
const WHY = ["", "dead", "unregistered", "inactive", "ignored", "flushed"];
/** Events that each send one. */
const SENDING = ["send", "down", "fire", "signal"];
/** Which field of the event that a message is part of tells what it carries. */
const CARRIED: Record<string, string> = { call: "request", cast: "request", reply: "reply" };

export class MessageColumns extends Columns<Message> implements Messages {
  length = 0;
  readonly kind: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly sent: Int32Array;
  readonly enqueued: Int32Array;
  readonly received: Int32Array;
  readonly dropped: Int32Array;
  readonly arrived: Int32Array;
  readonly left: Int32Array;
  readonly pair: Int32Array;
  /** The call, reply, cast that it is part of, or the arming of its timer; -1 for none. */
  readonly part: Int32Array;
  private readonly why: Uint8Array;
  /** Its text begins behind so many letters of its term, and lacks the last: the word of a server that it has started. */
  private readonly wrapped = new Map<number, number>();

  constructor(
    readonly trace: Trace,
    readonly people: People,
  ) {
    super();
    const most = SENDING.reduce((sum, kind) => sum + trace.count(kind), 0);
    this.kind = new Uint8Array(most);
    this.why = new Uint8Array(most);
    this.from = nones(most);
    this.to = nones(most);
    this.sent = nones(most);
    this.enqueued = nones(most);
    this.received = nones(most);
    this.dropped = nones(most);
    this.arrived = nones(most);
    this.left = nones(most);
    this.pair = nones(most);
    this.part = nones(most);
  }

  protected make(index: number): Message {
    return new MessageOf(this, index);
  }

  add(kind: MessageKind, e: EventIndex, to: ProcessIndex): number {
    const index = this.length++;
    this.kind[index] = KINDS.indexOf(kind);
    this.from[index] = this.people.find(this.trace.pid[e]!);
    this.to[index] = to;
    this.sent[index] = e;
    return index;
  }

  /** It came to nobody, or had no effect: why. */
  drop(index: number, e: EventIndex, why: string): void {
    this.dropped[index] = e;
    this.why[index] = Math.max(0, WHY.indexOf(why));
  }

  wrap(index: number, letters: number): void {
    this.wrapped.set(index, letters);
  }

  kindOf(index: number): MessageKind {
    return KINDS[this.kind[index]!]!;
  }

  whyOf(index: number): string {
    return WHY[this.why[index]!]!;
  }

  term(index: number): string {
    const e = this.sent[index]!;
    if (this.kindOf(index) !== "exit") return messageText(this.trace, e);
    const said = this.trace.field<string>(e, "msg") ?? "";
    if (said || this.enqueued[index]! < 0) return said;
    const sender = this.people.processes[this.from[index]!];
    return `{:EXIT, #PID<0.${sender ? sender.pid : "?"}.0>, ${this.reason(index)}}`;
  }

  text(index: number): string {
    const part = this.part[index]!;
    const field = part < 0 ? undefined : CARRIED[this.trace.kindOf(part)];
    if (field !== undefined) return this.trace.field<string>(part, field) ?? "";
    if (this.kindOf(index) === "exit" && this.enqueued[index]! < 0) return this.reason(index);
    const letters = this.wrapped.get(index);
    return letters === undefined ? this.term(index) : this.term(index).slice(letters, -1);
  }

  name(index: number): string {
    const own = this.trace.field<string>(this.sent[index]!, "name");
    const part = this.part[index]!;
    return own || (part < 0 ? "" : (this.trace.field<string>(part, "name") ?? ""));
  }

  reason(index: number): string {
    return this.trace.field<string>(this.sent[index]!, "reason") ?? "";
  }
}

class MessageOf implements Message {
  constructor(
    private readonly all: MessageColumns,
    readonly index: number,
  ) {}

  get kind(): MessageKind { return this.all.kindOf(this.index); }
  get from(): ProcessIndex { return this.all.from[this.index]!; }
  get to(): ProcessIndex { return this.all.to[this.index]!; }
  get sent(): EventIndex { return this.all.sent[this.index]!; }
  get enqueued(): EventIndex { return this.all.enqueued[this.index]!; }
  get received(): EventIndex { return this.all.received[this.index]!; }
  get dropped(): EventIndex { return this.all.dropped[this.index]!; }
  get arrived(): EventIndex { return this.all.arrived[this.index]!; }
  get pair(): number { return this.all.pair[this.index]!; }
  get why(): string { return this.all.whyOf(this.index); }
  get term(): string { return this.all.term(this.index); }
  get text(): string { return this.all.text(this.index); }
  get name(): string { return this.all.name(this.index); }
  get reason(): string { return this.all.reason(this.index); }
}
