/** The whole page: its head, one workspace a run, and what belongs to none of them. */

import { Address } from "./address";
import { Aligned } from "./aligned";
import { button, h, plural } from "./dom";
import { durationText } from "./durations";
import { decode, encode } from "./hash";
import { keyTable } from "./key_table";
import { listen } from "./keys";
import { Compare } from "./panels/compare";
import { help } from "./panels/help";
import { copy, savePng, saveSvg } from "./saving";
import { splitter } from "./split";
import type { ViewStore } from "./store";
import type { Model, Page, View } from "./types";
import { Workspace } from "./workspace";

type Showing = "a" | "b" | "both";

function runOf(hash: string): Showing | undefined {
  return /(?:^|[#&])run=(a|b|both)(?:&|$)/.exec(hash)?.[1] as Showing | undefined;
}

/** What the two runs have in common when both are on the page. */
const SHARED: (keyof View)[] = ["theme", "panel", "mode", "layout", "speed", "grouping", "without", "search", "regex"];
const THEMES: View["theme"][] = ["auto", "light", "dark"];
/** Nothing around the picture, as the page was made or as its address says. */
const BY_ADDRESS = /[#&]embed\b/.test(location.hash);
const EMBEDDED = BY_ADDRESS || document.body.dataset.embed !== undefined;
/** Milliseconds of rest before a screen reader is told where the cursor is. */
const REST = 400;

export class App {
  readonly workspaces: Workspace[];
  private side: 0 | 1 = 0;
  private showing: Showing = "a";
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private readonly grid = h("main", { class: "grid" });
  private readonly lefts = h("div", { class: "lefts" });
  private readonly controls = h("div", { class: "controls" });
  private readonly rights = h("div", { class: "rights" });
  private readonly live = h("p", { class: "aside", role: "status", "aria-live": "polite" });
  private readonly themeButton = button("◐", "theme", () => this.nextTheme());
  private readonly runs = h("div", { class: "group runs", role: "group", "aria-label": "run" });
  private readonly dialog: HTMLDialogElement;
  private readonly address: Address;
  private readonly aligned: Aligned | null;
  private following = false;
  private timer = 0;

  constructor(page: Page, models: Model[]) {
    this.aligned = page.alignment && models.length > 1
      ? new Aligned(page.alignment, [models[0]?.trace.n ?? 0, models[1]?.trace.n ?? 0]) : null;
    const start = this.startOf(models);
    this.workspaces = models.map((model, i) =>
      new Workspace(model, models.length > 1 ? "AB"[i] : "", start[i] ?? {}, (store) => this.watch(store, i as 0 | 1)));
    this.address = new Address(() => this.hash(), (hash) => this.follow(hash));
    const table = keyTable(this);
    this.dialog = help(table);
    listen(table);
  }

  get current(): Workspace {
    return this.workspaces[this.side];
  }

  /** Put everything into the page. */
  open(): void {
    const { grid } = this;
    grid.append(this.lefts, splitter(grid), this.rights);
    document.body.append(this.head(), grid, this.live, this.dialog);
    if (EMBEDDED) document.body.classList.add("embed");
    this.theme();
    this.dark.addEventListener("change", () => this.theme());
    this.controls.append(...this.workspaces.map((workspace) => workspace.transport.element));
    this.lefts.append(...this.workspaces.flatMap(({ lede, bar }) => [lede.element, bar.element]), ...this.workspaces.map((workspace) => workspace.left), this.controls);
    this.furnish();
    this.rights.append(...this.workspaces.map((workspace) => workspace.tabs.element));
    for (const workspace of this.workspaces) workspace.mount();
    this.show(this.showing);
  }

  /** Show run A, run B, or both timelines with the panels of the one last used. */
  show(showing: Showing): void {
    this.showing = showing;
    if (showing !== "both") this.side = showing === "a" ? 0 : 1;
    for (const workspace of this.workspaces) if (workspace !== this.current) workspace.store.pause();
    this.workspaces.forEach((workspace, i) => {
      workspace.left.hidden = showing !== "both" && i !== this.side;
      workspace.left.classList.toggle("active", showing === "both" && i === this.side);
      workspace.tabs.element.hidden = i !== this.side;
      workspace.transport.element.hidden = i !== this.side;
      workspace.bar.element.hidden = i !== this.side;
      workspace.lede.element.classList.toggle("away", i !== this.side || showing === "both");
    });
    for (const one of this.runs.children) one.setAttribute("aria-pressed", String((one as HTMLElement).dataset.run === showing));
    this.current.tabs.refresh();
    this.fold(this.current.store.get().panel);
    this.current.stage.timeline.refresh();
    this.address.later();
  }

  turn(): void {
    if (this.workspaces.length < 2) return;
    const next = this.side === 0 ? "b" : "a";
    if (this.showing !== "both") this.show(next);
    else this.activate(1 - this.side as 0 | 1);
  }

  toggleHelp(): void {
    if (this.dialog.open) this.dialog.close();
    else this.dialog.showModal();
  }

  nextTheme(): void {
    const { store } = this.current;
    store.set({ theme: THEMES[(THEMES.indexOf(store.get().theme) + 1) % THEMES.length] });
  }

  async link(): Promise<void> {
    this.current.stage.say((await copy(this.address.link())) ? "link copied" : "the link is in the address bar");
  }

  private activate(side: 0 | 1): void {
    if (side === this.side) return;
    this.side = side;
    this.show("both");
  }

  private startOf(models: Model[]): Partial<View>[] {
    if (models.length > 1) this.showing = runOf(location.hash) ?? "both";
    this.side = this.showing === "b" ? 1 : 0;
    const patch = decode(location.hash, models[this.side]);
    const shared = Object.fromEntries(SHARED.filter((key) => key in patch).map((key) => [key, patch[key]]));
    const other = patch.cursor === undefined ? {} : { cursor: this.aligned?.across(this.side, patch.cursor) ?? -1 };
    const comparing = this.aligned && !location.hash ? { panel: "compare" } : {};
    return models.map((_, i) => (i === this.side ? { ...comparing, ...patch } : { ...comparing, ...shared, ...other }));
  }

  private furnish(): void {
    const stages = this.workspaces.map((workspace) => workspace.stage);
    const [a, b] = stages;
    const { aligned } = this;
    this.workspaces.forEach((workspace, i) => {
      workspace.furnish(a && b && aligned ? [new Compare([a, b], i as 0 | 1, aligned, () => this.turn())] : []);
      workspace.left.addEventListener("pointerdown", () => this.showing === "both" && this.activate(i as 0 | 1));
      workspace.left.addEventListener("focusin", () => this.showing === "both" && this.activate(i as 0 | 1));
    });
  }

  /** Before anything else of a workspace listens, so that it finds the page in its new colours. */
  private watch(store: ViewStore, side: 0 | 1): void {
    store.subscribe((view, changed) => {
      if (changed.has("theme")) this.theme(view.theme);
      if (this.workspaces === undefined || this.following) return;
      this.follows(view, changed, side);
      if (side !== this.side) return;
      if (changed.has("panel")) this.fold(view.panel);
      this.address.later();
      if (changed.has("cursor")) this.announce(store);
    });
  }

  /** The other run goes where this one goes. */
  private follows(view: View, changed: Set<keyof View>, side: 0 | 1): void {
    const other = this.workspaces[1 - side];
    if (!other) return;
    const patch: Partial<View> = Object.fromEntries(SHARED.filter((key) => changed.has(key)).map((key) => [key, view[key]]));
    if (changed.has("cursor") && this.aligned) {
      patch.cursor = this.aligned.across(side, view.cursor);
      patch.selection = null;
    }
    this.following = true;
    other.store.set(patch);
    if (patch.cursor !== undefined && patch.cursor >= 0 && !other.left.hidden) other.stage.timeline.reveal(patch.cursor);
    this.following = false;
  }

  /** Without a panel the picture has all the room; the tabs stay at its edge. */
  private fold(panel: string): void {
    this.grid.classList.toggle("closed", panel === "");
  }

  private announce(store: ViewStore): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const { cursor } = store.get();
      if (store.playing || cursor < 0) return;
      const { trace } = this.current.model;
      const note = store.get().notes[cursor];
      this.live.textContent = `${durationText(trace.t[cursor])}: ${trace.describe(cursor)}${note === undefined ? "" : `. Note: ${note}`}`;
    }, REST);
  }

  private hash(): string {
    const run = this.workspaces.length > 1 ? `&run=${this.showing}` : "";
    return encode(this.current.store.get(), this.current.model) + run + (BY_ADDRESS ? "&embed" : "");
  }

  private follow(hash: string): void {
    const run = runOf(hash);
    if (run && run !== this.showing && this.workspaces.length > 1) this.show(run);
    this.current.store.pause();
    this.current.store.set(decode(hash, this.current.model), true);
  }

  private theme(wanted = this.current.store.get().theme): void {
    document.documentElement.dataset.theme = wanted === "auto" ? (this.dark.matches ? "dark" : "light") : wanted;
    this.themeButton.textContent = { auto: "◐ auto", light: "☀ light", dark: "☾ dark" }[wanted];
    this.themeButton.setAttribute("aria-label", `theme: ${wanted}`);
  }

  private head(): HTMLElement {
    const { model } = this.current;
    const { trace } = model;
    const end = trace.n ? durationText(trace.t[trace.n - 1]) : "0 ms";
    const facts = `${plural(model.processes.length, "process", "processes")} · ${plural(trace.n, "event")} · ${end}`;
    const name = trace.name.replace(/\.\w+$/, "") || "trace";
    for (const [run, face, words] of [["a", "A", "show run A"], ["b", "B", "show run B"], ["both", "A+B", "show both timelines"]] as const) {
      this.runs.append(button(face, words, () => this.show(run), { "data-run": run }));
    }
    this.runs.hidden = this.workspaces.length < 2;
    return h("header", {},
      h("h1", { title: `${trace.title} (${trace.name})` }, h("bdi", {}, trace.title || trace.name)),
      h("p", { class: "quiet facts-line" }, facts), this.runs,
      h("div", { class: "group", role: "toolbar", "aria-label": "page" },
        button("↶", "undo (U)", () => this.current.store.undo()),
        button("Link", "copy a link to this moment", () => void this.link()),
        button("SVG", "save what the timeline shows as SVG", () => saveSvg(this.current.stage.timeline, name)),
        button("PNG", "save what the timeline shows as PNG", () => void savePng(this.current.stage.timeline, name)),
        this.themeButton,
        button("?", "keys and signs (?)", () => this.toggleHelp())));
  }
}
