"""Processes, OTP, IO, time and tables in Elixir: programs print what real Elixir prints."""

from textwrap import dedent

import pytest
from process_cases import CASES

from simulator.scenario import load, run


@pytest.mark.parametrize("name", CASES)
def test_prints_what_elixir_prints(name):
    program, expected = CASES[name]
    assert run(load("nofile", code=dedent(program))).output == expected


def ran(code, **settings):
    return run(load("nofile", settings, code=dedent(code)))


def test_a_crash_is_reported_as_logger_does_and_not_printed():
    result = ran('spawn(fn -> raise "oops" end)\nProcess.sleep(1)')
    assert result.output == ""
    told = result.reports[0]
    assert told.startswith("Process #PID<0.101.0> raised an exception\n** (RuntimeError) oops\n    nofile:1: ")


def test_a_server_that_crashes_is_reported_with_its_last_message_and_its_state():
    result = ran("""
        defmodule S do
          use GenServer
          def init(x), do: {:ok, x}
          def handle_cast(:go, _), do: raise ArgumentError, "no"
        end
        {:ok, pid} = GenServer.start(S, [1, 2])
        GenServer.cast(pid, :go)
        Process.sleep(1)
    """)
    told = result.reports[0].split("\n")
    assert told[:2] == ["GenServer #PID<0.101.0> terminating", "** (ArgumentError) no"]
    assert told[-2:] == ['Last message: {:"$gen_cast", :go}', "State: [1, 2]"]


def test_logger_writes_to_standard_error_with_the_virtual_time(capsys):
    ran("""
        require Logger
        Process.sleep(1500)
        Logger.info("later")
        Logger.configure(level: :error)
        Logger.warning("not said")
        Logger.error(fn -> "lazily" end)
    """)
    assert capsys.readouterr().err == "\n00:00:01.500 [info] later\n\n00:00:01.500 [error] lazily\n"


def test_the_clock_is_the_virtual_one():
    result = ran("""
        Process.sleep(3_600_000)
        IO.inspect(System.monotonic_time(:second))
        IO.inspect(:erlang.monotonic_time(:millisecond))
    """)
    assert result.output == "3600\n3600000\n"


def test_unseeded_numbers_are_the_same_for_the_same_seed_of_the_run():
    code = "IO.inspect(for _ <- 1..5, do: :rand.uniform(1000))"
    assert ran(code, seed=1).output == ran(code, seed=1).output != ran(code, seed=2).output


def test_http_requests_reach_the_routes_of_the_files_head():
    result = ran("""\
        # http: https://api.test/users/:id -> 200 in 20ms "Ann"
        # http: POST https://api.test/users -> 201
        # http: https://api.test/down -> :econnrefused
        {:ok, r} = HTTPoison.get("https://api.test/users/1")
        IO.inspect({r.status_code, r.body, System.monotonic_time(:millisecond)})
        {:ok, %HTTPoison.Response{status_code: s}} = HTTPoison.post("https://api.test/users", "x")
        IO.inspect(s)
        IO.inspect(HTTPoison.get("https://api.test/down"))
    """)
    assert result.output == '{200, "Ann", 20}\n201\n{:error, %HTTPoison.Error{id: nil, reason: :econnrefused}}\n'


def test_without_routes_there_is_no_httpoison():
    result = ran('HTTPoison.get("https://api.test")')
    assert "HTTPoison.get/1" in result.kernel.main_banner
    assert not result.ok


def test_events_carry_the_line_of_the_program():
    result = ran("pid = spawn(fn ->\n  receive do\n    x -> x\n  end\nend)\nsend(pid, :hi)\nIO.puts(\"done\")\n")
    lines = {type(event).__name__: event.line for event in result.trace if getattr(event, "line", None)}
    assert (lines["Spawn"], lines["Send"], lines["Output"]) == (1, 6, 7)


def test_halting_ends_the_run_where_it_is_called():
    result = ran('spawn(fn -> Process.sleep(10); IO.puts("never") end)\nIO.puts("a")\nSystem.halt(3)\nIO.puts("b")')
    assert (result.output, result.status, result.ended) == ("a\n", 3, "halted")


def test_a_link_ends_the_main_process_as_elixir_tells_it():
    result = ran("spawn_link(fn -> exit(:boom) end)\nProcess.sleep(5)")
    assert result.kernel.main_banner == "** (EXIT from #PID<0.100.0>) :boom"
