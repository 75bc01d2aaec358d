/**
 * What a search may ask beside plain text: `from:client* and wait>50ms`, `msg:{:pong, _} or not kind:send`.
 *
 * Terms stand beside each other for "and"; `or`, `not` and brackets are as everywhere. A text without any field is
 * searched as it stands, so nobody has to know of this to look for a word.
 */

import { judge } from "../clause";
import { nanoseconds } from "../moment";
import type { EventIndex, Message, Model, ProcessIndex } from "../types";

export type Test = (e: EventIndex) => boolean;

const NAMES = ["from", "to", "process", "kind", "text", "msg", "fate"] as const;
const TIMES = ["wait", "flight", "took", "t"] as const;
const TOKEN = /\s*(\(|\)|(?:[a-z]+)(?::|>=|<=|=|>|<)|"(?:[^"\\]|\\.)*"|[^\s()"]+)/y;
const FIELD = /^([a-z]+)(:|>=|<=|=|>|<)$/;
const BRACKETS: Record<string, string> = { "{": "}", "[": "]", "%": "}" };

/** Does a text ask for fields? */
export function isExpression(text: string): boolean {
  return new RegExp(`(^|[\\s(])(?:(?:${NAMES.join("|")}):|(?:${TIMES.join("|")})(?:[<>]=?|=))\\S`).test(text);
}

class Complaint extends Error {}

/** The test of an expression; or the complaint about it. */
export function expression(text: string, model: Model): Test | { complaint: string } {
  try {
    const parser = new Parser(text, model);
    return parser.whole();
  } catch (wrong) {
    if (wrong instanceof Complaint) return { complaint: wrong.message };
    throw wrong;
  }
}

class Parser {
  private at = 0;
  private readonly reading: Reading;

  constructor(private readonly text: string, model: Model) {
    this.reading = new Reading(model);
  }

  whole(): Test {
    const test = this.either();
    if (this.peek() !== "") throw new Complaint(`there is a ${this.peek()} too many`);
    return test;
  }

  private either(): Test {
    const tests = [this.all()];
    while (this.peek() === "or") {
      this.next();
      tests.push(this.all());
    }
    return tests.length === 1 ? tests[0] : (e) => tests.some((test) => test(e));
  }

  private all(): Test {
    const tests = [this.one()];
    while (!["", ")", "or"].includes(this.peek())) {
      if (this.peek() === "and") this.next();
      tests.push(this.one());
    }
    return tests.length === 1 ? tests[0] : (e) => tests.every((test) => test(e));
  }

  private one(): Test {
    const token = this.next();
    if (token === "") throw new Complaint("something is missing at the end");
    if (token === "not") {
      const test = this.one();
      return (e) => !test(e);
    }
    if (token === "(") {
      const test = this.either();
      if (this.next() !== ")") throw new Complaint("a bracket is not closed");
      return test;
    }
    const field = FIELD.exec(token);
    if (field === null) return this.reading.has("text", unquoted(token));
    const [, name, sign] = field;
    if (sign === ":" && (NAMES as readonly string[]).includes(name)) return this.reading.has(name as Name, this.value());
    if (sign !== ":" && (TIMES as readonly string[]).includes(name)) return this.time(name as Time, sign);
    throw new Complaint(`${name}${sign} is no field: there are ${NAMES.map((one) => `${one}:`).join(" ")} and ${TIMES.join(", ")} with < or >`);
  }

  private time(name: Time, sign: string): Test {
    const text = this.value();
    const wanted = nanoseconds(text);
    if (wanted === null) throw new Complaint(`${text || "nothing"} is no duration, as 50ms is`);
    return this.reading.lasts(name, sign, wanted);
  }

  /** What follows a field: a term in its brackets, a text in quotes, or a word. */
  private value(): string {
    while (this.text[this.at] === " ") this.at++;
    const opening = this.text[this.at] ?? "";
    if (opening in BRACKETS) return this.term();
    return unquoted(this.next());
  }

  private term(): string {
    const start = this.at;
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const here = this.text[this.at];
      if ("{[".includes(here)) depth++;
      if ("}]".includes(here) && --depth === 0) return this.text.slice(start, ++this.at);
    }
    throw new Complaint("a bracket is not closed");
  }

  private peek(): string {
    const at = this.at;
    const token = this.next();
    this.at = at;
    return token;
  }

  private next(): string {
    TOKEN.lastIndex = this.at;
    const found = TOKEN.exec(this.text);
    if (found === null) {
      this.at = this.text.length;
      return "";
    }
    this.at = TOKEN.lastIndex;
    return found[1];
  }
}

type Name = (typeof NAMES)[number];
type Time = (typeof TIMES)[number];

/** What an event has of each field. */
class Reading {
  constructor(private readonly model: Model) {}

  has(name: Name, wanted: string): Test {
    if (wanted === "") throw new Complaint(`something is missing after ${name}:`);
    if (name === "msg") return (e) => judge(wanted, this.message(e)?.term || this.message(e)?.text || "").takes === true;
    const fits = glob(wanted, name === "text");
    return (e) => this.texts(name, e).some(fits);
  }

  lasts(name: Time, sign: string, wanted: bigint): Test {
    return (e) => {
      const time = this.time(name, e);
      if (time === null) return false;
      if (sign === ">") return time > wanted;
      if (sign === "<") return time < wanted;
      if (sign === ">=") return time >= wanted;
      return sign === "<=" ? time <= wanted : time === wanted;
    };
  }

  private message(e: EventIndex): Message | undefined {
    const index = this.model.messageAt[e];
    return index >= 0 ? this.model.messages.at(index) : undefined;
  }

  private names(p: ProcessIndex): string[] {
    const process = this.model.processes[p];
    if (!process) return [];
    const bare = process.label.replace(/^:/, "").replace(/\/\d+$/, "");
    return [process.label, bare, `<0.${process.pid}.0>`, String(process.pid)];
  }

  private texts(name: Exclude<Name, "msg">, e: EventIndex): string[] {
    const { trace } = this.model;
    const message = this.message(e);
    if (name === "process") return this.names(this.model.processOf(trace.pid[e]));
    if (name === "kind") return [trace.kindOf(e), ...(message ? [message.kind] : [])];
    if (name === "text") return [trace.describe(e), message?.term ?? ""];
    if (!message) return [];
    if (name === "fate") return [fate(message)];
    return this.names(name === "from" ? message.from : message.to);
  }

  private time(name: Time, e: EventIndex): bigint | null {
    const { t } = this.model.trace;
    if (name === "t") return t[e];
    const message = this.message(e);
    if (!message) return null;
    if (name === "flight") return message.arrived < 0 ? null : t[message.arrived] - t[message.sent];
    if (name === "wait") return message.enqueued < 0 || message.received < 0 ? null : t[message.received] - t[message.enqueued];
    if ((message.kind !== "call" && message.kind !== "reply") || message.pair < 0) return null;
    const { call, returned } = this.model.calls.at(message.pair);
    return returned < 0 ? null : t[returned] - t[call];
  }
}

function fate(message: Message): string {
  if (message.received >= 0) return "received";
  if (message.dropped >= 0) return "dropped";
  return message.enqueued >= 0 ? "unread" : "flying";
}

function unquoted(token: string): string {
  return token.startsWith('"') ? token.slice(1, -1).replaceAll(/\\(.)/g, "$1") : token;
}

/** A pattern with `*` for anything; within a text it may stand anywhere. */
function glob(wanted: string, within: boolean): (text: string) => boolean {
  const source = wanted.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*");
  const flags = /\p{Lu}/u.test(wanted) ? "su" : "isu";
  const expression = new RegExp(within ? source : `^(?:${source})$`, flags);
  return (text) => expression.test(text);
}
