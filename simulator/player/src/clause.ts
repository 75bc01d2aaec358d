/**
 * Why a clause of a receive does not take a message: both are read as terms and compared until they differ.
 *
 * The trace knows patterns and messages as text alone. What cannot be read is compared as text; a guard is known by
 * its name alone, so where only a guard is left, the guard is given as the reason.
 */

type Shape = "tuple" | "list" | "map" | "plain" | "any" | "guarded";

interface Term {
  shape: Shape;
  text: string;
  parts: Term[];
  /** Of a map: its keys, in the order of `parts`. */
  keys: string[];
}

export type Verdict = { takes: true } | { takes: false; why: string } | { takes: null; why: string };

const CLOSING: Record<string, string> = { "{": "}", "[": "]" };
const WORD = /[^\s,{}[\]()]+/y;
/** Class patterns of Python scenarios, and what they match in Elixir's notation. */
const CLASSES: Record<string, RegExp> = {
  int: /^-?\d+$/, float: /^-?\d+\.\d/, str: /^"/, bool: /^(true|false)$/, list: /^\[/, tuple: /^\{/, dict: /^%\{/,
  Pid: /^#PID/, Reference: /^#Reference/, Atom: /^(:|[A-Z]|true$|false$|nil$)/,
};
/** Nobody reads more of a term than this to see why it was skipped. */
const LONGEST = 4_000;

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  /** The whole text as one term; null where it is none that we can read. */
  whole(): Term | null {
    const term = this.term(0);
    this.space();
    return term && this.at === this.text.length ? term : null;
  }

  private space(): void {
    while (this.text[this.at] === " " || this.text[this.at] === "\n") this.at++;
  }

  private term(depth: number): Term | null {
    if (depth > 50) return null;
    this.space();
    const start = this.at;
    const inner = this.bare(depth);
    if (!inner) return null;
    if (/^\s+when\s/.test(this.text.slice(this.at, this.at + 8))) {
      this.skipGuard();
      return { shape: "guarded", text: this.text.slice(start, this.at), parts: [inner], keys: [] };
    }
    return { ...inner, text: this.text.slice(start, this.at) };
  }

  private bare(depth: number): Term | null {
    const here = this.text[this.at];
    if (here === "{") return this.sequence("tuple", depth);
    if (here === "[") return this.sequence("list", depth);
    if (here === "%") return this.map(depth);
    if (here === '"' || here === "'") return this.quoted();
    if (here === ":" && this.text[this.at + 1] === '"') {
      this.at++;
      return this.quoted();
    }
    if (here === "#" || this.text.startsWith("<<", this.at)) return this.angled();
    WORD.lastIndex = this.at;
    const word = WORD.exec(this.text)?.[0].replace(/:$/, "");
    if (!word) return null;
    this.at += word.length;
    const any = /^[a-z_]\w*$/.test(word) && !["true", "false", "nil"].includes(word) && !(word in CLASSES);
    return { shape: any ? "any" : "plain", text: word, parts: [], keys: [] };
  }

  private sequence(shape: "tuple" | "list", depth: number): Term | null {
    const close = CLOSING[this.text[this.at++]];
    const parts: Term[] = [];
    for (;;) {
      this.space();
      if (this.text[this.at] === close) break;
      const part = this.term(depth + 1);
      if (!part) return null;
      parts.push(part);
      this.space();
      if (this.text[this.at] === ",") this.at++;
      else if (this.text[this.at] !== close) return null;
    }
    this.at++;
    return { shape, text: "", parts, keys: [] };
  }

  private map(depth: number): Term | null {
    const open = this.text.indexOf("{", this.at);
    if (open < 0) return null;
    const name = this.text.slice(this.at + 1, open);
    const parts: Term[] = name ? [{ shape: "plain", text: name, parts: [], keys: [] }] : [];
    const keys: string[] = name ? ["__struct__"] : [];
    this.at = open + 1;
    for (;;) {
      this.space();
      if (this.text[this.at] === "}") break;
      const start = this.at;
      if (!this.term(depth + 1)) return null;
      let key = this.text.slice(start, this.at);
      this.space();
      if (this.text.startsWith("=>", this.at)) this.at += 2;
      else if (this.text[this.at] === ":") {
        this.at++;
        key = `:${key}`;
      } else return null;
      const value = this.term(depth + 1);
      if (!value) return null;
      keys.push(key);
      parts.push(value);
      this.space();
      if (this.text[this.at] === ",") this.at++;
    }
    this.at++;
    return { shape: "map", text: "", parts, keys };
  }

  private quoted(): Term | null {
    const start = this.at;
    const quote = this.text[this.at++];
    while (this.at < this.text.length && this.text[this.at] !== quote) this.at += this.text[this.at] === "\\" ? 2 : 1;
    this.at++;
    return this.at > this.text.length
      ? null
      : { shape: "plain", text: this.text.slice(start, this.at), parts: [], keys: [] };
  }

  /** `#PID<...>`, `#Reference<...>`, `<<1, 2>>`. */
  private angled(): Term | null {
    const start = this.at;
    let open = 0;
    for (; this.at < this.text.length; this.at++) {
      const here = this.text[this.at];
      if (here === "<") open++;
      if (here === ">" && --open === 0) {
        this.at++;
        return { shape: "plain", text: this.text.slice(start, this.at), parts: [], keys: [] };
      }
    }
    return null;
  }

  /** To the end of the guard: the comma or bracket that closes what it stands in. */
  private skipGuard(): void {
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const here = this.text[this.at];
      if ("([{".includes(here)) depth++;
      if (")]}".includes(here) && depth-- === 0) return;
      if (here === "," && depth === 0) return;
    }
  }
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

const kinds: Record<Shape, string> = {
  tuple: "tuple", list: "list", map: "map", plain: "value", any: "value", guarded: "value",
};

/** The first difference, or null; `guards` collects the guards that nobody can decide here. */
function difference(pattern: Term, value: Term, where: string, guards: string[]): string | null {
  if (pattern.shape === "any") return null;
  if (pattern.shape === "guarded") {
    const inner = difference(pattern.parts[0], value, where, guards);
    if (inner === null) guards.push(clip(pattern.text));
    return inner;
  }
  const place = where && `${where}: `;
  const fits = pattern.shape === "plain" ? CLASSES[pattern.text] : undefined;
  if (fits) return fits.test(value.text) ? null : `${place}${clip(value.text)} is no ${pattern.text}`;
  if (pattern.shape === "plain" || pattern.shape !== value.shape) {
    if (pattern.text === value.text) return null;
    return `${place}it wants ${clip(pattern.text)}, ${clip(value.text)} came`;
  }
  if (pattern.shape === "map") return mapDifference(pattern, value, where, guards);
  if (pattern.parts.length !== value.parts.length) {
    const kind = kinds[pattern.shape];
    return `${place}it wants a ${kind} of ${pattern.parts.length}, one of ${value.parts.length} came`;
  }
  for (let i = 0; i < pattern.parts.length; i++) {
    const inner = `${where ? `${where}, ` : ""}element ${i + 1}`;
    const found = difference(pattern.parts[i], value.parts[i], inner, guards);
    if (found) return found;
  }
  return null;
}

function mapDifference(pattern: Term, value: Term, where: string, guards: string[]): string | null {
  for (let i = 0; i < pattern.keys.length; i++) {
    const key = pattern.keys[i];
    const at = value.keys.indexOf(key);
    const inner = `${where ? `${where}, ` : ""}key ${clip(key)}`;
    if (at < 0) return `${inner} is missing`;
    const found = difference(pattern.parts[i], value.parts[at], inner, guards);
    if (found) return found;
  }
  return null;
}

/** Does a clause take a message; if not, why; `takes` is null where nobody can tell from the texts. */
export function judge(pattern: string, message: string): Verdict {
  const wanted = pattern.length > LONGEST ? null : new Reader(pattern).whole();
  const came = message.length > LONGEST ? null : new Reader(message).whole();
  if (!wanted || !came) {
    return pattern.trim() === message.trim() ? { takes: true } : { takes: null, why: "it does not match" };
  }
  const guards: string[] = [];
  const found = difference(wanted, came, "", guards);
  if (found) return { takes: false, why: found };
  if (wanted.shape === "guarded" && guards.length === 1) return { takes: null, why: "its guard says no" };
  return guards.length ? { takes: null, why: `its guard says no: ${guards.join(", ")}` } : { takes: true };
}
