/** The data of the page, out of its script element: lines of base64 of gzip, the head and then slices. Nothing is fetched. */

import { ColumnTrace, type RunHead } from "./columns";
import { readSlice } from "./slices";
import type { Page } from "./types";

const VERSION = 3;
/** Milliseconds after which the page may draw, while it reads. */
const PATIENCE = 60;

interface Head {
  version: number;
  runs: RunHead[];
  alignments: Page["alignments"];
  variants: string[];
}

/** Read the page's data; throws an Error that says what is wrong with them. */
export async function readPage(): Promise<Page> {
  const element = document.getElementById("trace");
  if (!element) throw new Error("this page holds no trace");
  const lines = linesOf(element.textContent ?? "");
  element.textContent = "";
  const head = JSON.parse(new TextDecoder().decode(await unzip(lines.next().value))) as Head;
  if (head.version !== VERSION) throw new Error(`data of version ${head.version}, where ${VERSION} was expected`);
  const runs: ColumnTrace[] = [];
  for (const about of head.runs) {
    const trace = new ColumnTrace(about);
    let began = performance.now();
    let next = unzip(about.slices > 0 ? lines.next().value : undefined);
    for (let slice = 0; slice < about.slices; slice++) {
      const bytes = await next;
      if (slice + 1 < about.slices) next = unzip(lines.next().value); // it is unpacked beside this thread
      readSlice(trace, bytes, slice);
      if (performance.now() - began < PATIENCE) continue;
      await new Promise((done) => setTimeout(done));
      began = performance.now();
    }
    trace.close();
    runs.push(trace);
  }
  return { runs, alignments: head.alignments, variants: head.variants };
}

function* linesOf(letters: string): Generator<string, undefined> {
  for (let at = 0; at < letters.length; ) {
    const end = letters.indexOf("\n", at);
    yield letters.slice(at, end < 0 ? undefined : end).trim();
    at = end < 0 ? letters.length : end + 1;
  }
  return undefined;
}

async function unzip(line: string | undefined): Promise<Uint8Array> {
  if (line === undefined) return new Uint8Array(0);
  const stream = new Blob([bytesOf(line)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const characters = atob(letters);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
