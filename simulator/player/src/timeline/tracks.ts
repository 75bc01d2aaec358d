/** Indexes over the model that make it quick to find what is in a window; made once. */
import { Grouped } from "../model/table";
import { lastAtMost } from "../timemap";
import type { EventIndex, Model } from "../types";

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
  index: Int32Array;
  from: Int32Array;
  to: Int32Array;
  /** The last `to` of it and all before. */
  latest: Int32Array;
}

/** Kinds of events that have a sign in the lane. */
export const SIGNS = ["spawn", "exit", "crash", "output", "note", "register", "unregister", "flag", "timeout"];

function tailEnd(model: Model, index: number): EventIndex {
  const { enqueued, arrived, received, dropped, to } = model.messages;
  if (enqueued[index] < 0) return arrived[index] < 0 ? model.trace.n : arrived[index];
  if (received[index] >= 0) return received[index];
  if (dropped[index] >= 0) return dropped[index];
  const ended = model.processes[to[index]]?.ended ?? -1;
  return ended >= enqueued[index] ? ended : model.trace.n;
}

/** Give each interval the first row that is free, in order of begin; returns how many rows that takes. */
function slots(from: ArrayLike<number>, to: ArrayLike<number>, order: Int32Array, into: Uint8Array): number {
  const busy: number[] = [];
  let rows = 0;
  for (const i of order) {
    let slot = 0;
    while (slot < 32 && slot < busy.length && busy[slot] > from[i]) slot++;
    busy[slot] = to[i];
    into[i] = slot;
    rows = Math.max(rows, slot + 1);
  }
  return rows;
}

function messageTracks(model: Model): Pick<Tracks, "arrived" | "left" | "slot" | "slotRows" | "latest" | "sent" | "special"> {
  const { messages, trace } = model;
  const count = messages.length;
  const arrived = messages.arrived.subarray(0, count).map((e) => (e < 0 ? trace.n : e));
  const left = arrived.map((_, index) => tailEnd(model, index));
  const slot = new Uint8Array(count);
  const receivers = arrived.map((_, index) => (messages.enqueued[index] >= 0 ? messages.to[index] : -1));
  const waiting = Grouped.by(model.processes.length, receivers);
  const slotRows = Uint8Array.from(model.processes, (_, p) => {
    const order = waiting.of(p).sort((a, b) => arrived[a] - arrived[b]);
    return slots(arrived, left, order, slot);
  });
  const special = slot.map((_, index) => (messages.dropped[index] >= 0 || messages.kindOf(index) === "exit" ? 1 : 0));
  return { sent: messages.sent.subarray(0, count), arrived, left, latest: latestOf(left), slot, slotRows, special };
}

function latestOf(to: Int32Array): Int32Array {
  let last = -1;
  return to.map((e) => (last = Math.max(last, e)));
}

/** Tracks of the lanes that some intervals belong to. */
function tracks(lanes: number, from: Int32Array, to: Int32Array, ...owners: Int32Array[]): Track[] {
  const groups = Grouped.by(lanes, ...owners);
  const [begins, ends] = [groups.pick(from), groups.pick(to)];
  return Array.from({ length: lanes }, (_, lane) => ({ index: groups.of(lane), from: begins.of(lane), to: ends.of(lane), latest: latestOf(ends.of(lane)) }));
}

/** The event that ended a timer; the end of the trace where none did. */
export function timerEnd({ timers, trace }: Model, index: number): EventIndex {
  const ends = [timers.fired[index], timers.cancelled[index], timers.dropped[index]].filter((e) => e >= 0);
  return ends.length === 0 ? trace.n : Math.min(...ends);
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
  const lanes = model.processes.length;
  const whole = (column: Int32Array, { length }: { length: number }): Int32Array => column.subarray(0, length);
  const closed = (column: Int32Array, table: { length: number }): Int32Array => whole(column, table).map((e) => (e < 0 ? n : e));
  const { timers, bonds, callbacks } = model;
  const armed = whole(timers.armed, timers);
  const ends = armed.map((_, index) => timerEnd(model, index));
  const timerTracks = tracks(lanes, armed, ends, whole(timers.owner, timers));
  const timerSlot = new Uint8Array(timers.length);
  const timerRows = Uint8Array.from(timerTracks, ({ index }) => slots(armed, ends, index, timerSlot));
  const signed = new Set(SIGNS.map((name) => kinds.indexOf(name)));
  const timeout = kinds.indexOf("timeout");
  const signs = kind.map((k, e) => (signed.has(k) && !(k === timeout && endsSleep(model, e)) ? 1 : 0));
  const kept: Int32Array[] = [];
  const signsOf = (process: number): Int32Array => (kept[process] ??= model.eventsOf[process].filter((e) => signs[e] === 1));
  return {
    ...messageTracks(model), timers: timerTracks, timerSlot, timerRows,
    bonds: tracks(lanes, whole(bonds.from, bonds), closed(bonds.to, bonds), whole(bonds.a, bonds), whole(bonds.b, bonds)),
    callbacks: tracks(lanes, whole(callbacks.from, callbacks), closed(callbacks.to, callbacks), whole(callbacks.process, callbacks)),
    signs, signsOf,
  };
}

/** Entries of a track that touch a range of events: from the first that may, to the last that begins in time. */
export function touching({ index, from, to, latest }: Track, first: EventIndex, last: EventIndex, use: (index: number) => void): void {
  const end = lastAtMost(from, last);
  for (let i = lastAtMost(latest, first - 1) + 1; i <= end; i++) if (to[i] >= first) use(index[i]);
}

/** Messages that are on their way or wait in a range of events, in order of their sending. */
export function messagesBetween(tracks: Tracks, first: EventIndex, last: EventIndex): [number, number] {
  return [lastAtMost(tracks.latest, first - 1) + 1, lastAtMost(tracks.sent, last)];
}
