/** The bar between timeline and panels: drag it, or move it with the arrow keys. */

import { h } from "./dom";

const NARROWEST = 280;
const STEP = 32;

export function splitter(host: HTMLElement): HTMLElement {
  const bar = h("div", { class: "splitter", role: "separator", tabindex: 0, "aria-orientation": "vertical", "aria-label": "width of the panels", "aria-valuenow": NARROWEST });
  const set = (width: number): void => {
    const most = Math.max(NARROWEST, host.clientWidth - NARROWEST);
    const chosen = Math.round(Math.max(NARROWEST, Math.min(most, width)));
    host.style.setProperty("--right", `${chosen}px`);
    bar.setAttribute("aria-valuenow", String(chosen));
    bar.setAttribute("aria-valuemin", String(NARROWEST));
    bar.setAttribute("aria-valuemax", String(most));
  };
  const width = (): number => host.getBoundingClientRect().right - bar.getBoundingClientRect().right;
  bar.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
  });
  bar.addEventListener("pointermove", (event) => {
    if (bar.hasPointerCapture(event.pointerId)) set(host.getBoundingClientRect().right - event.clientX);
  });
  bar.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowLeft" ? STEP : event.key === "ArrowRight" ? -STEP : 0;
    if (by === 0) return;
    event.preventDefault();
    set(width() + by);
  });
  return bar;
}
