/** A trace that stays in its columns: a field of an event is looked up when it is asked for. */

import { describe } from "./describe";
import { CountedInstants } from "./instants";
import { room, type Numbers } from "./numbers";
import { Texts } from "./texts";
import type { Answer, EventIndex, HeldAnswer, Latencies, LessonData, Source, Trace } from "./types";

type Form = "text" | "texts" | "number" | "numbers" | "flag";

/** A number that no column holds: its place there, and its digits. */
type Odd = [place: number, digits: string];

export interface RunHead {
  header: {
    scenario: { name: string; title?: string; doc?: string };
    settings: Record<string, unknown>;
    seed: number | string;
  };
  sources: Record<string, string>;
  n: number;
  /** Events of a slice, but of the last, which may have fewer; and how many slices. */
  slice: number;
  slices: number;
  /** The largest number of a process. */
  pid: number;
  /** How many texts, and their bytes. */
  texts: number;
  bytes: number;
  latest: string;
  odd: Odd[];
  lesson?: LessonData;
  /** What stands out, and the answers about each process; absent in a large run. */
  standing?: Answer[];
  why?: HeldAnswer[];
  latencies?: Latencies[];
  links?: EventIndex[];
  kinds: {
    name: string;
    count: number;
    /** Bytes of the widest number of each column. */
    shared: Record<"pid" | "cause" | "line" | "file", number>;
    fields: Record<string, { form: Form; size: number; values: number; odd: Odd[] }>;
  }[];
}

/** One field of one kind. A number is written as two more: 0 stands for none, 1 for one that is among the odd. */
interface Column {
  form: Form;
  values: Numbers;
  /** For lists: where each ends among the values. */
  ends: Uint32Array | null;
  filled: number;
  odd: Map<number, bigint>;
}

const NONE: Column = { form: "number", values: new Uint8Array(0), ends: null, filled: 0, odd: new Map() };
const ODD = 1;
/** Nanoseconds that 63 bits hold: 292 years. */
const LONG = 2n ** 63n;

export class ColumnTrace implements Trace {
  readonly n: number;
  readonly title: string;
  readonly name: string;
  readonly doc: string;
  readonly seed: number | string;
  readonly settings: Record<string, unknown>;
  readonly sources: Source[];
  readonly t: Trace["t"];
  readonly instants: CountedInstants;
  readonly kinds: string[];
  readonly counts: number[];
  readonly lesson: LessonData | null;
  readonly standing: Answer[] | null;
  readonly why: HeldAnswer[];
  readonly latencies: Latencies[];
  readonly links = new Map<EventIndex, EventIndex>();
  readonly kind: Uint8Array;
  readonly pid: Trace["pid"];
  readonly cause: Int32Array;
  readonly line: Trace["line"];
  file: Int8Array | Int32Array = new Int8Array(0);
  /** Place of an event among those of its kind in its slice, and by slice and kind how many came before. */
  readonly place: Uint16Array | Uint32Array;
  readonly before: Uint32Array;
  private readonly slice: number;
  readonly columns: Map<string, Column>[];
  readonly texts: Texts;
  /** While it is read: how many events there are already, how many of each kind, the places of files' names. */
  read = 0;
  readonly had: number[];
  fileName: Numbers;
  private now = 0n;
  private readonly oddSteps: Map<number, bigint>;

  constructor(head: RunHead) {
    const { scenario } = head.header;
    const { n, kinds } = head;
    const widest = (name: "line" | "file"): number => kinds.reduce((most, { shared }) => Math.max(most, shared[name]), 1);
    this.n = n;
    this.name = scenario.name;
    this.title = scenario.title || scenario.name;
    this.doc = scenario.doc ?? "";
    this.seed = head.header.seed;
    this.settings = head.header.settings;
    this.lesson = head.lesson ?? null;
    this.standing = head.standing ?? null;
    this.why = head.why ?? [];
    this.latencies = head.latencies ?? [];
    head.links?.forEach((e, i, all) => {
      if (i % 2 === 0) this.links.set(e, all[i + 1]);
    });
    this.sources = Object.entries(head.sources).map(([file, text]) => ({ file, text }));
    this.kinds = kinds.map(({ name }) => name);
    this.counts = kinds.map(({ count }) => count);
    this.had = kinds.map(() => 0);
    this.texts = new Texts(head.texts, head.bytes);
    this.t = BigInt(head.latest) < LONG ? new BigInt64Array(n) : new Array<bigint>(n);
    this.instants = new CountedInstants(n);
    this.kind = new Uint8Array(n);
    this.pid = head.pid < 2 ** 15 ? new Int16Array(n) : new Int32Array(n);
    this.cause = new Int32Array(n);
    this.line = room(widest("line"), n) as Uint16Array;
    this.fileName = room(widest("file"), n);
    this.slice = head.slice;
    this.place = head.slice <= 2 ** 16 ? new Uint16Array(n) : new Uint32Array(n);
    this.before = new Uint32Array(head.slices * kinds.length);
    this.oddSteps = bigints(head.odd);
    this.columns = kinds.map(({ count, fields }) => new Map(Object.entries(fields).map(([name, { form, size, values, odd }]) => {
      const ends = form.endsWith("s") ? new Uint32Array(count) : null;
      return [name, { form, values: room(size, size === 0 ? 0 : values), ends, filled: 0, odd: bigints(odd) }];
    })));
  }

  /** What each event is later than the one before, from event `first` on. */
  addTimes(steps: Numbers, first: EventIndex): void {
    const { t, oddSteps, instants } = this;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i]!;
      const e = first + i;
      if (step) this.now += oddSteps.get(e) ?? BigInt(step);
      t[e] = this.now;
      instants.add(e, e === 0 || Boolean(step));
    }
  }

  /** All of it has been read. */
  close(): void {
    if (this.read !== this.n) throw new Error(`${this.read} events, where ${this.n} were expected`);
    const known = new Map(this.sources.map((source, index) => [source.file, index]));
    const own = known.get(this.name) ?? -1;
    const named = new Map<number, number>([[0, own]]);
    this.file = this.sources.length < 127 ? new Int8Array(this.n) : new Int32Array(this.n);
    let [before, index] = [0, own];
    for (let e = 0; e < this.n; e++) {
      const name = this.fileName[e] as number;
      if (name !== before) {
        before = name;
        const found = named.get(name) ?? known.get(this.texts.at(name)) ?? -1;
        named.set(name, (index = found));
      }
      this.file[e] = index;
    }
    this.fileName = new Uint8Array(0);
  }

  /** Place of an event among those of its kind. */
  private placeOf(e: EventIndex): number {
    return this.before[Math.trunc(e / this.slice) * this.kinds.length + this.kind[e]!]! + this.place[e]!;
  }

  kindOf(e: EventIndex): string {
    return this.kinds[this.kind[e]!]!;
  }

  /** How many events there are of a kind. */
  count(kind: string): number {
    return this.counts[this.kinds.indexOf(kind)] ?? 0;
  }

  field<T = string | number | boolean | string[] | number[]>(e: EventIndex, name: string): T | undefined {
    const column = this.columns[this.kind[e]!]?.get(name);
    if (column === undefined) return undefined;
    const at = this.placeOf(e);
    const { ends, form } = column;
    if (ends === null) return this.value(column, at) as T | undefined;
    const found: unknown[] = [];
    for (let i = at > 0 ? ends[at - 1]! : 0; i < ends[at]!; i++) found.push(this.value(column, i));
    return (found.length === 0 && form === "texts" ? undefined : found) as T | undefined;
  }

  private value({ form, values, odd }: Column, at: number): string | number | boolean | undefined {
    const value = values[at] ?? 0;
    if (form === "flag") return value === 1;
    if (!value) return undefined;
    if (form === "text" || form === "texts") return this.texts.at(value as number);
    return typeof value === "number" && value !== ODD ? value - 2 : Number(whole(value, odd, at));
  }

  numbers(name: string): (e: EventIndex) => number {
    const { kind } = this;
    const columns = this.named(name);
    return (e) => {
      const column = columns[kind[e]!]!;
      const at = this.placeOf(e);
      const value = column.values[at];
      if (!value) return -1;
      return typeof value === "number" && value !== ODD ? value - 2 : Number(whole(value, column.odd, at));
    };
  }

  words(name: string, words: readonly string[]): (e: EventIndex) => number {
    const { kind } = this;
    const columns = this.named(name);
    const known: number[] = [-1];
    return (e) => {
      const text = (columns[kind[e]!]!.values[this.placeOf(e)] ?? 0) as number;
      return (known[text] ??= words.indexOf(this.texts.at(text)));
    };
  }

  /** A column of each kind by its name; an empty one where a kind has none. */
  private named(name: string): Column[] {
    return this.columns.map((columns) => columns.get(name) ?? NONE);
  }

  integer(e: EventIndex, name: string): bigint | undefined {
    const column = this.columns[this.kind[e]!]?.get(name);
    const at = this.placeOf(e);
    const value = column?.values[at];
    return column === undefined || !value ? undefined : whole(value, column.odd, at);
  }

  describe(e: EventIndex, who?: (pid: number) => string): string {
    return describe(this, e, who);
  }
}

function whole(value: number | bigint, odd: Map<number, bigint>, at: number): bigint {
  return Number(value) === ODD ? odd.get(at)! : BigInt(value) - 2n;
}

function bigints(odd: Odd[]): Map<number, bigint> {
  return new Map(odd.map(([place, digits]) => [place, BigInt(digits)]));
}
