/** The keyboard: one table, from which the help is made too. */

export interface Key {
  /** As `KeyboardEvent.key`, with `Shift+` or `Ctrl+` before it. */
  keys: string[];
  /** What people read; nothing where the key before says it too. */
  face: string;
  words: string;
  act: () => void;
}

/** Elements that need every key for themselves, the keys that press a button, those that move within a widget. */
const OWN = "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable], dialog";
const OWN_PRESS = "button, summary, a, [role=button], input";
const OWN_MOVES = "[role=tab], [role=separator], [type=radio]";
const OWN_LINES = "[role=listbox], [role=grid], .source";

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key)) ? "Shift+" : "";
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${shift}${key}`;
}

function theirs(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return false;
  if (target.closest(OWN)) return true;
  if ((event.key === " " || event.key === "Enter") && target.closest(OWN_PRESS)) return true;
  if (event.shiftKey || event.ctrlKey) return false;
  if (/^(Home|End|Arrow)/.test(event.key) && target.closest(OWN_MOVES)) return true;
  return /^(Home|End|Page|Arrow(Up|Down))/.test(event.key) && target.closest(OWN_LINES) !== null;
}

export function listen(table: Key[]): void {
  const acts = new Map<string, () => void>();
  for (const { keys, act } of table) for (const key of keys) acts.set(key, act);
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && event.target instanceof HTMLElement && event.target.matches("input, select")) {
      event.target.blur();
      return;
    }
    const act = acts.get(nameOf(event));
    if (!act || theirs(event)) return;
    event.preventDefault();
    act();
  });
}
