/**
 * The few things the timeline draws with. Two back ends, a canvas and an SVG text, get the same calls and so
 * show the same picture. Shapes of one style come together: a canvas is quick with one long path, not with many short ones.
 */

export interface Style {
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
  /** 0 .. 1; 1 where absent. */
  alpha?: number;
}

export interface TextStyle {
  colour: string;
  font: Font;
  align?: "left" | "center" | "right";
  alpha?: number;
}

export interface Font {
  /** Pixels. */
  size: number;
  family: string;
  weight?: number;
}

export interface Pen {
  /** Flat lists: x, y, width, height of each. */
  rects(style: Style, all: readonly number[]): void;
  /** All boxes of a grid. */
  grid(grid: Grid): void;
  /** x1, y1, x2, y2 of each. */
  lines(style: Style, all: readonly number[]): void;
  /** x, y, radius of each. */
  discs(style: Style, all: readonly number[]): void;
  /** Each a list x, y, x, y ...; closed where the style fills. */
  shapes(style: Style, all: readonly (readonly number[])[]): void;
  /** At the height of the middle of its small letters. */
  text(style: TextStyle, x: number, y: number, text: string): void;
  clip(x: number, y: number, width: number, height: number): void;
  unclip(): void;
}

export function cssFont(font: Font): string {
  return `${font.weight ?? 400} ${font.size}px ${font.family}`;
}

/** Collects shapes by style, so that each style is drawn once; styles are drawn in the order of their first use: boxes, discs, lines, other shapes. */
export class Batch {
  private readonly rectsOf = new Map<Style, number[]>();
  private readonly linesOf = new Map<Style, number[]>();
  private readonly discsOf = new Map<Style, number[]>();
  private readonly shapesOf = new Map<Style, number[][]>();

  rect(style: Style, x: number, y: number, width: number, height: number): void {
    entry(this.rectsOf, style).push(x, y, width, height);
  }

  line(style: Style, x1: number, y1: number, x2: number, y2: number): void {
    entry(this.linesOf, style).push(x1, y1, x2, y2);
  }

  disc(style: Style, x: number, y: number, radius: number): void {
    entry(this.discsOf, style).push(x, y, radius);
  }

  shape(style: Style, points: number[]): void {
    entry(this.shapesOf, style).push(points);
  }

  flush(pen: Pen): void {
    for (const [style, all] of this.rectsOf) pen.rects(style, all);
    for (const [style, all] of this.discsOf) pen.discs(style, all);
    for (const [style, all] of this.linesOf) pen.lines(style, all);
    for (const [style, all] of this.shapesOf) pen.shapes(style, all);
    for (const map of [this.rectsOf, this.linesOf, this.shapesOf, this.discsOf]) map.clear();
  }
}

function entry<T>(map: Map<Style, T[]>, style: Style): T[] {
  let list = map.get(style);
  if (list === undefined) map.set(style, (list = []));
  return list;
}

/**
 * Boxes on a grid of bins along time: what is denser than pixels is drawn with tens of thousands of them, and a canvas
 * takes longer for each than it takes to write its pixels. A pen may take them one by one, or all as one image.
 */
export class Grid {
  /** Of each style the boxes: from and to which bin, where across time, how broad. Styles in the order of their first use. */
  readonly boxesOf = new Map<Style, number[]>();

  constructor(
    readonly horizontal: boolean,
    /** Pixel along time at which the first bin begins, how many there are, and pixels of each. */
    readonly along: number,
    readonly bins: number,
    readonly pixels: number,
  ) {}

  box(style: Style, from: number, to: number, across: number, breadth: number): void {
    const boxes = this.boxesOf.get(style);
    if (boxes === undefined) this.boxesOf.set(style, [from, to, across, breadth]);
    else boxes.push(from, to, across, breadth);
  }

  /** x, y, width, height of each box of a style. */
  rects(style: Style): number[] {
    const boxes = this.boxesOf.get(style) ?? [];
    const rects: number[] = [];
    for (let i = 0; i < boxes.length; i += 4) {
      const [at, length] = [this.along + boxes[i] * this.pixels, (boxes[i + 1] - boxes[i]) * this.pixels];
      if (this.horizontal) rects.push(at, boxes[i + 2], length, boxes[i + 3]);
      else rects.push(boxes[i + 2], at, boxes[i + 3], length);
    }
    return rects;
  }

  /** The pixels across time that boxes take, at most. */
  extent(): { from: number; to: number } {
    let [from, to] = [Infinity, -Infinity];
    for (const boxes of this.boxesOf.values()) {
      for (let i = 0; i < boxes.length; i += 4) {
        from = Math.min(from, boxes[i + 2]);
        to = Math.max(to, boxes[i + 2] + boxes[i + 3]);
      }
    }
    return { from, to };
  }
}
