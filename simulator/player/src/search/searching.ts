/** Search through all events, a slice at a time, so that the page stays alive; and what is worth searching in an event. */

import type { EventIndex, Model } from "../types";

/** Milliseconds that a slice of the search may keep the page from drawing. */
const SLICE = 10;
/** A regular expression sees no more of an event than this; it bounds what a bad one costs. */
const LONGEST = 5_000;
const FIELDS = ["msg", "reason", "text", "request", "reply", "name", "function", "detail", "state", "report", "returned"];

export type Matcher = (text: string) => boolean;

/** How to tell a hit; or the complaint about a bad regular expression. Case matters once a capital is asked for. */
export function matcher(wanted: string, regex: boolean): Matcher | { complaint: string } {
  if (!regex) {
    const exact = /\p{Lu}/u.test(wanted);
    const needle = exact ? wanted : wanted.toLowerCase();
    return (text) => (exact ? text : text.toLowerCase()).includes(needle);
  }
  try {
    const expression = new RegExp(wanted, /\p{Lu}/u.test(wanted.replace(/\\./g, "")) ? "u" : "iu");
    return (text) => expression.test(text.slice(0, LONGEST));
  } catch (error) {
    return { complaint: error instanceof Error ? error.message : String(error) };
  }
}

/** Kind, process and every text of an event. */
function textOf(model: Model, e: EventIndex): string {
  const { trace } = model;
  const process = model.processes[model.processOf(trace.pid[e])];
  const parts = [trace.kindOf(e), process?.label ?? "", `#${e}`];
  for (const field of FIELDS) {
    const value = trace.field(e, field);
    if (typeof value === "string") parts.push(value);
  }
  const message = model.messages.at(model.messageAt[e]);
  if (message) parts.push(message.term || message.text);
  return parts.join("\n");
}

export class Search {
  private run = 0;

  constructor(private readonly model: Model) {}

  stop(): void {
    this.run++;
  }

  /** `found` is told of all hits so far, again and again, at last with `done`. */
  start(matches: Matcher, found: (hits: EventIndex[], done: boolean) => void): void {
    this.through((e) => matches(textOf(this.model, e)), found);
  }

  /** The same with a test of the event itself. */
  through(test: (e: EventIndex) => boolean, found: (hits: EventIndex[], done: boolean) => void): void {
    const run = ++this.run;
    const { n } = this.model.trace;
    const hits: EventIndex[] = [];
    let e = 0;
    const slice = (): void => {
      if (run !== this.run) return;
      const end = performance.now() + SLICE;
      while (e < n) {
        if (test(e)) hits.push(e);
        e++;
        if ((e & 63) === 0 && performance.now() > end) break;
      }
      found(hits, e >= n);
      if (e < n) setTimeout(slice);
    };
    slice();
  }
}
