"""The URL fetcher: all pages in the time of the slowest

Each URL is fetched by a task of its own, all of them at the same time. The hosts are simulated: the
file says which there are, what they answer, and how long they take.

The first three take 120, 300 and 80 ms: together they are there after 300 ms, the time of the slowest.
Then two more, with trouble. A page that does not exist is a response like any other, with status 404. A
host that refuses the connection gives an error, at once. Neither keeps the others waiting, and neither is
an exception: the fetcher makes a result of each.

The sixth host never answers. Its request is given up after 5000 ms, as the client does if it is told
nothing else, and the five results that were there after 300 ms wait for that. In the last round each
request has 1000 ms: the same six results after one second. A fetcher without a timeout of its own is as
slow as its slowest URL wants it to be.

Try: simulator run url_fetcher --set patience=200
     simulator diagram url_fetcher --set rounds=1 -o url_fetcher.png
"""

from simulator import Config, HTTPoison, HttpService, Route, Task, atom

config = Config(patience=1000, rounds=4)

HOSTS = [
    HttpService("https://example.com", {"/": Route("Example Domain", latency=120), "/lost": Route(status=404)}),
    HttpService("https://example.org", {"/": Route("Example Organisation", latency=300)}),
    HttpService("https://example.net", {"/": Route("Example Network", latency=80)}),
    HttpService("https://closed.example", {"/": Route(failures={atom.econnrefused: 1.0})}),
    HttpService("https://silent.example", {"/": Route(failures={atom.timeout: 1.0})}),
]

FINE = ["https://example.com/", "https://example.org/", "https://example.net/"]
TROUBLE = ["https://example.com/lost", "https://closed.example/"]
SILENT = ["https://silent.example/"]


def fetch(proc, url, patience):
    match (yield HTTPoison.get(proc, url, recv_timeout=patience)):
        case (atom.ok, HTTPoison.Response(status_code=200, body=body)):
            return (atom.ok, url, body)
        case (atom.ok, HTTPoison.Response(status_code=code)):
            return (atom.error, url, f"Status {code}")
        case (atom.error, HTTPoison.Error(reason=reason)):
            return (atom.error, url, reason)


def fetch_all(proc, urls, patience=5000):
    start = proc.now_ms
    tasks = [Task.async_(proc, fetch, url, patience) for url in urls]
    results = yield Task.await_many(proc, tasks, 10_000)
    proc.puts(f"{len(urls)} URLs in {proc.now_ms - start} ms")
    for result in results:
        proc.inspect(result)


def main(proc):
    for host in HOSTS if config.rounds > 1 else HOSTS[:3]:
        host.start(proc)
    rounds = [(FINE,), (FINE + TROUBLE,), (FINE + TROUBLE + SILENT,), (FINE + TROUBLE + SILENT, config.patience)]
    for arguments in rounds[: config.rounds]:
        yield from fetch_all(proc, *arguments)
