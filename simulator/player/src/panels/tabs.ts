/** Tabs: one panel in sight at a time. */

import { h } from "../dom";
import type { Panel, Stage } from "../stage";
import type { View } from "../types";

export class Tabs {
  readonly element: HTMLElement;
  private readonly tabs = new Map<string, HTMLButtonElement>();
  private readonly stale = new Set<string>();
  private frame = 0;
  private changed: Set<keyof View> | null = null;

  /** `name` keeps the ids of two runs apart. */
  constructor(private readonly stage: Stage, readonly panels: Panel[], name: string) {
    const list = h("div", { class: "tabs", role: "tablist", "aria-label": "panels", keydown: (event: KeyboardEvent) => this.key(event) });
    const body = h("div", { class: "tab-body" });
    for (const panel of panels) {
      const tab = h("button", {
        type: "button", role: "tab", id: `${name}-tab-${panel.id}`, "aria-controls": `${name}-panel-${panel.id}`,
        click: (event: MouseEvent) => this.choose(panel, event),
      }, panel.title);
      panel.element.id = `${name}-panel-${panel.id}`;
      panel.element.setAttribute("role", "tabpanel");
      panel.element.setAttribute("aria-labelledby", tab.id);
      this.tabs.set(panel.id, tab);
      this.stale.add(panel.id);
      list.append(tab);
      body.append(panel.element);
    }
    this.element = h("div", { class: "tabs-host" }, list, body);
    stage.store.subscribe((view, changed) => this.later(view, changed));
    this.draw();
  }

  /** Show the panel of the view anew, as after it was out of sight. */
  refresh(): void {
    for (const panel of this.panels) this.stale.add(panel.id);
    this.draw();
  }

  private later(_view: View, changed: Set<keyof View>): void {
    const sum = (this.changed ??= new Set());
    for (const key of changed) sum.add(key);
    if (!this.frame) this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { changed } = this;
    this.changed = null;
    const view = this.stage.store.get();
    const current = view.panel === "" ? undefined : (this.panels.find((panel) => panel.id === view.panel) ?? this.panels[0]);
    for (const panel of this.panels) {
      const shown = panel === current;
      const tab = this.tabs.get(panel.id) as HTMLButtonElement;
      panel.element.hidden = !shown;
      tab.setAttribute("aria-selected", String(shown));
      tab.tabIndex = shown || (current === undefined && panel === this.panels[0]) ? 0 : -1;
      if (!shown) this.stale.add(panel.id);
    }
    if (!current || this.element.closest("[hidden]")) return;
    current.show(view, this.stale.delete(current.id) ? null : changed);
  }

  private choose({ id }: Panel, { detail }: MouseEvent): void {
    // What is open is put away by the same click.
    this.stage.store.set({ panel: this.stage.store.get().panel === id ? "" : id });
    // Chosen with the pointer: the arrow keys are to step, not to change the tab.
    if (detail > 0) this.tabs.get(id)?.blur();
  }

  private key(event: KeyboardEvent): void {
    const ids = this.panels.map((panel) => panel.id);
    const at = Math.max(0, ids.indexOf(this.stage.store.get().panel));
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: ids.length - 1 };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const id = ids[(next + ids.length) % ids.length];
    this.stage.store.set({ panel: id });
    this.tabs.get(id)?.focus();
  }
}
