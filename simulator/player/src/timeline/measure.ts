/** Widths of texts, and texts that fit a width. Widths of characters are kept: asking a canvas each time is slow. */
import { cssFont, type Font } from "./pen";

const LONGEST = 300;

let canvas: CanvasRenderingContext2D | null = null;

/** Widths of the characters of one font: those of ASCII by their code, all others by themselves. */
class Widths {
  private readonly ascii = new Float64Array(128).fill(NaN);
  private readonly others = new Map<string, number>();

  constructor(private readonly css: string) {}

  of(character: string): number {
    const code = character.charCodeAt(0);
    if (code < 128) {
      const known = this.ascii[code];
      return Number.isNaN(known) ? (this.ascii[code] = this.measure(character)) : known;
    }
    let width = this.others.get(character);
    if (width === undefined) this.others.set(character, (width = this.measure(character)));
    return width;
  }

  private measure(character: string): number {
    canvas ??= document.createElement("canvas").getContext("2d")!;
    canvas.font = this.css;
    return canvas.measureText(character).width;
  }
}

const widthsOf = new WeakMap<Font, Widths>();

function widthsFor(font: Font): Widths {
  let widths = widthsOf.get(font);
  if (widths === undefined) widthsOf.set(font, (widths = new Widths(cssFont(font))));
  return widths;
}

/** Pixels that a text takes. */
export function textWidth(text: string, font: Font): number {
  const widths = widthsFor(font);
  let total = 0;
  for (const character of text) total += widths.of(character);
  return total;
}

/** The text where it fits, otherwise its beginning and an ellipsis; "" where not even three letters fit. */
export function fitted(text: string, font: Font, room: number): string {
  const widths = widthsFor(font);
  const dots = widths.of("…");
  let total = 0;
  let cut = 0;
  let length = 0;
  for (const character of text) {
    total += widths.of(character);
    length += character.length;
    if (total <= room - dots) cut = length;
    if (total > room) return cut >= 3 ? `${text.slice(0, cut)}…` : "";
  }
  return text;
}

/** The text where it fits, otherwise without its middle: what tells siblings apart is often at the end. */
export function inTheMiddle(text: string, font: Font, room: number): string {
  if (textWidth(text, font) <= room) return text;
  const characters = [...text];
  for (let kept = characters.length - 1; kept >= 4; kept--) {
    const tail = Math.floor(kept * 0.45);
    const shown = `${characters.slice(0, kept - tail).join("")}…${characters.slice(characters.length - tail).join("")}`;
    if (textWidth(shown, font) <= room) return shown;
  }
  return fitted(text, font, room);
}

/** A text in lines that fit a width, broken at its spaces where it has any; what is more than so many lines is cut off. */
export function wrapped(text: string, font: Font, room: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== "") {
    let end = fitted(rest, font, room).length;
    if (end < rest.length) {
      if (lines.length === most - 1) return [...lines, fitted(rest, font, room)];
      // Without the ellipsis, and back to the last space.
      end = Math.max(1, end - 1);
      const space = rest.lastIndexOf(" ", end);
      if (space > 0) end = space;
    }
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return lines;
}

/** A term with its pids and references as brief as they can be: they are the last that one reads. */
export function brief(text: string): string {
  return text.replaceAll(/#PID<0\.(\d+)\.0>/g, "<$1>").replaceAll(/#Reference<[\d.]+>/g, "#Ref");
}

/** One line of what may have many, without what reorders or hides the text around it. */
export function oneLine(text: string): string {
  const start = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  return start.replace(/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
}
