// Builds player.js and player.css out of src/. The same sources give the same bytes on every machine, so that the
// two files can be committed and a gate can compare them. Where they go can be given: node build.mjs FOLDER.
import { build } from "esbuild";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const into = process.argv[2] ?? here;

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "ascii", // the page stays the same whatever encoding it is read in
  legalComments: "none",
  logLevel: "warning",
  target: "es2022",
};

await build({ ...shared, entryPoints: ["src/main.ts"], format: "iife", outfile: join(into, "player.js") });
await build({ ...shared, entryPoints: ["src/player.css"], outfile: join(into, "player.css") });
