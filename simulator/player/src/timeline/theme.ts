/** Colours, fonts and the look of each thing, from the page's CSS variables. */
import type { MessageKind, StripState } from "../types";
import type { Font, Style, TextStyle } from "./pen";

/** CSS variable of each colour; used in light where the page does not define it. */
const COLOURS = {
  ink: "#0f172a",
  quiet: "#475569",
  faint: "#94a3b8",
  pale: "#e2e8f0",
  band: "#f4f6f9",
  panel: "#f1f5f9",
  paper: "#ffffff",
  alarm: "#b91c1c",
  message: "#0f766e",
  call: "#0369a1",
  cast: "#a16207",
  link: "#1d4ed8",
  monitor: "#7c3aed",
  timer: "#be185d",
  run: "#1e3a8a",
  "run-fill": "#dbeafe",
  work: "#b45309",
  "work-fill": "#fde68a",
  note: "#854d0e",
  "note-fill": "#fef9c3",
  console: "#1e293b",
  "console-ink": "#e2e8f0",
  accent: "#1d4ed8",
} as const;

export type ColourName = keyof typeof COLOURS;

/** How a message is drawn: its line, its head, and its tail along the lane while it waits. */
export interface MessageLook {
  line: Style;
  /** Where there are many. */
  thin: Style;
  /** Where there are so many that they are no lines: shades, from a few to many. */
  flow: readonly Style[];
  tail: Style;
  solid: Style;
  open: Style;
  head: "solid" | "open";
  label: TextStyle;
}

export interface Theme {
  colour: Record<ColourName, string>;
  sans: string;
  mono: string;
  messages: Record<MessageKind, MessageLook>;
  strips: Record<StripState, { box?: Style; line?: Style; hatch?: Style; height: number }>;
  faded(style: Style): Style;
  /** The same with all letters so much larger. */
  enlarged(factor: number): Theme;
  /** Of a long line the part between its ends. */
  distant(style: Style): Style;
  text(colour: ColourName, size: number, weight?: number, align?: TextStyle["align"]): TextStyle;
  term(colour: string, size: number): TextStyle;
  line(colour: ColourName, width?: number, dash?: readonly number[]): Style;
  fill(colour: ColourName, alpha?: number): Style;
  /** A link or a monitor while it lasts. */
  lasting(colour: ColourName, dash?: readonly number[]): Style;
}

const DASH: Partial<Record<MessageKind, readonly number[]>> = { reply: [5, 3], down: [7, 3, 2, 3], timer: [2, 2] };

const FLOW = [0.24, 0.36, 0.5, 0.64];

function messageLooks(theme: Theme): Record<MessageKind, MessageLook> {
  const colours: Record<MessageKind, ColourName> = {
    message: "message", call: "call", reply: "call", cast: "cast", exit: "alarm", down: "monitor", timer: "timer",
  };
  const look = (kind: MessageKind): MessageLook => {
    const stroke = theme.colour[colours[kind]];
    const width = kind === "exit" ? 1.6 : 1.4;
    return {
      line: { stroke, width, ...(DASH[kind] && { dash: DASH[kind] }) },
      thin: { stroke, width: 1, alpha: 0.4 },
      flow: FLOW.map((alpha) => ({ fill: stroke, alpha })),
      tail: { stroke, width: 1.6, alpha: 0.75 },
      solid: { fill: stroke },
      open: { stroke, width },
      head: kind === "reply" || kind === "cast" || kind === "down" ? "open" : "solid",
      label: theme.term(stroke, 11.5),
    };
  };
  const kinds = Object.keys(colours) as MessageKind[];
  return Object.fromEntries(kinds.map((kind) => [kind, look(kind)])) as Record<MessageKind, MessageLook>;
}

/** Every state has a height or a pattern of its own besides its colour. */
function stripLooks({ colour }: Theme): Theme["strips"] {
  return {
    running: { box: { fill: colour["run-fill"], stroke: colour.run, width: 1 }, height: 1 },
    ready: { box: { fill: colour.paper, stroke: colour.run, width: 1, dash: [2, 2] }, height: 1 },
    work: { box: { fill: colour["work-fill"], stroke: colour.work, width: 1 }, height: 1 },
    call: { box: { fill: colour.paper, stroke: colour.call, width: 1 }, hatch: { stroke: colour.call, width: 1, alpha: 0.55 }, height: 0.7 },
    receive: { line: { stroke: colour.faint, width: 2 }, height: 0.2 },
    sleep: { line: { stroke: colour.faint, width: 2, dash: [2, 4] }, height: 0.2 },
    event: { line: { stroke: colour.work, width: 2, dash: [8, 3, 2, 3] }, height: 0.2 },
    hibernate: { box: { stroke: colour.quiet, width: 1 }, height: 0.3 },
    dead: { height: 0 },
  };
}

const fonts = new Map<string, Map<number, Font>>();

/** One object a font, by which its widths are found. */
function fontOf(family: string, size: number, weight = 0): Font {
  let known = fonts.get(family);
  if (known === undefined) fonts.set(family, (known = new Map<number, Font>()));
  const key = 1000 * size + weight / 1000;
  let font = known.get(key);
  if (font === undefined) known.set(key, (font = { size, family, ...(weight > 0 && { weight }) }));
  return font;
}

/** Styles that were made before, by a name and a number: thousands are asked for in each picture, and a string for each is slow. */
class Kept {
  private readonly byName = new Map<string, Map<number, Style>>();

  get(name: string, value: number, make: () => Style): Style {
    let byValue = this.byName.get(name);
    if (byValue === undefined) this.byName.set(name, (byValue = new Map<number, Style>()));
    let style = byValue.get(value);
    if (style === undefined) byValue.set(value, (style = make()));
    return style;
  }
}

/** Read what the page defines on `host`. */
export function readTheme(host: Element, factor = 1): Theme {
  const css = getComputedStyle(host);
  const read = (name: string, otherwise: string): string => css.getPropertyValue(name).trim() || otherwise;
  const colour = Object.fromEntries(
    Object.entries(COLOURS).map(([name, value]) => [name, read(`--${name}`, value)]),
  ) as Record<ColourName, string>;
  const pale = new WeakMap<Style, Style>();
  const larger = new Map<number, Theme>();
  const distant = new WeakMap<Style, Style>();
  const paler = (known: WeakMap<Style, Style>, style: Style, part: number): Style => {
    let result = known.get(style);
    if (result === undefined) known.set(style, (result = { ...style, alpha: (style.alpha ?? 1) * part }));
    return result;
  };
  const [fills, lines, lasting] = [new Kept(), new Kept(), new Kept()];
  const dashed = (name: ColourName, dash?: readonly number[]): string => (dash === undefined ? name : `${name} ${dash}`);
  const theme = {
    colour,
    sans: read("--sans", "system-ui, sans-serif"),
    mono: read("--mono", "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"),
    enlarged: (more: number): Theme => {
      if (more === 1) return theme;
      const own = larger.get(more) ?? readTheme(host, factor * more);
      larger.set(more, own);
      return own;
    },
    faded: (style: Style): Style => paler(pale, style, 0.16),
    distant: (style: Style): Style => paler(distant, style, 0.24),
    text(name: ColourName, size: number, weight?: number, align?: TextStyle["align"]): TextStyle {
      const font = fontOf(theme.sans, size * factor, weight);
      return { colour: colour[name], font, ...(align && { align }) };
    },
    term: (value: string, size: number): TextStyle => ({ colour: value, font: fontOf(theme.mono, size * factor) }),
    line: (name: ColourName, width = 1, dash?: readonly number[]): Style =>
      lines.get(dashed(name, dash), width, () => ({ stroke: colour[name], width, ...(dash && { dash }) })),
    lasting: (name: ColourName, dash?: readonly number[]): Style =>
      lasting.get(dashed(name, dash), 1, () => ({ stroke: colour[name], width: 1.2, alpha: 0.5, ...(dash && { dash }) })),
    fill: (name: ColourName, alpha?: number): Style =>
      fills.get(name, alpha ?? 1, () => ({ fill: colour[name], ...(alpha !== undefined && { alpha }) })),
  } as Theme;
  theme.messages = messageLooks(theme);
  theme.strips = stripLooks(theme);
  return theme;
}
