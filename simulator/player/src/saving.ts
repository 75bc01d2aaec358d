/** What can be taken away: the picture in view, the link to it. */

import { h } from "./dom";
import type { Timeline } from "./types";

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveSvg(timeline: Timeline, name: string): void {
  download(new Blob([timeline.svg()], { type: "image/svg+xml" }), `${name}.svg`);
}

export async function savePng(timeline: Timeline, name: string): Promise<void> {
  download(await timeline.png(), `${name}.png`);
}

/** Put a text on the clipboard; where the page may not, select it in a field for the reader to copy. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h("textarea", { class: "aside", readonly: true });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
