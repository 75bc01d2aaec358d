/** Draws on a canvas. */
import { cssFont, type Pen, type Style, type TextStyle } from "./pen";

export class CanvasPen implements Pen {
  constructor(private readonly context: CanvasRenderingContext2D) {
    context.textBaseline = "middle";
    context.direction = "ltr";
    context.lineCap = "butt";
    context.lineJoin = "round";
  }

  rects(style: Style, all: readonly number[]): void {
    this.paint(style, (context) => {
      for (let i = 0; i < all.length; i += 4) context.rect(all[i], all[i + 1], all[i + 2], all[i + 3]);
    });
  }

  lines(style: Style, all: readonly number[]): void {
    this.paint(style, (context) => {
      for (let i = 0; i < all.length; i += 4) {
        context.moveTo(all[i], all[i + 1]);
        context.lineTo(all[i + 2], all[i + 3]);
      }
    });
  }

  discs(style: Style, all: readonly number[]): void {
    this.paint(style, (context) => {
      for (let i = 0; i < all.length; i += 3) {
        context.moveTo(all[i] + all[i + 2], all[i + 1]);
        context.arc(all[i], all[i + 1], all[i + 2], 0, 2 * Math.PI);
      }
    });
  }

  shapes(style: Style, all: readonly (readonly number[])[]): void {
    this.paint(style, (context) => {
      for (const points of all) {
        context.moveTo(points[0], points[1]);
        for (let i = 2; i < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
        if (style.fill !== undefined) context.closePath();
      }
    });
  }

  text(style: TextStyle, x: number, y: number, text: string): void {
    const { context } = this;
    const font = cssFont(style.font);
    if (context.font !== font) context.font = font;
    context.textAlign = style.align ?? "left";
    context.globalAlpha = style.alpha ?? 1;
    context.fillStyle = style.colour;
    context.fillText(text, x, y);
  }

  clip(x: number, y: number, width: number, height: number): void {
    this.context.save();
    this.context.beginPath();
    this.context.rect(x, y, width, height);
    this.context.clip();
  }

  unclip(): void {
    this.context.restore();
  }

  private paint(style: Style, path: (context: CanvasRenderingContext2D) => void): void {
    const { context } = this;
    context.globalAlpha = style.alpha ?? 1;
    context.beginPath();
    path(context);
    if (style.fill !== undefined) {
      context.fillStyle = style.fill;
      context.fill();
    }
    if (style.stroke !== undefined) {
      context.strokeStyle = style.stroke;
      context.lineWidth = style.width ?? 1;
      context.setLineDash((style.dash ?? []) as number[]);
      context.stroke();
    }
  }
}
