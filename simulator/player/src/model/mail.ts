/**
 * Messages with their three instants, exit signals, and the mailboxes: which message lies in which, from when to when.
 * What belongs together is what simulator/trace/telling.py joins.
 */

import { messageText } from "../describe";
import type { People } from "./people";
import type { Content } from "./servers";
import type { EventIndex, Message, MessageKind, ProcessIndex, Trace } from "../types";

/** The messages that a mailbox ever held, in their order, and what is needed to find those of an instant. */
export class Mailbox {
  readonly messages: number[] = [];
  readonly since: EventIndex[] = [];
  /** For each of them the place of the oldest that was still there when it came. */
  readonly oldest: number[] = [];
  private first = 0;

  add(message: number, e: EventIndex, gone: (message: number) => boolean): void {
    while (this.first < this.messages.length && gone(this.messages[this.first]!)) this.first++;
    this.messages.push(message);
    this.since.push(e);
    this.oldest.push(this.first);
  }
}

export class Mail {
  readonly messages: Message[] = [];
  readonly mailboxes: Mailbox[] = [];
  readonly depthAt: number[][] = [];
  readonly depths: number[][] = [];
  readonly at: Int32Array;
  maxDepth = 0;
  /** The event that took a message out of its mailbox: a receive, a flush, the end of the process. */
  readonly left: EventIndex[] = [];

  constructor(
    private readonly trace: Trace,
    private readonly people: People,
  ) {
    this.at = new Int32Array(trace.n).fill(-1);
  }

  private make(kind: MessageKind, e: EventIndex, to: ProcessIndex): Message {
    const { trace } = this;
    const term = messageText(trace, e);
    const message: Message = {
      index: this.messages.length, kind, from: this.people.find(trace.pid[e]!), to, sent: e, enqueued: -1,
      received: -1, dropped: -1, why: "", arrived: -1, text: term, term,
      name: trace.field<string>(e, "name") ?? "", reason: trace.field<string>(e, "reason") ?? "", pair: -1,
    };
    this.messages.push(message);
    this.left.push(-1);
    this.at[e] = message.index;
    return message;
  }

  private to(e: EventIndex): ProcessIndex {
    return this.people.of(this.trace.field<number>(e, "to"), e);
  }

  send(e: EventIndex, content: Content | undefined): Message {
    const message = this.make(content?.kind ?? "message", e, this.to(e));
    if (content) {
      message.text = content.text;
      message.pair = content.call;
      if (content.event >= 0) this.at[content.event] = message.index;
      message.name ||= content.name;
    }
    return message;
  }

  down(e: EventIndex): Message {
    return this.make("down", e, this.to(e));
  }

  fire(e: EventIndex, timer: number, name: string): Message {
    const message = this.make("timer", e, this.to(e));
    message.pair = timer;
    message.name = name;
    return message;
  }

  signal(e: EventIndex): void {
    const message = this.make("exit", e, this.to(e));
    message.term = this.trace.field<string>(e, "msg") ?? "";
    message.text = message.reason;
  }

  deliver(p: ProcessIndex, e: EventIndex): void {
    const message = this.arriving(e);
    if (!message) return;
    message.to = p;
    message.enqueued = message.arrived = e;
    if (message.kind === "exit") message.term ||= exitTerm(message, this.people);
    if (message.kind === "exit") message.text = message.term;
    const mailbox = (this.mailboxes[p] ??= new Mailbox());
    mailbox.add(message.index, e, (each) => this.left[each]! >= 0);
    this.deep(p, e, this.trace.field<number>(e, "depth") ?? 0);
  }

  receive(p: ProcessIndex, e: EventIndex): void {
    const message = this.caused(e, (each) => each.enqueued);
    if (message && message.received < 0) message.received = this.left[message.index] = e;
    this.deep(p, e, this.trace.field<number>(e, "depth") ?? 0);
  }

  drop(e: EventIndex): void {
    const message = this.arriving(e);
    if (!message) return;
    message.dropped = message.arrived = e;
    message.why = this.trace.field<string>(e, "why") ?? "";
  }

  ignore(e: EventIndex): void {
    const message = this.arriving(e);
    if (!message) return;
    message.dropped = message.arrived = e;
    message.why = "ignored";
  }

  /** A process ends: by a signal, perhaps; with its mailbox. */
  exit(p: ProcessIndex, e: EventIndex): void {
    const signal = this.arriving(e);
    if (signal) signal.arrived = e;
    for (const message of this.waiting(p)) this.left[message] = e;
    if (this.depths[p]?.at(-1)) this.deep(p, e, 0);
  }

  /** A demonitor removes the message of its monitor. */
  flush(p: ProcessIndex, e: EventIndex, message: Message): void {
    if (message.enqueued < 0 || this.left[message.index]! >= 0) return;
    message.dropped = this.left[message.index] = e;
    message.why = "flushed";
    this.at[e] = message.index;
    this.deep(p, e, Math.max(0, (this.depths[p]?.at(-1) ?? 0) - 1));
  }

  /** Messages that lie in a mailbox now. */
  private waiting(p: ProcessIndex): number[] {
    const mailbox = this.mailboxes[p];
    if (!mailbox) return [];
    return mailbox.messages.slice(mailbox.oldest.at(-1) ?? 0).filter((each) => this.left[each]! < 0);
  }

  /** The message that an event is the end of the way for. */
  private arriving(e: EventIndex): Message | undefined {
    const message = this.caused(e, (each) => each.sent);
    return message && message.arrived < 0 ? message : undefined;
  }

  /** The message that was at the cause of an event, if that is the instant which is wanted of it. */
  private caused(e: EventIndex, instant: (message: Message) => EventIndex): Message | undefined {
    const cause = this.trace.cause[e]!;
    const message = cause < 0 ? undefined : this.messages[this.at[cause]!];
    if (!message || instant(message) !== cause) return undefined;
    this.at[e] = message.index;
    return message;
  }

  private deep(p: ProcessIndex, e: EventIndex, depth: number): void {
    (this.depthAt[p] ??= []).push(e);
    (this.depths[p] ??= []).push(depth);
    if (depth > this.maxDepth) this.maxDepth = depth;
  }
}

function exitTerm(message: Message, people: People): string {
  const sender = people.processes[message.from];
  return `{:EXIT, #PID<0.${sender ? sender.pid : "?"}.0>, ${message.reason}}`;
}
