/** Indexes over the model that make it quick to find what is in a window; made once. */
import { lastAtMost } from "../timemap";
import type { EventIndex, Message, Model } from "../types";

export interface Tracks {
  /** By message: the event at which its arrow ends, and its tail. */
  arrived: Int32Array;
  left: Int32Array;
  /** By message: the row in which it waits in its receiver's lane. */
  slot: Uint8Array;
  /** By process: rows that its waiting messages need. */
  slotRows: Uint8Array;
  /** By message: the last `left` of it and all before. */
  latest: Int32Array;
  sent: Int32Array;
  /** By message: 1 where it came to nobody, or ended somebody. */
  special: Uint8Array;
  timers: Track[];
  timerSlot: Uint8Array;
  /** By process: rows that its timers need. */
  timerRows: Uint8Array;
  bonds: Track[];
  callbacks: Track[];
  /** By event: 1 where it has a sign of its own (its spawn, exit, crash, output, note, name, flag). */
  signs: Uint8Array;
  /** The events of a process that have a sign, in order. */
  signsOf(process: number): Int32Array;
}

/** Intervals of one lane, in order of their begin. */
export interface Track {
  index: number[];
  from: EventIndex[];
  to: EventIndex[];
}

/** Kinds of events that have a sign in the lane. */
export const SIGNS = ["spawn", "exit", "crash", "output", "note", "register", "unregister", "flag", "timeout"];

function tailEnd(model: Model, message: Message): EventIndex {
  if (message.enqueued < 0) return message.arrived < 0 ? model.trace.n : message.arrived;
  if (message.received >= 0) return message.received;
  if (message.dropped >= 0) return message.dropped;
  const ended = model.processes[message.to]?.ended ?? -1;
  return ended >= message.enqueued ? ended : model.trace.n;
}

/** Give each interval the first row that is free, in order of begin. */
function slots(from: ArrayLike<number>, to: ArrayLike<number>, order: readonly number[], into: Uint8Array): void {
  const busy: number[] = [];
  for (const i of order) {
    let slot = 0;
    while (slot < 32 && slot < busy.length && busy[slot] > from[i]) slot++;
    busy[slot] = to[i];
    into[i] = slot;
  }
}

function messageTracks(model: Model): Pick<Tracks, "arrived" | "left" | "slot" | "slotRows" | "latest" | "sent" | "special"> {
  const { messages, trace } = model;
  const count = messages.length;
  const [sent, arrived, left, latest] = [0, 1, 2, 3].map(() => new Int32Array(count));
  const slot = new Uint8Array(count);
  const waiting: number[][] = model.processes.map(() => []);
  let last = -1;
  messages.forEach((message, i) => {
    sent[i] = message.sent;
    arrived[i] = message.arrived < 0 ? trace.n : message.arrived;
    left[i] = tailEnd(model, message);
    latest[i] = last = Math.max(last, left[i]);
    if (message.enqueued >= 0 && message.to >= 0) waiting[message.to].push(i);
  });
  for (const some of waiting) {
    some.sort((a, b) => arrived[a] - arrived[b]);
    slots(arrived, left, some, slot);
  }
  const slotRows = Uint8Array.from(waiting, (some) => some.reduce((most, i) => Math.max(most, slot[i] + 1), 0));
  const special = Uint8Array.from(messages, ({ dropped, kind }) => (dropped >= 0 || kind === "exit" ? 1 : 0));
  return { sent, arrived, left, latest, slot, slotRows, special };
}

function track(): Track {
  return { index: [], from: [], to: [] };
}

function put(into: Track | undefined, index: number, from: EventIndex, to: EventIndex): void {
  into?.index.push(index);
  into?.from.push(from);
  into?.to.push(to);
}

/** The event that ended a timer; the end of the trace where none did. */
export function timerEnd(model: Model, index: number): EventIndex {
  const { fired, cancelled, dropped } = model.timers[index];
  const ends = [fired, cancelled, dropped].filter((e) => e >= 0);
  return ends.length === 0 ? model.trace.n : Math.min(...ends);
}

/** Waking up is no sign that something took too long. */
function endsSleep({ trace }: Model, e: EventIndex): boolean {
  return trace.cause[e] >= 0 && trace.field<string>(trace.cause[e], "on") === "sleep";
}

const made = new WeakMap<Model, Tracks>();

export function tracksOf(model: Model): Tracks {
  let tracks = made.get(model);
  if (tracks === undefined) made.set(model, (tracks = makeTracks(model)));
  return tracks;
}

function makeTracks(model: Model): Tracks {
  const { n, kind, kinds } = model.trace;
  const [timers, bonds, callbacks] = [0, 1, 2].map(() => model.processes.map(track));
  const timerSlot = new Uint8Array(model.timers.length);
  model.timers.forEach((timer, i) => put(timers[timer.owner], i, timer.armed, timerEnd(model, i)));
  for (const { index, from, to } of timers) {
    const begin: number[] = [];
    const end: number[] = [];
    index.forEach((i, k) => ([begin[i], end[i]] = [from[k], to[k]]));
    slots(begin, end, index, timerSlot);
  }
  const timerRows = Uint8Array.from(timers, ({ index }) => index.reduce((most, i) => Math.max(most, timerSlot[i] + 1), 0));
  model.bonds.forEach(({ a, b, from, to }, i) => {
    put(bonds[a], i, from, to < 0 ? n : to);
    if (b !== a) put(bonds[b], i, from, to < 0 ? n : to);
  });
  model.callbacks.forEach(({ process, from, to }, i) => put(callbacks[process], i, from, to < 0 ? n : to));
  const signed = new Set(SIGNS.map((name) => kinds.indexOf(name)));
  const timeout = kinds.indexOf("timeout");
  const signs = kind.map((k, e) => (signed.has(k) && !(k === timeout && endsSleep(model, e)) ? 1 : 0));
  const kept: Int32Array[] = [];
  const signsOf = (process: number): Int32Array => (kept[process] ??= model.eventsOf[process].filter((e) => signs[e] === 1));
  return { ...messageTracks(model), timers, timerSlot, timerRows, bonds, callbacks, signs, signsOf };
}

/** Entries of a track that touch a range of events: from the first that may, to the last that begins in time. */
export function touching({ index, from, to }: Track, first: EventIndex, last: EventIndex, use: (index: number) => void): void {
  const end = lastAtMost(from, last);
  for (let i = 0; i <= end; i++) if (to[i] >= first) use(index[i]);
}

/** Messages that are on their way or wait in a range of events, in order of their sending. */
export function messagesBetween(tracks: Tracks, first: EventIndex, last: EventIndex): [number, number] {
  return [lastAtMost(tracks.latest, first - 1) + 1, lastAtMost(tracks.sent, last)];
}
