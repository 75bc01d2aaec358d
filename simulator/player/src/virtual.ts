/** A list of any length of which only the rows in sight exist. All rows are of one height. */

import { h } from "./dom";

export interface VirtualOptions {
  rowHeight: number;
  count: number;
  /** Fill a row that exists with what belongs to index `i`; it may have shown another index before. */
  render: (i: number, row: HTMLElement) => void;
  label: string;
  /** ARIA roles of the list and of a row. */
  role?: string;
  rowRole?: string;
  /** Enter or click on a row. */
  choose: (i: number) => void;
}

/** Browsers draw no element taller than this many pixels; a longer list scrolls in proportion. */
const TALLEST = 8_000_000;

export class VirtualList {
  readonly element: HTMLElement;
  private readonly space: HTMLElement;
  private readonly rows: HTMLElement[] = [];
  private readonly shown: number[] = [];
  private count: number;
  private currentRow = -1;
  private static made = 0;
  private readonly id = `list${VirtualList.made++}`;

  constructor(private readonly options: VirtualOptions) {
    this.count = options.count;
    this.space = h("div", { class: "virtual-space", role: "presentation" });
    this.element = h("div", {
      class: "virtual", role: options.role ?? "listbox", tabindex: 0, "aria-label": options.label,
      scroll: () => this.draw(), keydown: (event: KeyboardEvent) => this.key(event),
    }, this.space);
    this.resize(options.count);
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  get current(): number {
    return this.currentRow;
  }

  resize(count: number): void {
    this.count = count;
    this.element.setAttribute(this.options.role === "grid" ? "aria-rowcount" : "data-count", String(count));
    this.space.style.height = `${Math.min(TALLEST, count * this.options.rowHeight)}px`;
    this.refresh();
  }

  /** Draw every row anew. */
  refresh(): void {
    this.shown.fill(-1);
    this.draw();
  }

  /** Make a row the current one and, if asked, bring it into sight. */
  point(i: number, reveal = true): void {
    this.currentRow = i;
    if (reveal && i >= 0) this.reveal(i);
    this.refresh();
  }

  private get stretch(): number {
    return Math.min(1, TALLEST / Math.max(1, this.count * this.options.rowHeight));
  }

  private reveal(i: number): void {
    const { rowHeight } = this.options;
    const height = this.element.clientHeight;
    const top = i * rowHeight * this.stretch;
    const { scrollTop } = this.element;
    if (top < scrollTop + rowHeight || top + 2 * rowHeight > scrollTop + height) {
      this.element.scrollTop = Math.max(0, top - height / 2);
    }
  }

  private draw(): void {
    const { rowHeight, render } = this.options;
    const height = this.element.clientHeight;
    if (height === 0) return;
    const wanted = Math.min(this.count, Math.ceil(height / rowHeight) + 2);
    while (this.rows.length < wanted) this.rows.push(this.makeRow());
    const { scrollTop } = this.element;
    const first = Math.max(0, Math.min(this.count - wanted, Math.floor(scrollTop / (rowHeight * this.stretch))));
    const shift = this.stretch < 1 ? scrollTop - first * rowHeight : 0;
    for (let k = 0; k < this.rows.length; k++) {
      const i = first + k;
      // A row keeps its element while it scrolls, so that a screen reader does not lose its place.
      const row = this.rows[i % this.rows.length];
      const slot = i % this.rows.length;
      row.hidden = k >= wanted || i >= this.count;
      if (row.hidden) continue;
      row.style.transform = `translateY(${i * rowHeight + shift}px)`;
      if (this.shown[slot] === i) continue;
      this.shown[slot] = i;
      row.dataset.index = String(i);
      row.id = `${this.id}-${i}`;
      row.classList.toggle("current", i === this.currentRow);
      row.setAttribute("aria-selected", String(i === this.currentRow));
      if (this.options.role === "grid") row.setAttribute("aria-rowindex", String(i + 1));
      else {
        row.setAttribute("aria-posinset", String(i + 1));
        row.setAttribute("aria-setsize", String(this.count));
      }
      render(i, row);
    }
    const active = `${this.id}-${this.currentRow}`;
    if (this.currentRow >= first && this.currentRow < first + wanted) {
      this.element.setAttribute("aria-activedescendant", active);
    } else this.element.removeAttribute("aria-activedescendant");
  }

  private makeRow(): HTMLElement {
    const row = h("div", {
      class: "virtual-row", role: this.options.rowRole ?? "option",
      click: () => this.options.choose(Number(row.dataset.index)),
    });
    row.style.height = `${this.options.rowHeight}px`;
    this.space.append(row);
    this.shown.push(-1);
    return row;
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.options.rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: this.currentRow + 1, ArrowUp: this.currentRow - 1, PageDown: this.currentRow + page,
      PageUp: this.currentRow - page, Home: 0, End: this.count - 1, Enter: this.currentRow,
    };
    const target = steps[event.key];
    if (target === undefined || this.count === 0) return;
    event.preventDefault();
    event.stopPropagation();
    // At once, as the next key may come before the page has drawn what this one did.
    this.point(Math.max(0, Math.min(this.count - 1, target)));
    this.options.choose(this.currentRow);
  }
}
