"""Digests of bytes: short, and another for other bytes."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # hashlib imports OpenSSL, which takes longer than all else here
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b", "digest"]


def digest(data: bytes) -> bytes:
    """Return twenty bytes that are others for other bytes.

    >>> digest(b"a") == digest(b"a"), digest(b"a") == digest(b"b"), len(digest(b"a"))
    (True, False, 20)
    """
    return blake2b(data, digest_size=20).digest()
