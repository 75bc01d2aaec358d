/** Elements without a framework. Text always becomes text nodes: nothing that a trace says is ever read as HTML. */

type Child = Node | string | null | undefined | false;
type Properties = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;

const SVG = "http://www.w3.org/2000/svg";

function dress(element: Element, properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value as EventListener);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

function fill(element: Element, children: Child[]): void {
  for (const child of children) if (child) element.append(child);
}

/** An element; functions among the properties listen to the event of their name. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, properties: Properties = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  dress(element, properties);
  fill(element, children);
  return element;
}

/** The same for SVG. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K, properties: Properties = {}, ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  dress(element, properties);
  fill(element, children);
  return element;
}

/** A button with a visible face, a name for those who do not see it, and a hint. */
export function button(face: string, name: string, click: () => void, properties: Properties = {}): HTMLButtonElement {
  // Who speaks to the page says what is written on the button.
  const words = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  const spoken = /\p{L}{2}/u.test(face) && !words(name).includes(words(face)) ? `${face}: ${name}` : name;
  return h("button", { type: "button", "aria-label": spoken, title: name, click, ...properties }, face);
}

/** A term of the trace: isolated, so that its writing direction cannot reorder what stands around it. */
export function term(text: string, className = ""): HTMLElement {
  return h("code", { class: `term ${className}`, dir: "auto" }, text);
}

/** What fits in a line, and an ellipsis. */
export function short(text: string, limit = 120): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** Who chose with the pointer wants the arrow keys to step again, not to choose. */
export function letGo(select: HTMLSelectElement): void {
  let pointed = false;
  select.addEventListener("pointerdown", () => (pointed = true));
  select.addEventListener("keydown", () => (pointed = false));
  select.addEventListener("change", () => pointed && select.blur());
}

/** A number of at most three decimals, its thousands apart: what the browser has for it takes tens of milliseconds to begin with. */
export function grouped(value: number): string {
  const [whole, decimals] = String(Math.round(value * 1000) / 1000).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals === undefined ? "" : `.${decimals}`);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

export function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
