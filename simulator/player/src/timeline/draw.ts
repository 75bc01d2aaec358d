/** One whole picture of the timeline. */
import type { Emphasis } from "../types";
import { drawAxis, drawBackground, drawPromise, drawTies } from "./axis";
import { drawBonds } from "./bonds";
import { Draft } from "./draft";
import { alongEvent, middle, middleOf, type Frame } from "./frame";
import { drawCrashes, drawGroups } from "./groups";
import { drawHeaders } from "./headers";
import { drawLegend } from "./legend";
import { drawMessages } from "./messages";
import type { Pen } from "./pen";
import { drawSigns } from "./signs";
import { drawDenseLanes, drawStrips } from "./strips";
import type { Theme } from "./theme";
import { drawTimers } from "./timers";
import { tracksOf } from "./tracks";

export function draw(frame: Frame, usual: Theme, pen: Pen, emphasis: Emphasis | null): Draft {
  const theme = usual.enlarged(frame.large);
  const draft = new Draft(frame, tracksOf(frame.model), theme, pen, emphasis);
  const { plot } = frame;
  pen.rects(theme.fill("paper"), [0, 0, frame.width, frame.height]);
  pen.clip(plot.x, plot.y, plot.width, plot.height);
  if (frame.model.trace.n > 0) {
    drawBackground(draft);
    drawBorders(draft);
    drawRun(draft);
    draft.placeLabels();
    draft.labels.draw(pen, theme.fill("paper", 0.86));
    drawLegend(draft);
  }
  pen.unclip();
  drawAxis(draft);
  drawTies(draft);
  drawHeaders(draft);
  drawPromise(draft);
  return draft;
}

/** All that is in the lanes of a run; its labels are wishes yet. */
export function drawRun(draft: Draft): void {
  drawGroups(draft);
  drawBonds(draft);
  drawDenseLanes(draft);
  draft.pen.grid(draft.grid);
  drawCrashes(draft);
  drawStrips(draft);
  drawTimers(draft);
  drawPath(draft);
  drawMessages(draft);
  drawSigns(draft);
}

/** Lines between lanes. */
export function drawBorders(draft: Draft): void {
  const { frame, theme } = draft;
  if (!frame.horizontal) return;
  for (let r = frame.firstRow; r <= frame.lastRow; r++) {
    const row = frame.rows.rows[r];
    const at = Math.round(middle(frame, row) + row.size / 2) - 0.5;
    draft.line(theme.line("pale", 1), frame.main, at, frame.main + frame.mainSize, at);
  }
  draft.flush();
}

/** The critical path: a broad line through its events. */
function drawPath(draft: Draft): void {
  const { frame, theme, emphasis } = draft;
  if (emphasis === null || emphasis.path.length < 2) return;
  const points: number[] = [];
  for (const e of emphasis.path) {
    const across = middleOf(frame, frame.model.processOf(frame.model.trace.pid[e]));
    if (!Number.isNaN(across)) points.push(alongEvent(frame, e), across);
  }
  if (points.length < 4) return;
  draft.shape({ stroke: theme.colour.accent, width: 6, alpha: 0.35 }, points);
  draft.flush();
}
