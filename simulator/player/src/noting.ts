/** Notes on bookmarks, and how they travel in a link: bounded, and never more than text. */

import type { EventIndex, Notes } from "./types";

/** Characters of a note; bookmarks of a link; letters that all notes together take in one. */
export const LONGEST = 200;
export const MOST = 200;
const ROOM = 4_000;

/** What is no text: control characters, halves of characters, what turns the writing direction of what comes after. */
const NO_TEXT = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A note as it is kept: one line of text, of at most so many characters. */
export function tidy(text: string): string {
  return [...text.slice(0, 20 * LONGEST).replace(NO_TEXT, " ").trim()].slice(0, LONGEST).join("").trim();
}

/** The notes with another text for one of them; an empty text takes it away. Null where a link has no room for it. */
export function noted(notes: Notes, e: EventIndex, text: string): Notes | null {
  const { [e]: _, ...others } = notes;
  const tidied = tidy(text);
  if (tidied === "") return others;
  const all = { ...others, [e]: tidied };
  return notesText(all).length <= ROOM ? all : null;
}

/** Without the notes on events that are not among these. */
export function keptFor(bookmarks: readonly EventIndex[], notes: Notes): Notes {
  return Object.fromEntries(bookmarks.filter((e) => e in notes).map((e) => [e, notes[e]]));
}

/** As a link holds them: `4:read%20here,17:lost`. */
export function notesText(notes: Notes): string {
  return Object.entries(notes).map(([e, text]) => `${e}:${encodeURIComponent(text)}`).join(",");
}

/** The other way, for a run of `n` events; what is no note, or more than a link may hold, is left out. */
export function notesOf(text: string, n: number, unescape: (text: string) => string): Notes {
  let notes: Notes = {};
  for (const part of text.split(",", MOST)) {
    const match = /^(\d{1,9}):(.*)$/s.exec(part);
    if (match && Number(match[1]) < n) notes = noted(notes, Number(match[1]), unescape(match[2])) ?? notes;
  }
  return notes;
}
