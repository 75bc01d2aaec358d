/** The data of the page, out of its script element: base64, gzip, JSON, columns. Nothing is fetched. */

import { describe } from "./describe";
import type { Alignment, EventIndex, Page, Source, Trace } from "./types";

const VERSION = 1;

type Whole = number | string;
type Form = "text" | "texts" | "number" | "numbers" | "flag";

interface Column {
  form: Form;
  values: unknown[];
}

interface RunData {
  header: {
    scenario: { name: string; title?: string; doc?: string };
    settings: Record<string, unknown>;
    seed: Whole;
  };
  sources: Record<string, string>;
  strings: string[];
  kinds: string[];
  n: number;
  t: Whole[];
  kind: number[];
  pid: number[];
  cause: number[];
  line: number[];
  file: number[];
  fields: Record<string, Record<string, Column>>;
}

/** Read the page's data; throws an Error that says what is wrong with them. */
export async function readPage(): Promise<Page> {
  const element = document.getElementById("trace");
  if (!element) throw new Error("this page holds no trace");
  const letters = element.textContent ?? "";
  element.textContent = "";
  const data = JSON.parse(await unzip(bytesOf(letters.trim()))) as {
    version: number;
    runs: RunData[];
    alignment: Alignment | null;
  };
  if (data.version !== VERSION) throw new Error(`data of version ${data.version}, where ${VERSION} was expected`);
  return { runs: data.runs.map((run) => new ColumnTrace(run)), alignment: data.alignment };
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const characters = atob(letters);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

/** A trace over its columns. */
class ColumnTrace implements Trace {
  readonly n: number;
  readonly title: string;
  readonly name: string;
  readonly doc: string;
  readonly seed: number | string;
  readonly settings: Record<string, unknown>;
  readonly sources: Source[];
  readonly t: BigInt64Array;
  readonly kinds: string[];
  readonly kind: Uint8Array;
  readonly pid: Int32Array;
  readonly cause: Int32Array;
  readonly line: Int32Array;
  readonly file: Int32Array;
  private readonly columns: Record<string, Column>[];
  /** Place of an event among those of its kind. */
  private readonly place: Int32Array;
  private readonly strings: string[];

  constructor(data: RunData) {
    const { scenario } = data.header;
    this.n = data.n;
    this.name = scenario.name;
    this.title = scenario.title || scenario.name;
    this.doc = scenario.doc ?? "";
    this.seed = data.header.seed;
    this.settings = data.header.settings;
    this.sources = Object.entries(data.sources).map(([file, text]) => ({ file, text }));
    this.kinds = data.kinds;
    this.strings = data.strings;
    this.kind = Uint8Array.from(data.kind);
    this.pid = Int32Array.from(data.pid);
    this.line = Int32Array.from(data.line);
    this.t = times(data.t);
    this.cause = Int32Array.from(data.cause, (back, e) => (back > 0 ? e - back : -1));
    this.file = files(data, this.sources);
    this.place = places(this.kind, data.kinds.length);
    this.columns = data.kinds.map((kind) => data.fields[kind] ?? {});
  }

  kindOf(e: EventIndex): string {
    return this.kinds[this.kind[e]!]!;
  }

  field<T = string | number | boolean | string[] | number[]>(e: EventIndex, name: string): T | undefined {
    const column = this.columns[this.kind[e]!]![name];
    const value = column?.values[this.place[e]!];
    if (value === undefined || value === null) return undefined;
    if (column!.form === "text") return this.strings[value as number] as T;
    if (column!.form === "texts") return (value as number[]).map((at) => this.strings[at]) as T;
    return (typeof value === "string" ? Number(value) : value) as T;
  }

  integer(e: EventIndex, name: string): bigint | undefined {
    const value = this.columns[this.kind[e]!]![name]?.values[this.place[e]!] as Whole | null | undefined;
    return value === undefined || value === null ? undefined : BigInt(value);
  }

  describe(e: EventIndex, who?: (pid: number) => string): string {
    return describe(this, e, who);
  }
}

/** Steps, added up. */
function times(steps: Whole[]): BigInt64Array {
  const made = new BigInt64Array(steps.length);
  let now = 0n;
  steps.forEach((step, e) => {
    if (step !== 0) now += BigInt(step);
    made[e] = now;
  });
  return made;
}

/** Index into the sources for each event: the scenario's own file is the first where its text is there. */
function files(data: RunData, sources: Source[]): Int32Array {
  const known = new Map(sources.map((source, index) => [source.file, index]));
  const own = known.get(data.header.scenario.name) ?? -1;
  return Int32Array.from(data.file, (at) => (at < 0 ? own : (known.get(data.strings[at]!) ?? -1)));
}

function places(kind: Uint8Array, kinds: number): Int32Array {
  const next = new Int32Array(kinds);
  return Int32Array.from(kind, (k) => next[k]!++);
}
