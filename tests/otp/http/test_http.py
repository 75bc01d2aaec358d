"""The outside world: what a declared host answers, when, how it fails, and what is a mistake in declaring it."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import ErlangError, HTTPoison, HttpService, Route, Run, atom, inspect, run
from simulator.kernel import ScenarioError
from simulator.otp.http.address import Pattern, address

URL = "https://example.com"


def fetch(proc: Any, path: str = "/", **options: Any) -> Any:
    """Get a path of the host and print its result in short, with the time."""
    answer = yield HTTPoison.get(proc, URL + path, **options)
    shown = answer[1].body if answer[0] is atom.ok else inspect(answer[1].reason)
    proc.puts(f"{proc.now_ms} {shown}")


def told(service: HttpService, *paths: str, at_once: bool = False, seed: int = 0, **options: Any) -> str:
    """Return what fetching these paths prints, one after the other or all at once."""

    def main(proc: Any) -> Any:
        service.start(proc)
        for path in paths:
            if at_once:
                proc.spawn(lambda proc, path: fetch(proc, path, **options), path)
            else:
                yield from fetch(proc, path, **options)
        yield proc.sleep("1min")

    return run(main, seed=seed).output


def events(result: Run, kind: str) -> list[Any]:
    return [event for event in result.trace if type(event).__struct_config__.tag == kind]


# -- results ----------------------------------------------------------------------------------


def test_results_have_the_shape_of_httpoison():
    service = HttpService(URL, {"/": Route("hello", headers={"content-type": "text/plain"})})

    def main(proc):
        service.start(proc)
        proc.puts(inspect((yield HTTPoison.get(proc, URL))))
        proc.puts(inspect((yield HTTPoison.get(proc, "https://example.org/"))))

    assert run(main).output.splitlines() == [
        '{:ok, %HTTPoison.Response{body: "hello", headers: [{"content-type", "text/plain"}], '
        'request_url: "https://example.com", status_code: 200}}',
        "{:error, %HTTPoison.Error{id: nil, reason: :nxdomain}}",
    ]


def test_the_functions_with_b_return_the_response_or_raise():
    service = HttpService(URL, {"/": 204})

    def main(proc):
        service.start(proc)
        proc.inspect((yield HTTPoison.get_b(proc, URL)).status_code)
        yield HTTPoison.get_b(proc, "https://example.org")

    result = run(main)
    assert result.output == "204\n"
    assert result.kernel.main_banner.startswith("** (HTTPoison.Error) :nxdomain\n    test_http.py:")


def test_an_error_is_no_other_error():
    with pytest.raises(HTTPoison.Error, match=":closed"):
        raise HTTPoison.Error(atom.closed)
    assert not issubclass(HTTPoison.Error, ErlangError)


def test_a_function_answers_with_all_that_is_in_the_request():
    def answer(request):
        return (201, f"{request.method} {request.names} {request.params} {request.headers} {request.body}")

    service = HttpService(URL, {"/users/:id": answer})

    def main(proc):
        service.start(proc)
        url = URL + "/users/7?a=1"
        response = yield HTTPoison.put_b(proc, url, "text", {"accept": "*"}, params={"b": 2})
        proc.puts(f"{response.status_code} {response.body} {response.request_url}")

    assert run(main).output == (
        "201 put {'id': '7'} {'a': '1', 'b': '2'} [('accept', '*')] text https://example.com/users/7?a=1&b=2\n"
    )


@pytest.mark.parametrize("verb", ["get", "delete", "head", "options", "post", "put", "patch"])
def test_every_verb_reaches_the_route_of_its_own(verb):
    service = HttpService(URL, {f"{verb.upper()} /": verb, "*": "another"})

    def main(proc):
        service.start(proc)
        proc.puts((yield getattr(HTTPoison, verb)(proc, URL))[1].body)
        proc.puts((yield getattr(HTTPoison, f"{verb}_b")(proc, URL)).body)
        proc.puts((yield HTTPoison.request(proc, atom(verb), URL))[1].body)
        proc.puts((yield HTTPoison.request_b(proc, atom.trace, URL)).body)

    assert run(main).output.split() == [verb, verb, verb, "another"]


def test_a_function_that_raises_is_an_error_of_the_host_and_reported():
    def broken(request):
        return 1 / 0

    service = HttpService(URL, {"/": broken, "/well": "well"})
    result_of = []

    def main(proc):
        service.start(proc)
        result_of.append((yield HTTPoison.get_b(proc, URL)).status_code)
        result_of.append((yield HTTPoison.get_b(proc, URL + "/well")).status_code)

    result = run(main)
    assert result_of == [500, 200]
    assert result.reports[0].startswith(
        "HttpService example.com failed to answer https://example.com\n** (ZeroDivisionError) division by zero\n"
    )


# -- time -------------------------------------------------------------------------------------


def test_a_response_takes_its_latency_the_routes_own_before_the_services():
    service = HttpService(URL, {"/": "home", "/far": Route("far", latency="1.5s")}, latency=40)
    assert told(service, "/", "/far") == "40 home\n1540 far\n"


def test_requests_at_once_take_as_long_as_the_slowest():
    service = HttpService(URL, {"/a": Route("a", latency=30), "/b": Route("b", latency=20)})
    assert told(service, "/a", "/b", at_once=True) == "20 b\n30 a\n"


def test_more_requests_than_connections_wait_in_their_order():
    service = HttpService(URL, {f"/{n}": str(n) for n in range(5)}, latency=100, connections=2)
    assert told(service, *[f"/{n}" for n in range(5)], at_once=True) == "100 0\n100 1\n200 2\n200 3\n300 4\n"


def test_a_client_waits_for_its_connection_and_for_the_response_apart():
    service = HttpService(URL, {"/": "at last"}, latency=100, connections=1)
    assert told(service, "/", "/", at_once=True, timeout=100, recv_timeout=101) == "100 :connect_timeout\n100 at last\n"
    assert told(service, "/", "/", at_once=True, timeout=101, recv_timeout=101) == "100 at last\n200 at last\n"
    assert (
        told(service, "/", "/", at_once=True, timeout=atom.infinity, recv_timeout=99) == "99 :timeout\n198 :timeout\n"
    )


def test_the_timeouts_are_those_of_hackney_unless_told_otherwise():
    never = {"/": Route(failures={atom.timeout: 1, atom.connect_timeout: 2})}
    assert told(HttpService(URL, never), "/", "/") == "5000 :timeout\n13000 :connect_timeout\n"


def test_a_client_that_gives_up_frees_its_connection_and_its_late_response_is_dropped():
    service = HttpService(URL, {"/slow": Route("slow", latency=500), "/": "quick"}, latency=10, connections=1)

    def main(proc):
        service.start(proc)
        yield from fetch(proc, "/slow", recv_timeout=50)
        yield from fetch(proc, "/")
        yield proc.sleep(1000)
        proc.inspect(proc.info(proc.pid, atom.message_queue_len))

    assert run(main).output == "50 :timeout\n60 quick\n{:message_queue_len, 0}\n"


def test_a_client_that_dies_frees_the_connection_that_it_waits_on_and_its_place_in_the_queue():
    routes = {"/never": Route(failures={atom.timeout: 1.0}), "/": "free"}
    service = HttpService(URL, routes, latency=10, connections=1)

    def main(proc):
        service.start(proc)
        holder = proc.spawn(fetch, "/never")
        yield proc.sleep(5)
        waiter = proc.spawn(fetch, "/")
        yield proc.sleep(5)
        proc.exit(waiter, atom.kill)
        proc.exit(holder, atom.kill)
        yield from fetch(proc, "/")

    assert run(main).output == "20 free\n"


def test_a_drawn_latency_is_the_same_for_the_same_seed_and_another_for_another():
    service = HttpService(URL, {"*": "x"}, latency="1ms..100ms")
    first = told(service, "/1", "/2", seed=1)
    assert first == told(service, "/1", "/2", seed=1)
    assert first != told(service, "/1", "/2", seed=2)
    times = [float(line.split()[0]) for line in first.splitlines()]
    assert 1 <= times[0] <= 100 < 100 + times[0] or times[1] - times[0] <= 100


def test_what_the_world_draws_does_not_depend_on_what_the_scenario_draws_later():
    service = HttpService(URL, {"*": "x"}, latency="1ms..100ms")

    def drawing(times):
        def main(proc):
            service.start(proc)
            for _ in range(times):
                proc.random.random()
            yield from fetch(proc, "/")

        return run(main).output

    assert drawing(0) == drawing(3)


# -- failures ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "when"),
    [("econnrefused", 0), ("closed", 40), ("timeout", 5000), ("connect_timeout", 8000), ("ehostunreach", 0)],
)
def test_each_failure_comes_at_its_time(reason, when):
    service = HttpService(URL, {"/": "well"}, latency=40, failures={atom(reason): 1})
    assert told(service, "/", "/") == f"{when} :{reason}\n{when + 40} well\n"


def test_requests_fail_by_number_of_the_route_or_of_the_whole_host():
    routes = {"/a": Route("a", failures={atom.closed: [1, 3]}), "/b": "b"}
    service = HttpService(URL, routes, failures={atom.econnrefused: range(4, 6)})
    assert [line.split()[1] for line in told(service, *["/a", "/b"] * 3).splitlines()] == [
        ":closed", "b", "a", ":econnrefused", ":closed", "b",
    ]  # fmt: skip


def test_requests_fail_at_a_rate():
    service = HttpService(URL, {"/": "well"}, failures={atom.closed: 0.25, atom.econnrefused: 0.25})
    lines = [line.split()[1] for line in told(service, *["/"] * 400).splitlines()]
    for reason, least, most in ((":closed", 70, 130), (":econnrefused", 70, 130), ("well", 160, 240)):
        assert least <= lines.count(reason) <= most
    assert len(lines) == 400


def test_a_host_that_is_killed_cuts_its_requests_off_and_refuses_others_until_it_is_started_again():
    service = HttpService(URL, {"/": "up"}, latency=100)

    def main(proc):
        pid = service.start(proc)
        proc.spawn(fetch)
        yield proc.sleep(50)
        proc.exit(pid, atom.kill)
        yield proc.sleep(10)
        yield from fetch(proc)
        service.start(proc)
        yield from fetch(proc)

    assert run(main).output == "50 :closed\n60 :econnrefused\n160 up\n"


# -- the trace --------------------------------------------------------------------------------


def test_a_request_stands_in_the_trace_as_a_call_of_the_host():
    service = HttpService(URL, {"/": "x"}, latency=10)

    def main(proc):
        pid = service.start(proc)
        proc.inspect(pid == proc.whereis(atom("example.com")))
        yield HTTPoison.get(proc, URL)
        yield HTTPoison.get(proc, URL, recv_timeout=5)

    result = run(main)
    assert result.output == "true\n"
    calls, returns = events(result, "call"), events(result, "return")
    assert [(call.request, call.name, call.line) for call in calls] == [
        ("GET https://example.com", ':"example.com"', main.__code__.co_firstlineno + 3),
        ("GET https://example.com", ':"example.com"', main.__code__.co_firstlineno + 4),
    ]
    assert [(end.how, end.ref) for end in returns] == [("replied", calls[0].ref), ("timeout", calls[1].ref)]
    assert [reply.reply for reply in events(result, "reply")] == ['{200, [], "x"}']


def test_one_declaration_serves_many_runs():
    service = HttpService(URL, {"/": Route("x", failures={atom.closed: 1})})
    assert told(service, "/") == told(service, "/") == "0 :closed\n"


# -- mistakes ---------------------------------------------------------------------------------


def declare(**settings: Any) -> HttpService:
    return HttpService(URL, {"/": "x"}, **settings)


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        (lambda: declare(latency="-5ms"), "a duration cannot be negative: '-5ms'"),
        (lambda: declare(latency=-5), "a duration cannot be negative: -5"),
        (lambda: Route("x", latency="soon"), "not a duration: 'soon' "),
        (lambda: declare(connections=0), "connections are a whole number from 1 on, or None, not 0"),
        (lambda: declare(connections=True), "connections are a whole number from 1 on, or None, not true"),
        (lambda: declare(failures={atom.closed: 1.5}), "the rate of a failure is between 0.0 and 1.0: 1.5"),
        (lambda: declare(failures={atom.closed: 0.6, atom.timeout: 0.6}), "the rates of all failures together"),
        (lambda: declare(failures={atom.closed: 0}), "a request that fails is given by its number, from 1 on: 0"),
        (lambda: declare(failures={"closed": 1}), 'the reason of a failure is an atom such as :timeout: "closed"'),
        (lambda: declare(failures=0.5), "failures are given by reason"),
        (lambda: Route(5), "a body is text, bytes or a function of the request, not 5"),
        (lambda: Route(status=42), "a status is a number from 100 to 599, not 42"),
        (lambda: HttpService("", {}), "a service is declared for a host, as in 'https://example.com', not for ''"),
        (lambda: HttpService(URL + "/v1", {}), "a service is declared for a host"),
        (lambda: HttpService(URL, {"users": "x"}), "a route is a path from its first slash on"),
        (lambda: HttpService(URL, {"get /": "x"}), "a route is a path from its first slash on"),
    ],
)
def test_a_declaration_that_cannot_be_is_told_with_its_line(mistake, told):
    with pytest.raises(ScenarioError) as raised:
        mistake()
    assert str(raised.value.args[0]).startswith(told)
    assert raised.value.file == __file__
    lines = (mistake.__code__.co_firstlineno, declare.__code__.co_firstlineno + 1)
    assert raised.value.line in lines


def test_a_path_without_a_route_is_a_mistake_at_the_line_that_asks_for_it():
    service = HttpService(URL, {"/users/:id": "x", "POST /users": "y"})

    def main(proc):
        service.start(proc)
        yield HTTPoison.get(proc, URL + "/users?page=1")

    with pytest.raises(ScenarioError) as raised:
        run(main)
    assert raised.value.args[0] == ('example.com has no route for GET /users; its routes: "/users/:id", "POST /users"')
    assert (raised.value.file, raised.value.line) == (__file__, main.__code__.co_firstlineno + 2)


def test_a_request_that_is_not_yielded_is_a_mistake_at_its_line():
    def main(proc):
        HTTPoison.get(proc, URL)
        yield proc.sleep(1)

    with pytest.raises(ScenarioError, match="not yielded") as raised:
        run(main)
    assert raised.value.line == main.__code__.co_firstlineno + 1


def test_a_host_is_started_once():
    service = HttpService(URL, {})

    def main(proc):
        service.start(proc)
        service.start(proc)
        yield proc.sleep(0)

    with pytest.raises(ScenarioError, match=r"example\.com is running already"):
        run(main)


def test_a_function_that_answers_nonsense_is_a_mistake_at_its_line():
    def answer(request):
        return 5

    with pytest.raises(ScenarioError, match=r"returns text, bytes or \(status, body\), not 5") as raised:
        told(HttpService(URL, {"/": answer}), "/")
    assert raised.value.line == answer.__code__.co_firstlineno


# -- addresses --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "host", "path", "query"),
    [
        ("https://a.com", "a.com", "/", {}),
        ("http://a.com:80/x", "a.com", "/x", {}),
        ("https://a.com:80/x", "a.com:80", "/x", {}),
        ("a.com?q=%C3%A9", "a.com", "/", {"q": "é"}),
        ("http://A.com/X/?a=b=c&&d#part?no", "a.com", "/X/", {"a": "b=c", "d": ""}),
    ],
)
def test_the_parts_of_an_address(url, host, path, query):
    assert address(url) == (host, path, query)


@pytest.mark.parametrize(
    ("pattern", "path", "names"),
    [
        ("/a.b", "/a.b", {}),
        ("/a.b", "/axb", None),
        ("/a/*", "/a/", {}),
        ("*", "/any/thing", {}),
        ("/:a/:b_2", "/x/y", {"a": "x", "b_2": "y"}),
        ("/:a", "/x/y", None),
        ("/a:", "/a:", {}),
    ],
)
def test_what_a_pattern_matches(pattern, path, names):
    assert Pattern(pattern).match("GET", path) == names
