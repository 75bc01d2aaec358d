/** Opens the page: reads the trace, derives the model, shows them. */

import { readPage } from "./decode";
import { durationText } from "./durations";
import { buildModel } from "./model";

async function open(): Promise<void> {
  const page = await readPage();
  const model = buildModel(page.runs[0]!);
  const { trace } = model;
  const heading = document.createElement("h1");
  heading.textContent = trace.title;
  const end = trace.n ? trace.t[trace.n - 1]! : 0n;
  const facts = document.createElement("p");
  facts.textContent = `${model.processes.length} processes, ${trace.n} events, ${durationText(end)}`;
  document.body.append(heading, facts);
  Object.assign(window, { player: { page, model } });
}

open().catch((wrong: unknown) => {
  const complaint = document.createElement("p");
  complaint.setAttribute("role", "alert");
  complaint.textContent = `This page cannot be shown: ${wrong instanceof Error ? wrong.message : String(wrong)}`;
  document.body.append(complaint);
  throw wrong;
});
