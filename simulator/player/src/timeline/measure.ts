/** Widths of texts, and texts that fit a width. Widths of characters are kept: asking a canvas each time is slow. */
import { cssFont, type Font } from "./pen";

const LONGEST = 300;

let canvas: CanvasRenderingContext2D | null = null;
const widthsOf = new Map<string, Map<string, number>>();

function characterWidth(widths: Map<string, number>, font: string, character: string): number {
  let width = widths.get(character);
  if (width === undefined) {
    canvas ??= document.createElement("canvas").getContext("2d")!;
    canvas.font = font;
    widths.set(character, (width = canvas.measureText(character).width));
  }
  return width;
}

function widthsFor(font: Font): [Map<string, number>, string] {
  const css = cssFont(font);
  let widths = widthsOf.get(css);
  if (widths === undefined) widthsOf.set(css, (widths = new Map()));
  return [widths, css];
}

/** Pixels that a text takes. */
export function textWidth(text: string, font: Font): number {
  const [widths, css] = widthsFor(font);
  let total = 0;
  for (const character of text) total += characterWidth(widths, css, character);
  return total;
}

/** The text where it fits, otherwise its beginning and an ellipsis; "" where not even three letters fit. */
export function fitted(text: string, font: Font, room: number): string {
  const [widths, css] = widthsFor(font);
  const dots = characterWidth(widths, css, "…");
  let total = 0;
  let cut = 0;
  let length = 0;
  for (const character of text) {
    total += characterWidth(widths, css, character);
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

/** A term with its pids and references as brief as they can be: they are the last that one reads. */
export function brief(text: string): string {
  return text.replaceAll(/#PID<0\.(\d+)\.0>/g, "<$1>").replaceAll(/#Reference<[\d.]+>/g, "#Ref");
}

/** One line of what may have many, without what reorders or hides the text around it. */
export function oneLine(text: string): string {
  const start = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  return start.replace(/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
}
