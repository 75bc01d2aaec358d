/** What each key does. */

import type { Key } from "./keys";
import { hide, jump } from "./stage";
import { MODES } from "./timemap";
import type { TimeMode, View } from "./types";
import type { Workspace } from "./workspace";

const ORDER = Object.keys(MODES) as TimeMode[];
function next(mode: TimeMode): TimeMode {
  return ORDER[(ORDER.indexOf(mode) + 1) % ORDER.length];
}

function nextPath(cone: View["cone"]): View["cone"] {
  return cone === "path" ? "value" : cone === "value" ? "" : "path";
}

function hideSelected({ store }: Workspace): void {
  const { selection } = store.get();
  if (selection?.what === "process") hide(store, selection.index);
}

function fit({ stage }: Workspace): void {
  stage.timeline.fit();
  stage.say("the whole run");
}

function show(workspace: Workspace, patch: Partial<View>): void {
  workspace.store.set(patch, true);
}

/** What keys do to the whole page, whoever it is. */
export interface Actions {
  readonly current: Workspace;
  nextTheme(): void;
  turn(): void;
  toggleHelp(): void;
  /** To the next or previous difference of two runs. */
  difference(direction: 1 | -1): void;
}

export function keyTable(page: Actions): Key[] {
  const here = (): Workspace => page.current;
  const transport = () => here().transport;
  const key = (face: string, keys: string, words: string, act: () => void): Key => ({ face, keys: keys.split(" "), words, act });
  const panels: [string, string, string][] = [
    ["1", "inspector", "inspector"], ["2", "lesson", "lesson"], ["3", "graph", "link graph"], ["4", "find", "find and filter"],
    ["5", "events", "table of events"], ["6", "causes", "causality"], ["7", "why", "why"], ["8", "compare", "two runs"],
  ];
  return [
    { face: "Space", keys: [" "], words: "play, pause", act: () => transport().toggle() },
    key("→ ←", "ArrowRight", "forward, back by an event", () => transport().event(1)),
    key("", "ArrowLeft", "back by an event", () => transport().event(-1)),
    key("Shift+→ ←", "Shift+ArrowRight", "by a message", () => transport().message(1)),
    key("", "Shift+ArrowLeft", "back by a message", () => transport().message(-1)),
    key("Ctrl+→ ←", "Ctrl+ArrowRight", "by a callback of the selected process", () => transport().callback(1)),
    key("", "Ctrl+ArrowLeft", "back by a callback of the selected process", () => transport().callback(-1)),
    key("Home End", "Home", "to the start, to the end", () => jump(here().stage, -1)),
    key("", "End", "to the end", () => jump(here().stage, here().model.trace.n - 1)),
    key("< >", "<", "slower, faster", () => transport().faster(-1)),
    key("", ">", "faster", () => transport().faster(1)),
    key("G", "g", "go to a time, a time from here, or an event number", () => transport().askPlace()),
    key("W", "w", "next stop of the guided walk (Shift: previous)", () => here().lesson.step(1)),
    key("", "Shift+w", "previous stop", () => here().lesson.step(-1)),
    key("B", "b", "bookmark this moment", () => transport().bookmarks.toggle()),
    key("E", "e", "bookmarks, and a note on this moment", () => transport().bookmarks.open()),
    key("[ ]", "]", "previous, next bookmark", () => transport().bookmarks.step(1)),
    key("", "[", "previous bookmark", () => transport().bookmarks.step(-1)),
    key("/", "/", "search", () => {
      show(here(), { panel: "find" });
      requestAnimationFrame(() => here().find.focus());
    }),
    key("J", "j", "the next time that what is at the cursor happens again", () => here().find.again()),
    key("N", "n", "next hit (Shift: previous)", () => here().find.step(1)),
    key("", "Shift+n", "previous hit", () => here().find.step(-1)),
    key("+ −", "+ =", "zoom in, out", () => here().stage.timeline.zoomBy(1.5)),
    key("", "-", "zoom out", () => here().stage.timeline.zoomBy(1 / 1.5)),
    key(", .", ",", "move the window back, forward in time", () => here().stage.timeline.panBy(-0.25)),
    key("", ".", "move the window forward in time", () => here().stage.timeline.panBy(0.25)),
    key("↑ ↓", "ArrowUp", "move across the lanes", () => here().stage.timeline.panBy(0, -60)),
    key("", "ArrowDown", "move across the lanes", () => here().stage.timeline.panBy(0, 60)),
    key("F", "f", "the whole run", () => fit(here())),
    key("M", "m", "time to scale, strictly to scale, compressed, by event", () => show(here(), { mode: next(here().store.get().mode) })),
    key("V", "v", "lanes, or sequence", () => show(here(), { layout: here().store.get().layout === "lanes" ? "sequence" : "lanes" })),
    key("H", "h", "hide the selected process", () => hideSelected(here())),
    key("C", "c", "highlight past and future of the selection", () => show(here(), { cone: here().store.get().cone ? "" : "both" })),
    key("P", "p", "highlight the critical path to it; again: the way of its value", () => show(here(), { cone: nextPath(here().store.get().cone) })),
    key("U", "u Ctrl+z", "undo", () => here().store.undo()),
    key("Escape", "Escape", "select nothing", () => show(here(), { selection: null, cone: "" })),
    key("T", "t", "theme: as the system, light, dark", () => page.nextTheme()),
    key("A", "a", "the other run, where there are two", () => page.turn()),
    key("D", "d", "next difference of two runs (Shift: previous)", () => page.difference(1)),
    key("", "Shift+d", "previous difference", () => page.difference(-1)),
    ...panels.map(([digit, panel, words]) => key(digit, digit, words, () => show(here(), { panel: here().store.get().panel === panel ? "" : panel }))),
    key("?", "?", "this help", () => page.toggleHelp()),
  ];
}
