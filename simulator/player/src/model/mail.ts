/**
 * Messages with their three instants, exit signals, and the mailboxes: which message lies in which, from when to when.
 * What belongs together is what simulator/trace/telling.py joins.
 */

import type { EventIndex, MessageKind, Messages, ProcessIndex, Trace } from "../types";
import { MessageColumns } from "./messages";
import type { People } from "./people";
import type { Content } from "./servers";
import { Grouped, Growing, nones } from "./table";

/** The messages that a mailbox ever held, in their order, and what is needed to find those of an instant. */
export interface Mailbox {
  messages: Int32Array;
  /** For each of them the place of the oldest that was still there when it came. */
  oldest: Int32Array;
}

export class Mail {
  readonly messages: MessageColumns;
  readonly at: Int32Array;
  maxDepth = 0;
  /** How many are in each mailbox now, and where those that ever were begin to be there still. */
  private readonly deepNow: number[] = [];
  private readonly come: number[][] = [];
  private readonly deepAt = new Growing();
  private readonly deepOf = new Growing();
  private readonly deeps = new Growing();
  private readonly receiver: (e: EventIndex) => number;
  private readonly depth: (e: EventIndex) => number;

  constructor(
    private readonly trace: Trace,
    private readonly people: People,
  ) {
    this.at = nones(trace.n);
    this.messages = new MessageColumns(trace, people);
    this.receiver = trace.numbers("to");
    this.depth = trace.numbers("depth");
  }

  private make(kind: MessageKind, e: EventIndex, to: ProcessIndex): number {
    const index = this.messages.add(kind, e, to);
    this.at[e] = index;
    return index;
  }

  private to(e: EventIndex): ProcessIndex {
    return this.people.of(this.receiver(e), e);
  }

  send(e: EventIndex, content: Content | undefined): void {
    const index = this.make(content?.kind ?? "message", e, this.to(e));
    if (!content) return;
    const { messages } = this;
    messages.pair[index] = content.call;
    messages.part[index] = content.event;
    if (content.event >= 0) this.at[content.event] = index;
    else messages.wrap(index, content.envelope);
  }

  down(e: EventIndex): number {
    return this.make("down", e, this.to(e));
  }

  fire(e: EventIndex, timer: number, armed: EventIndex): void {
    const index = this.make("timer", e, this.to(e));
    this.messages.pair[index] = timer;
    this.messages.part[index] = armed;
  }

  signal(e: EventIndex): void {
    this.make("exit", e, this.to(e));
  }

  deliver(p: ProcessIndex, e: EventIndex): void {
    const index = this.arriving(e);
    if (index < 0) return;
    const { messages } = this;
    messages.to[index] = p;
    messages.enqueued[index] = messages.arrived[index] = e;
    (this.come[p] ??= []).push(index);
    this.deep(p, e, Math.max(0, this.depth(e)));
  }

  receive(p: ProcessIndex, e: EventIndex): void {
    const { messages } = this;
    const index = this.caused(e, messages.enqueued);
    if (index >= 0 && messages.received[index]! < 0) messages.received[index] = messages.left[index] = e;
    this.deep(p, e, Math.max(0, this.depth(e)));
  }

  drop(e: EventIndex): void {
    this.lose(e, this.trace.field<string>(e, "why") ?? "");
  }

  ignore(e: EventIndex): void {
    this.lose(e, "ignored");
  }

  private lose(e: EventIndex, why: string): void {
    const index = this.arriving(e);
    if (index < 0) return;
    this.messages.arrived[index] = e;
    this.messages.drop(index, e, why);
  }

  /** A process ends: by a signal, perhaps; with its mailbox. */
  exit(p: ProcessIndex, e: EventIndex): void {
    const { messages } = this;
    const signal = this.arriving(e);
    if (signal >= 0) messages.arrived[signal] = e;
    for (const index of this.come[p] ?? []) if (messages.left[index]! < 0) messages.left[index] = e;
    delete this.come[p];
    if (this.deepNow[p]) this.deep(p, e, 0);
  }

  /** A demonitor removes the message of its monitor. */
  flush(p: ProcessIndex, e: EventIndex, index: number): void {
    const { messages } = this;
    if (messages.enqueued[index]! < 0 || messages.left[index]! >= 0) return;
    messages.left[index] = e;
    messages.drop(index, e, "flushed");
    this.at[e] = index;
    this.deep(p, e, Math.max(0, (this.deepNow[p] ?? 0) - 1));
  }

  /** The message that an event is the end of the way for; -1 for none. */
  private arriving(e: EventIndex): number {
    const index = this.caused(e, this.messages.sent);
    return index >= 0 && this.messages.arrived[index]! < 0 ? index : -1;
  }

  /** The message that was at the cause of an event, if that is the instant which is wanted of it; -1 for none. */
  private caused(e: EventIndex, instant: Int32Array): number {
    const cause = this.trace.cause[e]!;
    const index = cause < 0 ? -1 : this.at[cause]!;
    if (index < 0 || instant[index] !== cause) return -1;
    this.at[e] = index;
    return index;
  }

  private deep(p: ProcessIndex, e: EventIndex, depth: number): void {
    this.deepOf.push(p);
    this.deepAt.push(e);
    this.deeps.push(depth);
    this.deepNow[p] = depth;
    if (depth > this.maxDepth) this.maxDepth = depth;
  }

  /** By process, the events at which its mailbox gets deeper or less deep, and how deep. */
  depths(processes: number): { at: Int32Array; depth: Int32Array }[] {
    const order = Grouped.by(processes, this.deepOf.all());
    const [at, depth] = [order.pick(this.deepAt.all()), order.pick(this.deeps.all())];
    return Array.from({ length: processes }, (_, p) => ({ at: at.of(p), depth: depth.of(p) }));
  }
}

/** All mailboxes of a run. */
export class Mailboxes {
  private readonly held: Grouped;
  private readonly oldest: Int32Array;

  constructor(messages: Messages, processes: number) {
    const { enqueued, left, to, length } = messages;
    const owners = to.slice(0, length).map((p, index) => (enqueued[index]! >= 0 ? p : -1));
    this.held = Grouped.by(processes, owners);
    const { starts, numbers } = this.held;
    this.oldest = new Int32Array(numbers.length);
    for (let p = 0; p < processes; p++) {
      const [begin, end] = [starts[p]!, starts[p + 1]!];
      numbers.subarray(begin, end).sort((a, b) => enqueued[a]! - enqueued[b]!);
      for (let place = begin, first = begin; place < end; place++) {
        const since = enqueued[numbers[place]!]!;
        while (first < place && left[numbers[first]!]! >= 0 && left[numbers[first]!]! <= since) first++;
        this.oldest[place] = first - begin;
      }
    }
  }

  of(p: ProcessIndex): Mailbox {
    const { starts } = this.held;
    return { messages: this.held.of(p), oldest: this.oldest.subarray(starts[p], starts[p + 1]) };
  }
}
