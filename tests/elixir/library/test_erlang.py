"""Erlang's modules of text, format and digests: expressions give what real Elixir gives."""

import pytest

from simulator.scenario import load, run

VALUES = {
    ':string.uppercase("abc")': '"ABC"',
    ":string.uppercase('abc')": "'ABC'",
    ':string.split("a,b,c", ",")': '["a", "b,c"]',
    ":string.split('a,b,c', ',', :all)": "['a', 'b', 'c']",
    ":string.trim('  a ')": "'a'",
    ':string.length("héllo")': "5",
    ':string.reverse("abc")': "'cba'",
    ":string.tokens('a b  c', ' ')": "['a', 'b', 'c']",
    ':string.to_integer("12abc")': '{12, "abc"}',
    ':string.to_float("1.5x")': '{1.5, "x"}',
    ":string.join(['a', 'b'], ', ')": "'a, b'",
    ':string.find("abc", "x")': ":nomatch",
    ':string.replace("a-b-c", "-", "+")': '["a", "+", "b-c"]',
    ':string.slice("hello", 1, 3)': '"ell"',
    ':string.pad("ab", 5, :leading, ?0) |> IO.iodata_to_binary()': '"000ab"',
    ':string.prefix("hello", "he")': '"llo"',
    'Base.encode16(:crypto.hash(:md5, "a"))': '"0CC175B9C0F1B6A831C399E269772661"',
    'Base.encode16(:crypto.mac(:hmac, :sha256, "k", "d"))': (
        '"E7EA21C3BCB63A4DA3AD78503168D36BDCA0BE622382EA60A108FAD4E4966679"'
    ),
    "byte_size(:crypto.strong_rand_bytes(8))": "8",
    'to_string(:io_lib.format("~.2f|~5b|~p", [1.005, 42, {:a, "b"}]))': '"1.00|   42|{a,<<\\"b\\">>}"',
    'to_string(:io_lib.format("~s ~w ~c~n", ["x", \'ab\', ?y]))': '"x [97,98] y\\n"',
    'Exception.format_file_line("f.ex", 3)': '"f.ex:3:"',
    "Exception.format_mfa(String, :upcase, 1)": '"String.upcase/1"',
    ":os.type()": "{:unix, :linux}",
    "Node.list(:this)": "[:nonode@nohost]",
    ":erlang.phash2(:a) == :erlang.phash2(:a)": "true",
    "elem(Code.eval_string(\"1 + 2\"), 0)": "3",
}


@pytest.fixture(scope="module")
def values():
    """What each expression gives, in one run."""
    code = "\n".join(f"IO.inspect({expression}, charlists: :infer)" for expression in VALUES)
    return dict(zip(VALUES, run(load("nofile", code=code)).output.splitlines(), strict=True))


@pytest.mark.parametrize("expression", VALUES)
def test_gives_what_elixir_gives(values, expression):
    assert values[expression] == VALUES[expression]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (':io_lib.format("~p ~p", [1])', "ArgumentError"),
        (':io_lib.format("~y", [1])', "ArgumentError"),
        (':crypto.hash(:nonsense, "a")', "ErlangError"),
        (":ets.lookup(:nowhere, 1)", "ArgumentError"),
        (":ets.new(5, [])", "ArgumentError"),
        (":rand.uniform(0)", "FunctionClauseError"),
        (":persistent_term.get(:nothing)", "ArgumentError"),
        ("Application.fetch_env!(:a, :b)", "ArgumentError"),
        ('IO.puts({1})', "Protocol.UndefinedError"),
        ("Process.sleep(-1)", "FunctionClauseError"),
        ("GenServer.start_link(5, 1)", "FunctionClauseError"),
        ("Task.await(5)", "FunctionClauseError"),
        ("Agent.get(self(), 5)", "FunctionClauseError"),
        ("Supervisor.start_link([5], strategy: :one_for_one)", "ArgumentError"),
        ("Registry.lookup(Nowhere, 1)", "ArgumentError"),
        ("Process.send_after(self(), :x, :soon)", "ArgumentError"),
    ],
)
def test_raises_what_elixir_raises(code, told):
    ran = run(load("nofile", code=f"try do {code} rescue e -> IO.inspect(e.__struct__) end"))
    assert ran.output == f"{told}\n"


def test_a_server_has_the_priority_that_spawn_opt_gives() -> None:
    told = run(load("nofile", code="""
        high = [spawn_opt: [priority: :high]]
        {:ok, one} = Agent.start_link(fn -> 0 end, high)
        {:ok, two} = DynamicSupervisor.start_link([strategy: :one_for_one] ++ high)
        {:ok, three} = Task.Supervisor.start_link(high)
        {:ok, four} = Agent.start(fn -> 0 end)
        IO.inspect(for pid <- [one, two, three, four], do: elem(Process.info(pid, :priority), 1))
    """))  # fmt: skip
    assert told.output == "[:high, :high, :high, :normal]\n"


def test_a_priority_is_told_of_who_has_it() -> None:
    told = run(load("nofile", code="Process.flag(:priority, :high)\nIO.inspect(Process.info(self(), :priority))"))
    assert told.output == "{:priority, :high}\n"


@pytest.mark.parametrize(
    "start",
    [
        "Process.spawn(F.waits(), priority: :high)",
        ":erlang.spawn_opt(F.waits(), [:link, priority: :low, priority: :high])",
        "elem(Process.spawn(F.waits(), [:monitor, priority: :high]), 0)",
        "Process.spawn(F, :wait, [], priority: :high)",
    ],
)
def test_a_priority_is_told_of_who_was_started_with_it(start: str) -> None:
    waits = "defmodule F do\n  def wait, do: receive(do: (:go -> :ok))\n  def waits, do: &wait/0\nend\n"
    told = run(load("nofile", code=f"{waits}IO.inspect(Process.info({start}, :priority))"))
    assert told.output == "{:priority, :high}\n"
