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
  /** By process: the most messages that ever waited in its mailbox. */
  deepest: Int32Array;
  /** Has an event a sign of its own (its spawn, exit, crash, output, note, name, flag)? */
  signed(e: EventIndex): boolean;
  /** The events of a process that have a sign, in order. */
  signsOf(process: number): Int32Array;
}

type MessageTracks = Pick<Tracks, "sent" | "arrived" | "left" | "latest" | "special">;

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

function messageTracks({ messages, trace, processes }: Model): MessageTracks {
  const { enqueued, arrived, received, dropped, to, length } = messages;
  const arrival = new Int32Array(length);
  const left = new Int32Array(length);
  const special = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    arrival[index] = arrived[index] < 0 ? trace.n : arrived[index];
    left[index] = tailEnd(index);
    special[index] = dropped[index] >= 0 || messages.kindOf(index) === "exit" ? 1 : 0;
  }
  return { sent: messages.sent.subarray(0, length), arrived: arrival, left, latest: latestOf(left), special };

  function tailEnd(index: number): EventIndex {
    if (enqueued[index] < 0) return arrival[index];
    if (received[index] >= 0) return received[index];
    if (dropped[index] >= 0) return dropped[index];
    const ended = processes[to[index]]?.ended ?? -1;
    return ended >= enqueued[index] ? ended : trace.n;
  }
}

/** In which row of its receiver's lane each message waits. */
function slotTracks({ messages, processes }: Model, { arrived, left }: MessageTracks): Pick<Tracks, "slot" | "slotRows"> {
  const slot = new Uint8Array(arrived.length);
  const receivers = messages.to.slice(0, arrived.length).map((to, index) => (messages.enqueued[index] >= 0 ? to : -1));
  const waiting = Grouped.by(processes.length, receivers);
  const slotRows = Uint8Array.from(processes, (_, p) => slots(arrived, left, waiting.of(p).sort((a, b) => arrived[a] - arrived[b]), slot));
  return { slot, slotRows };
}

function latestOf(to: Int32Array): Int32Array {
  const latest = new Int32Array(to.length);
  for (let i = 0, last = -1; i < to.length; i++) latest[i] = last = Math.max(last, to[i]);
  return latest;
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

function timerTracks(model: Model): Pick<Tracks, "timers" | "timerSlot" | "timerRows"> {
  const { timers } = model;
  const armed = whole(timers.armed, timers);
  const ends = armed.map((_, index) => timerEnd(model, index));
  const timerTracks = tracks(model.processes.length, armed, ends, whole(timers.owner, timers));
  const timerSlot = new Uint8Array(timers.length);
  return { timers: timerTracks, timerSlot, timerRows: Uint8Array.from(timerTracks, ({ index }) => slots(armed, ends, index, timerSlot)) };
}

function whole(column: Int32Array, { length }: { length: number }): Int32Array {
  return column.subarray(0, length);
}

function bondTracks({ bonds, processes, trace }: Model): Track[] {
  return tracks(processes.length, whole(bonds.from, bonds), closed(bonds.to, bonds, trace.n), whole(bonds.a, bonds), whole(bonds.b, bonds));
}

function callbackTracks({ callbacks, processes, trace }: Model): Track[] {
  return tracks(processes.length, whole(callbacks.from, callbacks), closed(callbacks.to, callbacks, trace.n), whole(callbacks.process, callbacks));
}

function closed(column: Int32Array, table: { length: number }, end: EventIndex): Int32Array {
  return whole(column, table).map((e) => (e < 0 ? end : e));
}

function signedIn(model: Model): (e: EventIndex) => boolean {
  const { kind, kinds } = model.trace;
  const signed = kinds.map((name) => SIGNS.includes(name));
  const timeout = kinds.indexOf("timeout");
  return (e) => signed[kind[e]] && !(kind[e] === timeout && endsSleep(model, e));
}

/** What lanes need is made when the first is seen: a run whose groups are closed has but its messages between them. */
function makeTracks(model: Model): Tracks {
  const messages = messageTracks(model);
  const waiting = once(() => slotTracks(model, messages));
  const timers = once(() => timerTracks(model));
  const bonds = once(() => bondTracks(model));
  const callbacks = once(() => callbackTracks(model));
  const deepest = once(() => Int32Array.from(model.depth, ({ depth }) => depth.reduce((most, one) => Math.max(most, one), 0)));
  const signed = signedIn(model);
  const kept: Int32Array[] = [];
  return {
    ...messages,
    get slot() { return waiting().slot; },
    get slotRows() { return waiting().slotRows; },
    get timers() { return timers().timers; },
    get timerSlot() { return timers().timerSlot; },
    get timerRows() { return timers().timerRows; },
    get bonds() { return bonds(); },
    get callbacks() { return callbacks(); },
    get deepest() { return deepest(); },
    signed,
    signsOf: (process) => (kept[process] ??= model.eventsOf(process).filter(signed)),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
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
