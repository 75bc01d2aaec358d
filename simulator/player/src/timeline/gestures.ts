/** Mouse, pen, fingers and wheel: what they do to the timeline. */

/** What the gestures need of the timeline; places are pixels in it. */
export interface Hands {
  /** Is this place on the axis or on the cursor's line, so that a drag moves the cursor? */
  holdsCursor(x: number, y: number): boolean;
  moveCursor(x: number, y: number): void;
  pan(dx: number, dy: number): void;
  /** Zoom closer by a factor, with the place under the pointer where it is. */
  zoom(factor: number, x: number, y: number): void;
  /** Show a region while it is marked; zoom to it in the end. */
  region(from: [number, number] | null, to: [number, number] | null, done: boolean): void;
  click(x: number, y: number, touch: boolean): void;
  hover(x: number, y: number): void;
  leave(): void;
  /** Turn of the wheel; true where there are more lanes than room. */
  scrolls(): boolean;
  /** Is time drawn to the right? */
  horizontal(): boolean;
}

type Doing = "nothing" | "press" | "pan" | "cursor" | "region" | "pinch" | "told";

const MOVED = 4;
/** Milliseconds after which a finger that stays is a long press. */
const LONG = 500;
const LINE = 16;

export class Gestures {
  private doing: Doing = "nothing";
  private readonly fingers = new Map<number, [number, number]>();
  private start: [number, number] = [0, 0];
  private last: [number, number] = [0, 0];
  private timer = 0;

  constructor(
    private readonly element: HTMLElement,
    private readonly hands: Hands,
  ) {
    element.addEventListener("pointerdown", (event) => this.down(event));
    element.addEventListener("pointermove", (event) => this.move(event));
    element.addEventListener("pointerup", (event) => this.up(event));
    element.addEventListener("pointercancel", (event) => this.cancel(event));
    // A finger has left as soon as it is lifted; what it was told stays to be read.
    element.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && this.hands.leave());
    element.addEventListener("contextmenu", (event) => this.doing === "told" && event.preventDefault());
    element.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    element.addEventListener("dblclick", (event) => this.hands.zoom(event.shiftKey ? 0.4 : 2.5, ...this.place(event)));
  }

  private place(event: MouseEvent): [number, number] {
    const { left, top } = this.element.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const place = this.place(event);
    this.element.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, place);
    this.start = this.last = place;
    if (this.fingers.size === 2) this.doing = "pinch";
    else if (event.shiftKey) this.doing = "region";
    else if (this.hands.holdsCursor(...place)) this.doing = "cursor";
    else this.doing = "press";
    this.hands.leave();
    clearTimeout(this.timer);
    if (event.pointerType === "touch" && this.doing === "press") this.timer = window.setTimeout(() => this.long(place), LONG);
  }

  /** A finger that stays: what a mouse is told when it points. */
  private long(place: [number, number]): void {
    if (this.doing !== "press") return;
    this.doing = "told";
    this.hands.hover(...place);
  }

  private move(event: PointerEvent): void {
    const place = this.place(event);
    const before = this.fingers.get(event.pointerId);
    if (before === undefined) {
      if (this.doing === "nothing") this.hands.hover(...place);
      return;
    }
    if (this.doing === "pinch") {
      this.pinch(event.pointerId, place);
      return;
    }
    this.fingers.set(event.pointerId, place);
    if (this.doing === "press" && Math.hypot(place[0] - this.start[0], place[1] - this.start[1]) > MOVED) this.doing = "pan";
    if (this.doing === "pan") this.hands.pan(place[0] - this.last[0], place[1] - this.last[1]);
    if (this.doing === "cursor") this.hands.moveCursor(...place);
    if (this.doing === "region") this.hands.region(this.start, place, false);
    if (this.doing !== "press") this.last = place;
  }

  private pinch(id: number, place: [number, number]): void {
    const before = [...this.fingers.values()];
    this.fingers.set(id, place);
    const after = [...this.fingers.values()];
    const [old, now] = [before, after].map(([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1]));
    const centre = (of: [number, number][]): [number, number] => [(of[0][0] + of[1][0]) / 2, (of[0][1] + of[1][1]) / 2];
    const [from, to] = [centre(before), centre(after)];
    if (old > 0) this.hands.zoom(now / old, ...to);
    this.hands.pan(to[0] - from[0], to[1] - from[1]);
  }

  private up(event: PointerEvent): void {
    const place = this.place(event);
    if (!this.fingers.delete(event.pointerId)) return;
    if (this.doing === "press") this.hands.click(...place, event.pointerType === "touch");
    if (this.doing === "cursor") this.hands.moveCursor(...place);
    if (this.doing === "region") this.hands.region(this.start, place, true);
    this.doing = this.fingers.size === 0 ? "nothing" : "pan";
    this.last = [...this.fingers.values()][0] ?? place;
  }

  private cancel(event: PointerEvent): void {
    this.fingers.delete(event.pointerId);
    this.hands.region(null, null, true);
    this.doing = "nothing";
  }

  /**
   * With ctrl (which is also what a pinch on a touch pad sends) it zooms. Otherwise it goes where the picture goes on:
   * through the lanes where there are more than fit, through time sideways and down a sequence; else it zooms.
   */
  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1;
    const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY * unit, 0] : [event.deltaX * unit, event.deltaY * unit];
    const { hands } = this;
    if (event.ctrlKey || event.metaKey) hands.zoom(Math.exp(-dy * 0.01), ...this.place(event));
    else if (hands.horizontal() && dx === 0 && !hands.scrolls()) hands.zoom(Math.exp(-dy * 0.002), ...this.place(event));
    else hands.pan(-dx, -dy);
  }
}
