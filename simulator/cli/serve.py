"""``simulator play --watch``: the page on this machine alone, made again whenever the scenario is saved.

The server knows two addresses, the page and its changes, and no files: there is no path to leave a
folder by. It answers only who calls it by its own name, so that no other site's page can read it.
The run takes place in the main thread, where Ctrl-C reaches it; the server has threads of its own.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from simulator.cli.pages import make_page
from simulator.cli.status import FINE, INTERRUPTED, complain
from simulator.terms.errors import SimulatorError

_PERIOD = 0.3  # seconds between two looks at the files
_HEARTBEAT = 10.0  # seconds after which a browser that has gone is noticed

_WRONG = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>{name}</title></head>
<body style="font-family: system-ui, sans-serif; margin: 3em"><h1>{name} cannot be played as it is</h1><p>{message}</p>
<p>This page will show it as soon as it is saved with the mistake mended.</p>
<script>new EventSource("changes?{version}").onmessage = () => location.reload();</script></body></html>
"""


class Pages:
    """The page as it stands, and its version; threads wait here for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._html = b""
        self.version = 0

    def put(self, html: str) -> None:
        """Put a newer page in the place of this one."""
        with self._changed:
            self._html = html.encode()
            self.version += 1
            self._changed.notify_all()

    def get(self) -> bytes:
        """Return the page as it stands; the first is waited for."""
        with self._changed:
            self._changed.wait_for(lambda: self.version > 0)
            return self._html

    def newer(self, version: str) -> bool:
        """Wait for a page of another version, but no longer than a heartbeat; say whether there is one."""
        with self._changed:
            return self._changed.wait_for(lambda: str(self.version) != version, _HEARTBEAT)


def serve(options: argparse.Namespace, path: str) -> int:
    """Serve the page of a scenario until Ctrl-C; return the exit status."""
    pages = Pages()
    with _serving(pages, options.port or 0) as address:
        print(f"{address}  (Ctrl-C ends it)", flush=True)
        try:
            return _follow(options, path, pages, address)
        except KeyboardInterrupt:
            return FINE


def _follow(options: argparse.Namespace, path: str, pages: Pages, address: str) -> int:
    """Make the page, and again at each change of the scenario's files."""
    opened = not options.open
    while True:
        seen = _stamps(path)
        if _make(options, path, pages) == INTERRUPTED:
            return FINE
        if not opened:
            import webbrowser

            opened = webbrowser.open(address)
        while _stamps(path) == seen:
            time.sleep(_PERIOD)
        _forget_neighbours(path)


def _make(options: argparse.Namespace, path: str, pages: Pages) -> int:
    """Make the page, or one that says what is wrong; return the exit status that the run alone would have."""
    message, status = "What is wrong is said where the command was given.", FINE
    try:
        html, status = make_page(options, path, live=f"changes?{pages.version + 1}")
    except (SimulatorError, OSError) as wrong:
        html, message = None, str(wrong)
        complain(message)
    if html is None:
        name = escape(os.path.basename(path))
        html = _WRONG.format(name=name, message=escape(message), version=pages.version + 1)
    pages.put(html)
    return status


def _stamps(path: str) -> dict[str, int]:
    """Return when the scenario, and each source beside it, was last changed."""
    folder, endings = os.path.dirname(path) or ".", (".py", ".exs", ".ex")
    found: dict[str, int] = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(endings):
            try:
                found[name] = os.stat(os.path.join(folder, name)).st_mtime_ns
            except FileNotFoundError:  # an editor is just replacing it
                found[name] = 0
    return found


def _forget_neighbours(path: str) -> None:
    """Have the modules beside the scenario imported anew."""
    folder = os.path.dirname(os.path.abspath(path)) + os.sep
    for name, module in list(sys.modules.items()):
        if name != "__main__" and (getattr(module, "__file__", None) or "").startswith(folder):
            del sys.modules[name]


@contextmanager
def _serving(pages: Pages, port: int) -> Iterator[str]:
    """Serve while this is open; gives the address."""
    server = _Server(pages, port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, pages: Pages, port: int) -> None:
        self.pages = pages
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has gone in the middle of an answer is nothing to tell."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Answer with the page, or with its changes as they come."""
        place, _, query = self.path.partition("?")
        if self.headers.get("Host") not in self._own_names():
            self.send_error(403)
        elif place == "/":
            self._answer("text/html; charset=utf-8", self.server.pages.get())
        elif place == "/changes":
            self._tell_changes(query)
        else:
            self.send_error(404)

    def _own_names(self) -> set[str]:
        return {f"{name}:{self.server.server_port}" for name in ("127.0.0.1", "localhost")}

    def _answer(self, kind: str, body: bytes | None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if body is not None:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body is not None:
            self.wfile.write(body)

    def _tell_changes(self, version: str) -> None:
        """Say, once, that there is a newer page; until then show now and then that the line is alive."""
        self._answer("text/event-stream", None)
        while not self.server.pages.newer(version):
            self.wfile.write(b":\n\n")
            self.wfile.flush()
        self.wfile.write(b"data: changed\n\n")

    def log_message(self, *_: Any) -> None:
        """Requests are nothing to tell."""
