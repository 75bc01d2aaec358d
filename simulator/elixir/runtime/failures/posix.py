"""Why a file could not be read or written, in words.

Source of the words: ``:file.format_error/1`` of OTP 25.
"""

from __future__ import annotations

import errno
import os

from simulator.terms import Atom

_REASONS = {
    errno.ENOENT: "no such file or directory", errno.EACCES: "permission denied", errno.EEXIST: "file already exists",
    errno.ENOTDIR: "not a directory", errno.EISDIR: "illegal operation on a directory",
    errno.ENOTEMPTY: "file already exists", errno.ENOSPC: "no space left on device",
}  # fmt: skip


def reason_text(reason: Atom) -> str:
    """Return a reason in words, as ``:file.format_error`` gives it."""
    number = getattr(errno, reason.name.upper(), None)
    return _REASONS.get(number or 0) or (os.strerror(number).lower() if number else "unknown POSIX error")
