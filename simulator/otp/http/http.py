"""HTTP: a simulated outside world, and a client with HTTPoison's names and results.

A scenario declares a host with its routes, and starts it; the rest is what an Elixir program would do::

    api = HttpService(
        "https://api.example.com",
        {
            "/users/:id": Route(lambda request: f"user {request.names['id']}", latency="20ms..80ms"),
            "POST /users": Route("created", status=201),
            "/slow": Route("at last", latency="7s"),
            "/flaky": Route("ok", failures={atom.closed: 0.1, atom.timeout: [3, 4]}),
        },
        latency="50ms",
        connections=2,
    )

    def main(proc):
        api.start(proc)
        match (yield HTTPoison.get(proc, "https://api.example.com/users/7")):
            case (atom.ok, HTTPoison.Response(status_code=200, body=body)):
                proc.puts(body)
            case (atom.error, HTTPoison.Error(reason=reason)):
                proc.inspect(reason)

The host is a process with the host's name, so requests and responses are messages of the trace. It
answers ``connections`` requests at a time and lets the others wait. A client waits ``timeout`` for its
connection (8 s unless told otherwise) and ``recv_timeout`` for the response (5 s), as HTTPoison's does.

How requests fail, by the reason in the result: ``:timeout`` (the response never comes, and keeps the
connection until the client gives up), ``:connect_timeout`` (the connection is never made), ``:closed``
(cut off when the response was due); any other, such as ``:econnrefused``, is the answer at once. A host
that was not started is ``:nxdomain``; one whose process has ended is ``:econnrefused``, and a request that
it was busy with is ``:closed``. A path that the host has no route for is a mistake of the scenario, not an
answer: declare ``"*": Route(status=404)`` for a host that answers everything.

What is drawn, latencies and failures, comes from a generator of the service's own, which is derived
from the run's seed when the service starts.
"""

from simulator.otp.http.client import HTTPoison
from simulator.otp.http.service import HttpService, Request, Route

__all__ = ["HTTPoison", "HttpService", "Request", "Route"]
