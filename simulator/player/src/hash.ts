/** The view in the URL's hash: short, readable, and only what differs from the start. What a link says is checked. */

import { keptFor, MOST, notesOf, notesText } from "./noting";
import { START } from "./store";
import { MODES, startMode } from "./timemap";
import { FEW_LANES } from "./timeline/rows";
import type { Model, Selection, TimeMode, View } from "./types";

/** Decimals of the window's edges: a pixel of a screen at a hundredfold zoom. */
const FINE = 6;

/** Numbers in order, runs of them joined: `3.7-9`. */
function ranges(numbers: number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let i = 0; i < sorted.length; i++) {
    const first = sorted[i];
    while (sorted[i + 1] === sorted[i] + 1) i++;
    parts.push(sorted[i] === first ? `${first}` : `${first}-${sorted[i]}`);
  }
  return parts.join(".");
}

function numbers(text: string, limit: number): number[] {
  const found: number[] = [];
  for (const part of text.split(".")) {
    const match = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part);
    if (!match) continue;
    const last = Math.min(limit - 1, Number(match[2] ?? match[1]));
    for (let n = Number(match[1]); n <= last; n++) found.push(n);
  }
  return found;
}

const words = (list: string[]): string => list.map(encodeURIComponent).join(",");

function unescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function fraction(value: number): string {
  return value.toFixed(FINE).replace(/\.?0+$/, "");
}

function selectionText(selection: Selection): string {
  return selection ? `${selection.what[0]}${selection.index}` : "";
}

function selectionOf(text: string, model: Model): Selection {
  const match = /^([emp])(\d{1,9})$/.exec(text);
  if (!match) return null;
  const index = Number(match[2]);
  if (match[1] === "e") return index < model.trace.n ? { what: "event", index } : null;
  if (match[1] === "m") return index < model.messages.length ? { what: "message", index } : null;
  return index < model.processes.length ? { what: "process", index } : null;
}

interface Part {
  write: (view: View, model: Model) => string;
  read: (text: string, model: Model) => Partial<View>;
}

function choice<K extends keyof View>(key: K, allowed: readonly View[K][]): Part {
  return {
    write: (view) => (view[key] === START[key] ? "" : encodeURIComponent(String(view[key]))),
    read: (text) => {
      const value = allowed.find((one) => String(one) === text);
      return value === undefined ? {} : ({ [key]: value } as Partial<View>);
    },
  };
}

function list(key: "collapsed" | "without"): Part {
  return {
    write: (view) => words(view[key]),
    read: (text) => ({ [key]: text.split(",").filter(Boolean).map(unescape) }),
  };
}

const PARTS: Record<string, Part> = {
  e: {
    write: (view) => String(view.cursor),
    read: (text, model) =>
      /^-?\d{1,9}$/.test(text) ? { cursor: Math.max(-1, Math.min(model.trace.n - 1, Number(text))) } : {},
  },
  a: {
    // The store leaves out what is no time after the cursor's event.
    write: (view) => view.at ?? "",
    read: (text) => (/^\d{1,24}$/.test(text) ? { at: text } : {}),
  },
  s: {
    write: (view) => selectionText(view.selection),
    read: (text, model) => ({ selection: selectionOf(text, model) }),
  },
  p: {
    write: (view) => (view.panel === START.panel ? "" : encodeURIComponent(view.panel)),
    read: (text) => (/^[a-z]{1,20}$/.test(text) ? { panel: text } : {}),
  },
  k: choice("cone", ["past", "future", "both", "path", "value"]),
  m: {
    // A run begins in the mode that suits it: only another has to be told.
    write: (view, model) => (view.mode === startMode(model.trace) ? "" : view.mode),
    read: (text) => (Object.hasOwn(MODES, text) ? { mode: text as TimeMode } : {}),
  },
  l: choice("layout", ["lanes", "sequence"]),
  w: {
    // A sequence begins with as much as can be read: that it is seen whole has to be told.
    write: ({ from, to, layout }) => (from === 0 && to === 1 && layout === "lanes" ? "" : `${fraction(from)}-${fraction(to)}`),
    read: (text) => {
      const [from, to] = text.split("-").map(Number) as [number, number | undefined];
      return to !== undefined && from >= 0 && to <= 1 && from < to ? { from, to } : {};
    },
  },
  g: {
    // Many processes are grouped at the start: a view without groups has to be told.
    write: ({ grouping }, model) => (grouping !== "none" || model.processes.length > FEW_LANES ? grouping : ""),
    read: choice("grouping", ["none", "supervisor", "module"]).read,
  },
  h: {
    write: (view) => ranges(view.hidden),
    read: (text, model) => ({ hidden: numbers(text, model.processes.length) }),
  },
  i: choice("legend", [true]),
  c: list("collapsed"),
  x: list("without"),
  q: {
    write: (view) => encodeURIComponent(view.search),
    read: (text) => ({ search: unescape(text).slice(0, 500) }),
  },
  r: choice("regex", [true]),
  b: {
    write: (view) => view.bookmarks.join("."),
    read: (text, model) => ({ bookmarks: numbers(text, model.trace.n).slice(0, MOST) }),
  },
  n: {
    write: (view) => notesText(keptFor(view.bookmarks, view.notes)),
    read: (text, model) => ({ notes: notesOf(text, model.trace.n, unescape) }),
  },
  v: {
    write: (view) => (view.speed === START.speed ? "" : String(view.speed)),
    read: (text) => (/^-?\d{1,18}$/.test(text) ? { speed: Number(text) } : {}),
  },
  t: choice("theme", ["light", "dark"]),
};

/** What follows the `#`. */
export function encode(view: View, model: Model): string {
  return Object.entries(PARTS)
    .map(([key, part]) => [key, part.write(view, model)] as const)
    .filter(([, text]) => text !== "")
    .map(([key, text]) => `${key}=${text}`)
    .join("&");
}

/** The other way; what is wrong or unknown is left out. */
export function decode(hash: string, model: Model): Partial<View> {
  let patch: Partial<View> = {};
  for (const pair of hash.replace(/^#/, "").split("&")) {
    const at = pair.indexOf("=");
    if (at < 1) continue;
    const key = pair.slice(0, at);
    const text = pair.slice(at + 1);
    const part = Object.hasOwn(PARTS, key) ? PARTS[key] : undefined;
    if (part) patch = { ...patch, ...part.read(unescapeUnlessList(key, text), model) };
  }
  // What has a note is a bookmark.
  const noted = Object.keys(patch.notes ?? {}).map(Number);
  return noted.length === 0 ? patch : { ...patch, bookmarks: [...new Set([...(patch.bookmarks ?? []), ...noted])].sort((a, b) => a - b) };
}

/** Lists are cut at their commas before each word is unescaped. */
function unescapeUnlessList(key: string, text: string): string {
  return "cxqn".includes(key) ? text : unescape(text);
}
