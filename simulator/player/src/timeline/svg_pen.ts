/** Writes the drawing as the text of an SVG file. */
import type { Grid, Pen, Style, TextStyle } from "./pen";

const ANCHOR = { left: "start", center: "middle", right: "end" };

export class SvgPen implements Pen {
  private readonly parts: string[] = [];
  private clips = 0;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {}

  rects(style: Style, all: readonly number[]): void {
    let path = "";
    for (let i = 0; i < all.length; i += 4) {
      path += `M${short(all[i])} ${short(all[i + 1])}h${short(all[i + 2])}v${short(all[i + 3])}h${short(-all[i + 2])}z`;
    }
    this.path(style, path);
  }

  grid(grid: Grid): void {
    for (const style of grid.boxesOf.keys()) this.rects(style, grid.rects(style));
  }

  lines(style: Style, all: readonly number[]): void {
    let path = "";
    for (let i = 0; i < all.length; i += 4) {
      path += `M${short(all[i])} ${short(all[i + 1])}L${short(all[i + 2])} ${short(all[i + 3])}`;
    }
    this.path(style, path);
  }

  discs(style: Style, all: readonly number[]): void {
    let path = "";
    for (let i = 0; i < all.length; i += 3) {
      const radius = short(all[i + 2]);
      const across = short(2 * all[i + 2]);
      path += `M${short(all[i] - all[i + 2])} ${short(all[i + 1])}a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 -${across} 0z`;
    }
    this.path(style, path);
  }

  shapes(style: Style, all: readonly (readonly number[])[]): void {
    const path = all.map((points) => {
      let one = `M${short(points[0])} ${short(points[1])}`;
      for (let i = 2; i < points.length; i += 2) one += `L${short(points[i])} ${short(points[i + 1])}`;
      return style.fill === undefined ? one : `${one}z`;
    });
    this.path(style, path.join(""));
  }

  text(style: TextStyle, x: number, y: number, text: string): void {
    const { font } = style;
    const weight = font.weight === undefined ? "" : ` font-weight="${font.weight}"`;
    const anchor = style.align === undefined || style.align === "left" ? "" : ` text-anchor="${ANCHOR[style.align]}"`;
    const opacity = style.alpha === undefined ? "" : ` opacity="${style.alpha}"`;
    this.parts.push(
      `<text x="${short(x)}" y="${short(y + font.size * 0.35)}" font-size="${font.size}" font-family="${escaped(font.family)}"` +
        `${weight}${anchor}${opacity} fill="${escaped(style.colour)}" xml:space="preserve">${escaped(text)}</text>`,
    );
  }

  clip(x: number, y: number, width: number, height: number): void {
    const id = `clip${this.clips++}`;
    this.parts.push(
      `<clipPath id="${id}"><rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"/></clipPath>` +
        `<g clip-path="url(#${id})">`,
    );
  }

  unclip(): void {
    this.parts.push("</g>");
  }

  /** The whole file, with a title for those who do not see it. */
  file(title: string): string {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}" ` +
      `viewBox="0 0 ${this.width} ${this.height}" role="img"><title>${escaped(title)}</title>\n${this.parts.join("\n")}\n</svg>\n`
    );
  }

  private path(style: Style, path: string): void {
    if (path === "") return;
    let look = ` fill="${style.fill === undefined ? "none" : escaped(style.fill)}"`;
    if (style.stroke !== undefined) {
      look += ` stroke="${escaped(style.stroke)}" stroke-width="${style.width ?? 1}" stroke-linejoin="round"`;
      if (style.dash !== undefined) look += ` stroke-dasharray="${style.dash.join(" ")}"`;
    }
    if (style.alpha !== undefined) look += ` opacity="${style.alpha}"`;
    this.parts.push(`<path${look} d="${path}"/>`);
  }
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** As XML: its five characters, and none that a file of XML must not hold. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
