/** Draws on a canvas. */
import { drawGrid } from "./raster";
import { cssFont, type Font, type Grid, type Pen, type Style, type TextStyle } from "./pen";

export class CanvasPen implements Pen {
  /** As they were set last: to ask the canvas takes longer than to write. */
  private font: Font | null = null;
  private align: CanvasTextAlign | null = null;

  constructor(private readonly context: CanvasRenderingContext2D) {
    context.textBaseline = "middle";
    context.direction = "ltr";
    context.lineCap = "butt";
    context.lineJoin = "round";
  }

  /** Filled ones one by one: a path of thousands takes the rasteriser ten times as long. */
  rects(style: Style, all: readonly number[]): void {
    const { context } = this;
    if (style.fill !== undefined && style.stroke === undefined) {
      context.globalAlpha = style.alpha ?? 1;
      context.fillStyle = style.fill;
      for (let i = 0; i < all.length; i += 4) context.fillRect(all[i], all[i + 1], all[i + 2], all[i + 3]);
      return;
    }
    this.paint(style, (context) => {
      for (let i = 0; i < all.length; i += 4) context.rect(all[i], all[i + 1], all[i + 2], all[i + 3]);
    });
  }

  grid(grid: Grid): void {
    drawGrid(this.context, grid, this.context.getTransform().a);
  }

  /** Those along an axis are boxes, for the same reason. */
  lines(style: Style, all: readonly number[]): void {
    const slanted: number[] = [];
    const { context } = this;
    const { stroke, width = 1 } = style;
    if (stroke === undefined) return;
    context.globalAlpha = style.alpha ?? 1;
    context.fillStyle = stroke;
    for (let i = 0; i < all.length; i += 4) {
      const [x, y, toX, toY] = [all[i], all[i + 1], all[i + 2], all[i + 3]];
      if (style.dash !== undefined || (x !== toX && y !== toY)) slanted.push(x, y, toX, toY);
      else if (y === toY) context.fillRect(Math.min(x, toX), y - width / 2, Math.abs(toX - x), width);
      else context.fillRect(x - width / 2, Math.min(y, toY), width, Math.abs(toY - y));
    }
    if (slanted.length === 0) return;
    this.paint(style, () => {
      for (let i = 0; i < slanted.length; i += 4) {
        context.moveTo(slanted[i], slanted[i + 1]);
        context.lineTo(slanted[i + 2], slanted[i + 3]);
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
    const align = style.align ?? "left";
    if (this.font !== style.font) context.font = cssFont((this.font = style.font));
    if (this.align !== align) context.textAlign = this.align = align;
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
    this.font = this.align = null;
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
