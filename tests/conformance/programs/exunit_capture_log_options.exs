# capture_log takes options of the console, and backends of one's own get what is captured, too.
ExUnit.start(seed: 0, autorun: false)
defmodule Own do
  @behaviour :gen_event
  def init(_), do: {:ok, []}
  def handle_call(:all, s), do: {:ok, Enum.reverse(s), []}
  def handle_call({:configure, _}, s), do: {:ok, :ok, s}
  def handle_event({level, _, {Logger, msg, _, _}}, s), do: {:ok, [{level, IO.chardata_to_string(msg)} | s]}
  def handle_event(_, s), do: {:ok, s}
end
defmodule CapTest do
  use ExUnit.Case, async: false
  import ExUnit.CaptureLog
  require Logger
  test "format" do
    assert capture_log([format: "$level|$message|$metadata\n", metadata: [:a, :b]], fn -> Logger.info("x", b: 2, a: 1) end) == "info|x|a=1 b=2 \n"
    assert capture_log([format: "[$level] $message\n", colors: [enabled: true]], fn -> Logger.warn("w"); Logger.error("e"); Logger.info("i", ansi_color: :blue) end) ==
      "\e[33m[warning] w\n\e[0m\e[31m[error] e\n\e[0m\e[34m[info] i\n\e[0m"
    assert capture_log([level: :error, format: "$message,"], fn -> Logger.info("no"); Logger.error("yes") end) == "yes,"
    assert capture_log([format: {CapTest, :mine}, metadata: :all], fn -> Logger.info("m", z: 1) end) == "info m 1"
    assert with_log([format: "$message"], fn -> Logger.debug("d"); :answer end) == {:answer, "d"}
  end
  def mine(level, msg, {{_, _, _}, {_, _, _, _}}, md), do: "#{level} #{msg} #{md[:z]}"
  test "nested" do
    assert {{1, inner}, outer} = with_log([format: "$message."], fn ->
      Logger.info("a")
      r = with_log([format: "<$message>"], fn -> Logger.info("b"); 1 end)
      Logger.info("c")
      r
    end)
    assert inner == "<b>"
    assert outer == "a.b.c."
  end
  test "raise" do
    assert_raise RuntimeError, "out", fn -> capture_log([format: "$message"], fn -> raise "out" end) end
    assert capture_log([format: "$message"], fn -> Logger.info("after") end) == "after"
  end
  test "backends" do
    {:ok, _} = Logger.add_backend(Own)
    assert capture_log([format: "$message,"], fn -> Logger.info("one"); Logger.error("two") end) == "one,two,"
    assert capture_log(fn -> Logger.warn("three") end) =~ "[warning] three"
    assert :gen_event.call(Logger, Own, :all) == [info: "one", error: "two", warn: "three"]
    :ok = Logger.remove_backend(Own)
    assert capture_log(fn -> Task.await(Task.async(fn -> Logger.info("in task") end)) end) =~ "in task"
  end
  test "server" do
    log = capture_log([format: "$level $message\n", metadata: [:crash_reason]], fn ->
      {:ok, pid} = Agent.start(fn -> 1 end)
      ref = Process.monitor(pid)
      Agent.cast(pid, fn _ -> raise "agent fails" end)
      assert_receive {:DOWN, ^ref, _, _, _}
    end)
    assert log =~ "error GenServer"
    assert log =~ "** (RuntimeError) agent fails"
  end
end
ExUnit.run()
