// Runs digests.py under CPython as WebAssembly: node run.mjs REPOSITORY PACKAGES
import { loadPyodide } from "pyodide";

const [repository, packages] = process.argv.slice(2);
const python = await loadPyodide();
for (const [place, folder] of [["/repository", repository], ["/packages", packages]]) {
  python.FS.mkdirTree(place);
  python.mountNodeFS(place, folder);
}
python.runPython(`
import sys
sys.path.insert(0, "/packages")
sys.path.insert(0, "/repository/.ci/wasm")
sys.dont_write_bytecode = True
sys.stderr.write(f"CPython {sys.version.split()[0]} on {sys.platform}\\n")
import digests
digests.main([])
`);
