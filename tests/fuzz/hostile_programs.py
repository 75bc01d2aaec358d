"""Programs that mean harm: put together of what has no end, is too large, or reaches for what is not theirs.

What must be true of every run: an exit status of the table, no traceback, an end in time; nothing outside of the
program is written, read or known; the store of compiled programs is as it was. What they are made of stands in
``fragments/``, parted by lines of four dashes; words in capitals are replaced.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from in_process import Broken, Ran, check, run

ROOT = Path(__file__).parents[2]
SECRET = "the-secret-9f31"
REAL = 20
"""Each of so many is run by a command of its own, with the nets and the limits that a stranger's program gets."""
_SMALL = (
    "--set", "work_limit=400000", "--limit", "30000", "--set", "mailbox_limit=30000", "--set", "process_limit=5000",
)  # fmt: skip
NETS = ("--wall", "5s", "--memory", "500MB")


def _fragments(name: str) -> tuple[str, ...]:
    text = (Path(__file__).parent / "fragments" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(part.strip("\n") for part in text.split("\n----\n"))


WRAPS = _fragments("wraps")
FRAGMENTS = tuple(part for name in ("loops", "sizes", "files", "processes", "code") for part in _fragments(name))


class Watched:
    """A folder for the program, and what is around it, which nobody may touch."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.outside = folder / "outside"
        self.cache = folder / "cache"
        for each in (self.home, self.outside, self.cache, self.home / "data"):
            each.mkdir()
        (self.outside / "secret.txt").write_text(SECRET)
        (self.home / "data" / "mine.txt").write_text("mine")
        if os.name == "posix":
            (self.home / "way_out").symlink_to(self.outside)
            (self.home / "secret_link.txt").symlink_to(self.outside / "secret.txt")
        self.program = self.home / "program.exs"
        self.variables = {"FUZZ_SECRET": SECRET, "XDG_CACHE_HOME": str(self.cache)}

    def seen(self) -> dict[str, str]:
        """Return what is there: of each file a digest, of each link where it leads."""
        found = {}
        for base in (self.home, self.outside):
            for path in sorted(base.rglob("*")):
                if path == self.program:
                    continue
                found[str(path)] = (
                    os.readlink(path) if path.is_symlink() else "" if path.is_dir() else _digest(path)
                )  # fmt: skip
        return found

    def kept(self) -> dict[str, str]:
        """Return what is kept of compiled programs."""
        return {str(path): _digest(path) for path in sorted(self.cache.rglob("*")) if path.is_file()}


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def made(seed: int, watched: Watched) -> str:
    """Return the program of this number."""
    chance = random.Random(seed)
    outside = str(watched.outside)
    parts = []
    for number in range(chance.choice((1, 1, 2, 3))):
        text = chance.choice(FRAGMENTS)
        words = {
            "OUTSIDE": outside,
            "CACHE": str(watched.cache),
            "MOD": f"M{number}",
            "BIG": str(chance.choice((10**3, 10**6, 10**9, 10**12, 10**30))),
            "SOME": str(chance.choice((0, 1, 2, 10, 1_000))),
            "REASON": chance.choice((":normal", ":kill", ":shutdown", "{:a, 1}", ":oops")),
        }
        for word, value in words.items():
            text = text.replace(word, value)
        parts.append(chance.choice(WRAPS).replace("BODY", text.replace("\n", "\n  ")))
    return "\n".join([*parts, 'IO.puts("the end")', ""])


def look(seed: int, watched: Watched) -> bool:
    """Run the program of this number; return whether it came to its end by itself. Raises :class:`Broken`."""
    text = made(seed, watched)
    watched.program.write_text(text, encoding="utf-8")
    before, kept = watched.seen(), watched.kept()
    ran = _alone(watched) if seed % REAL == 0 else run("run", str(watched.program), *_SMALL, "--wall", "20s")
    check(ran, chosen="halt" in text or "stop" in text)
    if SECRET in ran.out or SECRET in ran.err:
        raise Broken("the secret was read")
    after = watched.seen()
    if after != before:
        raise Broken(f"touched: {sorted(set(after.items()) ^ set(before.items()))[:3]}")
    changed = [path for path, digest in kept.items() if watched.kept().get(path, digest) != digest]
    if changed or len(watched.kept()) > len(kept) + 6:  # the program, and what it has compiled itself
        raise Broken(f"the store of compiled programs was touched: {changed}")
    return "the end" in ran.out


def _alone(watched: Watched) -> Ran:
    """Run the program by a command of its own, with the nets."""
    command = [sys.executable, "-m", "simulator", "run", str(watched.program), *NETS]
    told = subprocess.run(
        command, cwd=watched.home, capture_output=True, timeout=60, check=False,
        env={**os.environ, **watched.variables, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return Ran(told.returncode, told.stdout.decode("utf-8", "replace"), told.stderr.decode("utf-8", "replace"))
