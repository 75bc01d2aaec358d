/** Calls and callbacks of servers, and what the messages of their conversations carry. */

import type { People } from "./people";
import type { Call, Callback, EventIndex, MessageKind, ProcessIndex, Trace } from "../types";

/** What a message carries in its envelope. */
export interface Content {
  kind: MessageKind;
  text: string;
  /** Index of the call, or -1. */
  call: number;
  /** The event that caused the send: call, reply, cast; -1 for the word of a server that it has started. */
  event: EventIndex;
  name: string;
}

export class Servers {
  readonly calls: Call[] = [];
  readonly callbacks: Callback[] = [];
  private readonly byRef = new Map<number, number>();
  private readonly calling = new Map<ProcessIndex, number>();
  private readonly contents = new Map<EventIndex, Content>();
  private readonly open = new Map<ProcessIndex, Callback[]>();

  constructor(
    private readonly trace: Trace,
    private readonly people: People,
  ) {}

  private text(e: EventIndex, name: string): string {
    return this.trace.field<string>(e, name) ?? "";
  }

  private ref(e: EventIndex): number {
    return this.trace.field<number>(e, "ref") ?? -1;
  }

  call(p: ProcessIndex, e: EventIndex): void {
    const index = this.calls.length;
    const ref = this.ref(e);
    const request = this.text(e, "request");
    this.calls.push({
      index, ref, caller: p, server: this.people.of(this.trace.field<number>(e, "to"), e), call: e, reply: -1,
      returned: -1, how: "pending", request, answer: "", late: false,
    });
    this.byRef.set(ref, index);
    this.calling.set(p, index);
    this.contents.set(e, { kind: "call", text: request, call: index, event: e, name: this.text(e, "name") });
  }

  reply(e: EventIndex): void {
    const index = this.byRef.get(this.ref(e)) ?? -1;
    const call = this.calls[index];
    const answer = this.text(e, "reply");
    if (call && call.reply < 0) {
      call.reply = e;
      call.answer = answer;
      call.late = call.returned >= 0 && call.how !== "replied";
    }
    this.contents.set(e, { kind: "reply", text: answer, call: index, event: e, name: "" });
  }

  returned(p: ProcessIndex, e: EventIndex): void {
    const call = this.calls[this.byRef.get(this.ref(e)) ?? -1];
    this.calling.delete(p);
    if (!call) return;
    call.returned = e;
    call.how = (this.text(e, "how") || "replied") as Call["how"];
    call.late = call.reply >= 0 && call.how !== "replied";
  }

  cast(e: EventIndex): void {
    this.contents.set(e, { kind: "cast", text: this.text(e, "request"), call: -1, event: e, name: this.text(e, "name") });
  }

  /** What a send carries, where it is part of a server's conversation. */
  content(p: ProcessIndex, e: EventIndex): Content | undefined {
    const cause = this.trace.cause[e]!;
    const known = this.contents.get(cause);
    if (known) {
      this.contents.delete(cause);
      return known;
    }
    return this.acknowledgement(p, e);
  }

  /** A server tells the process that started it that it runs, or why not. */
  private acknowledgement(p: ProcessIndex, e: EventIndex): Content | undefined {
    const sender = this.people.processes[p];
    const term = this.text(e, "msg");
    const envelope = `{:ack, #PID<0.${sender?.pid}.0>, `;
    if (!sender || sender.parent < 0 || !term.startsWith(envelope)) return undefined;
    if (this.people.find(this.trace.field<number>(e, "to") ?? -1) !== sender.parent) return undefined;
    return { kind: "reply", text: term.slice(envelope.length, -1), call: -1, event: -1, name: "" };
  }

  isCall(ref: number): boolean {
    return this.byRef.has(ref);
  }

  /** The server that a process is calling; -1 where it calls none. */
  called(p: ProcessIndex): ProcessIndex {
    return this.calls[this.calling.get(p) ?? -1]?.server ?? -1;
  }

  enter(p: ProcessIndex, e: EventIndex): void {
    const before = this.text(e, "state");
    const callback: Callback = { process: p, name: this.text(e, "name"), from: e, to: -1, before, state: "", returned: "" };
    this.callbacks.push(callback);
    const open = this.open.get(p);
    if (open) open.push(callback);
    else this.open.set(p, [callback]);
  }

  leave(p: ProcessIndex, e: EventIndex): void {
    const callback = this.open.get(p)?.pop();
    if (!callback) return;
    callback.to = e;
    callback.returned = this.text(e, "returned");
    callback.state = this.text(e, "state");
  }

  ended(p: ProcessIndex, e: EventIndex): void {
    for (const callback of this.open.get(p) ?? []) callback.to = e;
    this.open.delete(p);
  }
}
