/** Opens the page: reads the trace, derives the model, shows them. */

import { App } from "./app";
import { readPage } from "./decode";
import { h } from "./dom";
import { buildModel } from "./model";

async function open(): Promise<void> {
  const page = await readPage();
  const models = page.runs.map(buildModel);
  const app = new App(page, models);
  app.open();
  const first = app.workspaces[0];
  // For tests and for the curious.
  Object.assign(window, { player: { page, models, model: first?.model, store: first?.store, timeline: first?.stage.timeline, app } });
}

open().catch((wrong: unknown) => {
  document.body.append(h("p", { role: "alert" }, `This page cannot be shown: ${wrong instanceof Error ? wrong.message : String(wrong)}`));
  throw wrong;
});
