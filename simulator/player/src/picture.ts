/** What is in view as a file: the same drawing with other pens. */
import { CanvasPen } from "./timeline/canvas_pen";
import type { Draft } from "./timeline/draft";
import type { Frame } from "./timeline/frame";
import { drawOverlay } from "./timeline/overlay";
import type { Pen } from "./timeline/pen";
import { SvgPen } from "./timeline/svg_pen";
import type { Theme } from "./timeline/theme";

/** Pixels of the file for each of the screen. */
const SHARPNESS = 2;

type Draw = (frame: Frame, pen: Pen) => Draft;

function drawAll(frame: Frame, theme: Theme, pen: Pen, draw: Draw): void {
  const { times } = draw(frame, pen);
  drawOverlay(frame, theme, pen, { hover: null, over: frame, region: null, times });
}

/** An SVG file. */
export function pictureText(frame: Frame, theme: Theme, draw: Draw): string {
  const pen = new SvgPen(frame.width, frame.height);
  drawAll(frame, theme, pen, draw);
  return pen.file(frame.model.trace.title || frame.model.trace.name);
}

/** A PNG file, twice as sharp as the screen. */
export async function pictureBlob(frame: Frame, theme: Theme, draw: Draw): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = frame.width * SHARPNESS;
  canvas.height = frame.height * SHARPNESS;
  const context = canvas.getContext("2d")!;
  context.scale(SHARPNESS, SHARPNESS);
  drawAll(frame, theme, new CanvasPen(context), draw);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("the browser made no picture")) : resolve(blob)), "image/png");
  });
}
