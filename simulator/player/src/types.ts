/** What the parts of the player share: the trace as it comes, what is derived from it, what is looked at. */

/** Index of an event in the trace; it is also its `seq`. -1 stands for "none" or "not yet". */
export type EventIndex = number;
/** Index of a process in {@link Model.processes}, in order of birth; -1 stands for none. */
export type ProcessIndex = number;

export interface Source {
  file: string;
  text: string;
}

/** The instants of a run. */
export interface Instants {
  /** The event with which each begins, in order. */
  readonly firsts: Int32Array;
  /** Number of the instant that an event belongs to. */
  of(e: EventIndex): number;
}

/** The trace, in columns. */
export interface Trace {
  readonly n: number;
  readonly title: string;
  readonly name: string;
  readonly doc: string;
  readonly seed: number | string;
  readonly settings: Record<string, unknown>;
  /** The scenario's own source first. */
  readonly sources: Source[];
  /** Nanoseconds since the start of the run. */
  readonly t: BigInt64Array | bigint[];
  readonly instants: Instants;
  readonly kinds: string[];
  /** Index into `kinds`. */
  readonly kind: Uint8Array;
  /** The process the event belongs to: N of #PID<0.N.0>; -1 where there is none. */
  readonly pid: Int16Array | Int32Array;
  readonly cause: Int32Array;
  /** 0 where unknown. */
  readonly line: Uint8Array | Uint16Array | Uint32Array;
  /** Index into `sources`; -1 where that source is not in the page. */
  readonly file: Int8Array | Int32Array;
  kindOf(e: EventIndex): string;
  /** How many events there are of a kind. */
  count(kind: string): number;
  /** One field of one event as the schema names it; undefined where absent. */
  field<T = string | number | boolean | string[] | number[]>(e: EventIndex, name: string): T | undefined;
  /** A whole number of many events, which is quicker than to ask for the field of each; -1 where absent. */
  numbers(name: string): (e: EventIndex) => number;
  /** Which of some words a field is, likewise; -1 where it is none of them, or absent. */
  words(name: string, words: readonly string[]): (e: EventIndex) => number;
  /** The same for a whole number of any size, which a double may not hold; undefined where absent. */
  integer(e: EventIndex, name: string): bigint | undefined;
  /** What the scenario's lesson asks; null where it has none. */
  readonly lesson: LessonData | null;
  /** What stands out, answered; null in a run too large for answers to be made ahead. */
  readonly standing: Answer[] | null;
  /** The answers about each process. */
  readonly why: HeldAnswer[];
  /** For an event from which earlier one the value has that it passes on, where that is not its cause. */
  readonly links: Map<EventIndex, EventIndex>;
  /** How long calls took; empty in a run too large for answers. */
  readonly latencies: Latencies[];
  /** A line that tells the event in words: `<0.101.0> takes {:ping, 1} out of its mailbox, after 5 ms in it`. */
  describe(e: EventIndex, who?: (pid: number) => string): string;
}

/** One kind of call: its percentiles in words, and its histogram, whose bars hold their calls and where each is. */
export interface Latencies {
  kind: string;
  text: string;
  bars: [text: string, calls: [text: string, events: EventIndex[]][]][];
}

/** One sentence of an answer: what it says, about whom, and the events that it rests on. */
export type Because = [kind: string, pid: number, text: string, events: EventIndex[]];

/** An answer, in the words of `simulator why`. */
export interface Answer {
  ask: "wait" | "end" | "value" | "late" | "not" | "history" | "way";
  /** The process: N of #PID<0.N.0>. */
  pid: number;
  question: string;
  because: Because[];
}

/** An answer, and the events from and up to which it holds; `to` is null for the end of the run. */
export interface HeldAnswer extends Answer {
  from: EventIndex;
  to: EventIndex | null;
}

/** A stop of the guided walk. */
export interface Stop {
  at: EventIndex;
  say: string;
}

/** A question that the run answers, or a run with other settings. */
export interface Question {
  ask: string;
  form: "output" | "time" | "reason" | "count";
  answer: string;
  hint?: string;
  /** The settings, as the command takes them. */
  set?: string;
  /** The run with these settings, where the page has it. */
  run?: number;
}

/** What a lesson asks, in PRIMM's order. */
export interface LessonData {
  name: string;
  level: 1 | 2 | 3;
  minutes: number;
  before: string[];
  walk: Stop[];
  predict: Question[];
  investigate: { ask: string; why: Answer["ask"]; at: EventIndex; pid: number; because: Because[] }[];
  modify: Question[];
  make: { ask: string; hint: string }[];
}

/** The data of a page: its runs, and which of their events are the same. */
export interface Page {
  runs: Trace[];
  /** Of each two runs that can be compared; the first run comes first. */
  alignments: (Alignment & { of: [number, number] })[];
  /** The settings of each run after the first, where they are variants of it; as the command takes them. */
  variants: string[];
}

export interface Alignment {
  /** Pairs of events, one of each run, that are the same. */
  pairs: [EventIndex, EventIndex][];
  /** The first events that differ; null where the runs do not. */
  divergence: [EventIndex, EventIndex] | null;
}

export interface Process {
  index: ProcessIndex;
  pid: number;
  /** Stable identity between two runs. */
  id: string;
  /** What it runs: `Mod.fun/arity`. */
  fn: string;
  /** Module part of `fn`, or the function itself. */
  module: string;
  parent: ProcessIndex;
  /** The supervisor that started it as a child; -1 where none did. */
  supervisor: ProcessIndex;
  /** Shown in headers: the label it was given, or first registered name, or function; always unique together with the pid. */
  label: string;
  /** The label it was given, or "". */
  ownLabel: string;
  names: { name: string; from: EventIndex; to: EventIndex }[];
  born: EventIndex;
  /** Its exit event, or -1. */
  ended: EventIndex;
  reason: string;
  crashed: boolean;
  /** It ended otherwise than planned: by a crash, an exit of another's making, a kill. */
  failed: boolean;
}

export type MessageKind = "message" | "call" | "reply" | "cast" | "exit" | "down" | "timer";

/** A message or signal with its three instants. */
export interface Message {
  readonly index: number;
  readonly kind: MessageKind;
  readonly from: ProcessIndex;
  readonly to: ProcessIndex;
  /** The event that sent it (send, call, reply, cast, signal, down, fire). */
  readonly sent: EventIndex;
  /** When it was put into the mailbox, when it was taken out; -1 where it never was. */
  readonly enqueued: EventIndex;
  readonly received: EventIndex;
  /** The drop or ignore event, or -1. */
  readonly dropped: EventIndex;
  /** `dead`, `unregistered`, `inactive` (a late reply); `ignored` (an exit signal); `flushed` (a demonitor removed it). */
  readonly why: string;
  /** Where it had its effect: enqueued, dropped, or the exit that a signal caused; -1 while it is on its way. */
  readonly arrived: EventIndex;
  /** What it says: the request of a call, without its envelope. */
  readonly text: string;
  /** The whole message as it waits in the mailbox; empty for an exit signal that became none. */
  readonly term: string;
  /** The registered name it was sent to, or "". */
  readonly name: string;
  /** Exit reason that an exit or down tells, or "". */
  readonly reason: string;
  /** For call and reply: index in Model.calls; for timer: in Model.timers; otherwise -1. */
  readonly pair: number;
}

export type StripState =
  | "ready" | "running" | "receive" | "call" | "sleep" | "work" | "event" | "hibernate" | "dead";

/** What a process was doing between two events. */
export interface Strip {
  readonly process: ProcessIndex;
  readonly state: StripState;
  readonly from: EventIndex;
  /** The event that ended it; -1: it lasts to the end of the trace. */
  readonly to: EventIndex;
  /** For a call: who it waits for. */
  readonly on: ProcessIndex;
  readonly detail: string;
  /** The clauses of the pending receive. */
  readonly patterns: string[];
  /** When it gives up, or null. */
  readonly until: bigint | null;
}

/** Things in columns, each made when it is asked for: keep none, they are cheap to make and dear to have by the million. */
export interface Table<Thing> extends Iterable<Thing> {
  readonly length: number;
  /** Undefined where there is none. */
  at(index: number): Thing;
}

/** The columns beside {@link Message}, for those who look at all of them. */
export interface Messages extends Table<Message> {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly sent: Int32Array;
  readonly enqueued: Int32Array;
  readonly received: Int32Array;
  readonly dropped: Int32Array;
  readonly arrived: Int32Array;
  /** The event that took it out of its mailbox: a receive, a flush, the end of the process. */
  readonly left: Int32Array;
  kindOf(index: number): MessageKind;
}

/** What one process did, in order; the columns beside {@link Strip}. */
export interface Lane extends Table<Strip> {
  readonly from: Int32Array;
  /** Number of the state in `STATES` of model/strips.ts. */
  readonly state: Uint8Array;
  readonly on: Int32Array;
}

export interface Calls extends Table<Call> {
  readonly call: Int32Array;
  readonly reply: Int32Array;
}

export interface Timers extends Table<Timer> {
  readonly owner: Int32Array;
  readonly armed: Int32Array;
  readonly fired: Int32Array;
  readonly cancelled: Int32Array;
  readonly dropped: Int32Array;
}

export interface Bonds extends Table<Bond> {
  /** 0 for a link, 1 for a monitor. */
  readonly kind: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly forCall: Uint8Array;
}

export interface Callbacks extends Table<Callback> {
  readonly process: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The one of the same process that it is inside of, or -1. */
  readonly outer: Int32Array;
}

export interface Call {
  readonly index: number;
  readonly ref: number;
  readonly caller: ProcessIndex;
  readonly server: ProcessIndex;
  readonly call: EventIndex;
  readonly reply: EventIndex;
  readonly returned: EventIndex;
  readonly how: "replied" | "timeout" | "down" | "pending";
  readonly request: string;
  readonly answer: string;
  /** The reply came after the caller had given up. */
  readonly late: boolean;
}

export interface Timer {
  readonly index: number;
  readonly owner: ProcessIndex;
  readonly to: ProcessIndex;
  readonly name: string;
  readonly text: string;
  readonly armed: EventIndex;
  readonly at: bigint;
  readonly fired: EventIndex;
  readonly cancelled: EventIndex;
  /** It fired and came to nobody. */
  readonly dropped: EventIndex;
  /** It was not cancelled by anyone but died with its receiver, at `cancelled`. */
  readonly died: boolean;
  /** Attempts to cancel it when that was too late. */
  readonly tooLate: EventIndex[];
}

export interface Bond {
  readonly index: number;
  readonly kind: "link" | "monitor";
  readonly a: ProcessIndex;
  readonly b: ProcessIndex;
  readonly ref: number;
  readonly from: EventIndex;
  readonly to: EventIndex;
  /** A monitor that a call made for itself. */
  readonly forCall: boolean;
}

/** One callback of a server, from its call to its return. */
export interface Callback {
  readonly process: ProcessIndex;
  readonly name: string;
  readonly from: EventIndex;
  readonly to: EventIndex;
  /** The state it was given, the state it returned; "" where states were not recorded. */
  readonly before: string;
  readonly state: string;
  readonly returned: string;
}

/** Everything derived from the trace once, at opening. */
export interface Model {
  readonly trace: Trace;
  readonly processes: Process[];
  readonly messages: Messages;
  readonly calls: Calls;
  readonly timers: Timers;
  readonly bonds: Bonds;
  readonly callbacks: Callbacks;
  /** By process. */
  readonly strips: Lane[];
  /** Indexes of the messages that a process sent or was sent, in order of `sent`. */
  readonly messagesOf: Int32Array[];
  /** Message that an event sends, enqueues, takes or drops; -1 for others. */
  readonly messageAt: Int32Array;
  /** Mailbox depth: for each process the events at which it changes and the depth from there. */
  readonly depth: { at: Int32Array; depth: Int32Array }[];
  readonly maxDepth: number;
  /** The events of console output, of notes. */
  readonly outputs: Int32Array;
  readonly notes: Int32Array;
  processOf(pid: number): ProcessIndex;
  /** The events of a process, in order. */
  eventsOf(p: ProcessIndex): Int32Array;
  /** Events that `e` caused directly, in order. */
  effects(e: EventIndex): number[];
  /** First event at or after, last event at or before a time; -1 for none. */
  firstAt(t: bigint): EventIndex;
  lastAt(t: bigint): EventIndex;
  /** Everything at an instant, after event `e`. */
  stateAt(e: EventIndex): Snapshot;
}

export interface ProcessState {
  process: ProcessIndex;
  /** Not yet born: null entries in Snapshot.processes. */
  state: StripState;
  strip: Strip | null;
  /** Messages that wait, oldest first. */
  mailbox: number[];
  serverState: string | null;
  names: string[];
  links: ProcessIndex[];
  /** Bond indexes: monitors it holds, monitors held on it. */
  monitors: number[];
  monitoredBy: number[];
  /** Armed timers it owns. */
  timers: number[];
  /** Values of flags such as trap_exit. */
  flags: Record<string, string>;
  callback: Callback | null;
  exit: string | null;
}

export interface Snapshot {
  event: EventIndex;
  t: bigint;
  processes: (ProcessState | null)[];
  /** How many of `Model.outputs` have happened. */
  outputs: number;
}

export type TimeMode = "scale" | "strict" | "compressed" | "step";
export type ViewMode = "lanes" | "sequence";
export type Grouping = "none" | "supervisor" | "module";

/**
 * The one map between events, time and position. Positions are in units of the map ("u", 0 .. length);
 * the zoom turns units into pixels. Monotone, invertible.
 */
export interface TimeMap {
  readonly mode: TimeMode;
  readonly length: number;
  /** Position of an event. */
  of(e: EventIndex): number;
  /** Position of a time (between two events: in proportion). */
  at(t: bigint): number;
  /** Last event at or before a position. */
  event(u: number): EventIndex;
  time(u: number): bigint;
  /** Gaps that are drawn shorter than they are, in compressed mode. */
  readonly gaps: { from: number; to: number; duration: bigint }[];
  ticks(u0: number, u1: number, count: number): { u: number; label: string }[];
}

export type Selection =
  | { what: "event"; index: EventIndex }
  | { what: "message"; index: number }
  | { what: "process"; index: ProcessIndex }
  | null;

/** Notes on bookmarks, by event. */
export type Notes = Readonly<Record<EventIndex, string>>;

/** What is looked at; all of it can be put into a link. */
export interface View {
  cursor: EventIndex;
  /** A time after the cursor's event at which nothing happens, in nanoseconds; null: the event itself. */
  at: string | null;
  selection: Selection;
  mode: TimeMode;
  layout: ViewMode;
  /** The window of the timeline as fractions of the map's length. */
  from: number;
  to: number;
  grouping: Grouping;
  /** Processes not shown. */
  hidden: ProcessIndex[];
  /** What the signs mean stands over the lanes where there is no room below them. */
  legend: boolean;
  /** Collapsed groups, by name; or `*` for all, and with a plus those that are open. */
  collapsed: string[];
  /** Kinds of messages and decorations not shown: "timer", "link", "monitor", "exit", "down", ... */
  without: string[];
  search: string;
  regex: boolean;
  bookmarks: EventIndex[];
  /** What somebody has written on a bookmark. */
  notes: Notes;
  theme: "light" | "dark" | "auto";
  /** Nanoseconds of virtual time a second of play; 0: event by event. */
  speed: number;
  panel: string;
  /** Show the cone of the selection: nothing, its past, its future, both, the critical path, the way of its value. */
  cone: "" | "past" | "future" | "both" | "path" | "value";
}

export interface Store {
  get(): View;
  /** Change what is looked at; with `undoable` it can be undone. */
  set(patch: Partial<View>, undoable?: boolean): void;
  undo(): void;
  /** Called after each change, with the keys that changed. */
  subscribe(listener: (view: View, changed: Set<keyof View>) => void): void;
  /** Is it playing: changes with play() and pause(). */
  readonly playing: boolean;
  play(): void;
  pause(): void;
}

/** Events that are emphasised (a causal cone, search hits); null: all are alike. */
export interface Emphasis {
  events: Uint8Array;
  path: EventIndex[];
}

/** The timeline as the rest of the page sees it. */
export interface Timeline {
  /** Redraw on the next frame. */
  refresh(): void;
  /** Bring an event into view. */
  reveal(e: EventIndex): void;
  fit(): void;
  /** Zoom by a factor around the cursor where it is in sight, else around the middle. */
  zoomBy(factor: number): void;
  /** Move along time by a part of what is in sight, or across lanes by pixels. */
  panBy(part: number, lanes?: number): void;
  emphasise(emphasis: Emphasis | null): void;
  svg(): string;
  png(): Promise<Blob>;
}

/** Made by `timeline/index.ts`. */
export type MakeTimeline = (host: HTMLElement, model: Model, store: Store) => Timeline;
