/** What the keys do, what the signs mean. */

import { button, h } from "../dom";
import type { Key } from "../keys";
import { SIGNS } from "./states";

const STATES: [keyof typeof SIGNS, string][] = [
  ["running", "runs"], ["ready", "ready to run"], ["receive", "waits in receive"], ["call", "waits for a reply"], ["sleep", "sleeps"],
  ["work", "works on a scheduler"], ["event", "waits for an event of the model"], ["hibernate", "hibernates"], ["dead", "has ended"],
];

export function help(table: Key[]): HTMLDialogElement {
  const keys = h("dl", { class: "keys" });
  for (const { face, words } of table) if (face) keys.append(h("dt", {}, h("kbd", {}, face)), h("dd", {}, words));
  const states = h("dl", { class: "keys" });
  for (const [state, words] of STATES) states.append(h("dt", {}, SIGNS[state]), h("dd", {}, words));
  const dialog = h("dialog", { class: "help", "aria-labelledby": "help-title" },
    h("div", { class: "line" }, h("h2", { id: "help-title" }, "Keys"), button("close", "close (Escape)", () => dialog.close())), keys,
    h("h2", {}, "States"), states,
    h("p", {}, "A link holds the moment, the selection, the filters and the bookmarks: copy the address, or use the button Link."));
  return dialog;
}
