/** The boxes of a grid as one image: a pixel a bin along time, as sharp as the screen across it; a canvas stretches it. */
import type { Grid, Style } from "./pen";

/** By the bins of a grid: made again only where it is of another size than in the picture before. */
const images = new Map<number, { image: ImageData; canvas: HTMLCanvasElement }>();

const colours = new Map<string, [number, number, number]>();

/** Draw a grid on a canvas of so many pixels for each of the page. */
export function drawGrid(context: CanvasRenderingContext2D, grid: Grid, ratio: number): void {
  const { from, to } = grid.extent();
  if (!(to > from)) return;
  const [first, last] = [Math.floor(from * ratio), Math.ceil(to * ratio)];
  const [wide, high] = grid.horizontal ? [grid.bins, last - first] : [last - first, grid.bins];
  const { image, canvas } = imageOf(grid, wide, high);
  const pixels = new Uint32Array(image.data.buffer);
  pixels.fill(0);
  const raster = new Raster(pixels, grid.horizontal ? 1 : wide, grid.horizontal ? wide : 1);
  for (const [style, boxes] of grid.boxesOf) {
    raster.colour = rgb(context, style);
    const alpha = style.alpha ?? 1;
    for (let i = 0; i < boxes.length; i += 4) {
      const begin = boxes[i + 2] * ratio - first;
      raster.box(boxes[i], boxes[i + 1], begin, begin + boxes[i + 3] * ratio, alpha);
    }
  }
  canvas.getContext("2d", { willReadFrequently: true })!.putImageData(image, 0, 0);
  context.globalAlpha = 1;
  context.imageSmoothingEnabled = false;
  const { along, bins } = grid;
  if (grid.horizontal) context.drawImage(canvas, along, first / ratio, bins * grid.pixels, high / ratio);
  else context.drawImage(canvas, first / ratio, along, wide / ratio, bins * grid.pixels);
}

function imageOf({ bins }: Grid, wide: number, high: number): { image: ImageData; canvas: HTMLCanvasElement } {
  let known = images.get(bins);
  if (known === undefined || known.image.width !== wide || known.image.height !== high) {
    const canvas = known?.canvas ?? document.createElement("canvas");
    [canvas.width, canvas.height] = [wide, high];
    images.set(bins, (known = { image: new ImageData(wide, high), canvas }));
  }
  return known;
}

/** Red, green and blue of a style, 0 to 255, whatever CSS calls it. */
function rgb(context: CanvasRenderingContext2D, { fill = "" }: Style): [number, number, number] {
  let known = colours.get(fill);
  if (known === undefined) {
    context.fillStyle = fill;
    const hex = Number.parseInt(String(context.fillStyle).slice(1), 16) || 0;
    colours.set(fill, (known = [hex >> 16, (hex >> 8) & 255, hex & 255]));
  }
  return known;
}

class Raster {
  colour: [number, number, number] = [0, 0, 0];

  constructor(
    private readonly pixels: Uint32Array,
    private readonly alongStep: number,
    private readonly acrossStep: number,
  ) {}

  /** From bin to bin, and between two places across time, of which the first and the last pixel may be covered in part. */
  box(from: number, to: number, begin: number, end: number, alpha: number): void {
    const [red, green, blue] = this.colour;
    const colour = (blue << 16) | (green << 8) | red;
    for (let at = Math.floor(begin); at < end; at++) {
      const covered = Math.min(end, at + 1) - Math.max(begin, at);
      this.line(from, to, at, colour, Math.round(alpha * covered * 255));
    }
  }

  private line(from: number, to: number, at: number, colour: number, part: number): void {
    const { pixels, alongStep, acrossStep } = this;
    const own = ((part << 24) | colour) >>> 0;
    for (let k = from, i = at * acrossStep + from * alongStep; k < to; k++, i += alongStep) {
      const below = pixels[i];
      pixels[i] = below === 0 || part === 255 ? own : this.over(below, part / 255);
    }
  }

  /** The colour over what is there already. */
  private over(below: number, alpha: number): number {
    const [red, green, blue] = this.colour;
    const rest = ((below >>> 24) / 255) * (1 - alpha);
    const all = alpha + rest;
    const mixed = (own: number, other: number): number => Math.round((own * alpha + other * rest) / all);
    return ((Math.round(all * 255) << 24) | (mixed(blue, (below >> 16) & 255) << 16) | (mixed(green, (below >> 8) & 255) << 8) | mixed(red, below & 255)) >>> 0;
  }
}
