/** Places labels so that none covers another: the first that comes has the place. */
import { fitted, textWidth } from "./measure";
import type { Pen, Style, TextStyle } from "./pen";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A place for a label, and the pixels there are for it. */
export interface Spot {
  x: number;
  y: number;
  room: number;
  /** In place of the alignment of the style. */
  align?: TextStyle["align"];
}

interface Placed extends Box {
  text: string;
  style: TextStyle;
  halo: boolean;
}

const ROW = 24;
const MARGIN = 2;

export class Labels {
  readonly placed: Placed[] = [];
  private readonly byRow = new Map<number, Box[]>();

  /** Left ends of what was put, by its whole text. */
  private readonly said = new Map<string, number[]>();

  constructor(private readonly area: Box) {}

  /** Are the same words already within so many pixels to the left or right? */
  near(text: string, x: number, reach: number): boolean {
    return (this.said.get(text) ?? []).some((other) => Math.abs(other - x) < reach);
  }

  private free(x: number, y: number, width: number, height: number): boolean {
    const { area } = this;
    if (x < area.x || y < area.y || x + width > area.x + area.width || y + height > area.y + area.height) return false;
    for (let row = Math.floor(y / ROW); row <= Math.floor((y + height) / ROW); row++) {
      for (const box of this.byRow.get(row) ?? []) {
        if (x < box.x + box.width && box.x < x + width && y < box.y + box.height && box.y < y + height) return false;
      }
    }
    return true;
  }

  /**
   * Put a text at the first of the places that is free, shortened to the room there; false where none is.
   * A place is the left end (or the middle, or the right end, as the style is aligned) and the middle of its height.
   */
  put(text: string, look: TextStyle, places: readonly Spot[], halo = true): boolean {
    for (const place of places) {
      const style = place.align === undefined ? look : { ...look, align: place.align };
      const shown = fitted(text, style.font, place.room);
      if (shown === "") continue;
      const width = textWidth(shown, style.font);
      const left = place.x - (style.align === "center" ? width / 2 : style.align === "right" ? width : 0);
      const height = style.font.size + 2;
      if (!this.free(left - MARGIN, place.y - height / 2, width + 2 * MARGIN, height)) continue;
      const box = { x: left - MARGIN, y: place.y - height / 2, width: width + 2 * MARGIN, height };
      this.take(box);
      this.said.set(text, [...(this.said.get(text) ?? []), place.x]);
      this.placed.push({ ...box, text: shown, style, halo });
      return true;
    }
    return false;
  }

  draw(pen: Pen, paper: Style): void {
    const halos = this.placed.filter((label) => label.halo).flatMap(({ x, y, width, height }) => [x, y, width, height]);
    if (halos.length > 0) pen.rects(paper, halos);
    for (const { x, y, width, height, text, style } of this.placed) {
      const at = style.align === "center" ? x + width / 2 : style.align === "right" ? x + width - MARGIN : x + MARGIN;
      pen.text(style, at, y + height / 2, text);
    }
  }

  private take(box: Box): void {
    for (let row = Math.floor(box.y / ROW); row <= Math.floor((box.y + box.height) / ROW); row++) {
      const boxes = this.byRow.get(row);
      if (boxes === undefined) this.byRow.set(row, [box]);
      else boxes.push(box);
    }
  }
}
