# The options of a suite, what is started and cleared up for a test, what is captured, what the errors of assertions say.
ExUnit.start(seed: 0, trace: true, capture_log: true, exclude: [:skipme], timeout: 5000, assert_receive_timeout: 50, refute_receive_timeout: 20, max_failures: :infinity, slowest: 0, colors: [enabled: false])
IO.inspect Enum.sort(Keyword.take(ExUnit.configuration(), [:seed, :trace, :timeout, :exclude, :include, :assert_receive_timeout, :autorun, :module_load_timeout, :stacktrace_depth, :max_failures, :slowest]))
defmodule MyServer do
  use GenServer
  def start_link(a), do: GenServer.start_link(__MODULE__, a, name: if(is_atom(a), do: a))
  def init(:bad), do: {:stop, :bad}
  def init(a), do: {:ok, a}
  def handle_call(:get, _, s), do: {:reply, s, s}
end
defmodule ATest do
  use ExUnit.Case, async: true
  import ExUnit.CaptureIO
  import ExUnit.CaptureLog
  require Logger
  setup_all do
    on_exit(fn -> IO.puts("all done") end)
    {:ok, all: 1}
  end
  setup [:one, :two]
  setup ctx do
    on_exit(:k, fn -> IO.puts("never") end)
    on_exit(:k, fn -> IO.puts("exit #{ctx.test}") end)
    on_exit(fn -> IO.puts("first") end)
    :ok
  end
  defp one(_), do: [one: 1]
  defp two(c), do: %{two: c.one + 1}
  test "ctx", c do
    assert %{all: 1, one: 1, two: 2, test: :"test ctx", module: ATest, case: ATest, describe: nil, describe_line: nil, async: true, test_type: :test, registered: %{}} = c
    IO.inspect(Map.keys(c) |> Enum.sort)
  end
  test "supervised" do
    {:ok, pid} = start_supervised({MyServer, :aa})
    assert {:error, {:duplicate_child_name, MyServer}} = start_supervised({MyServer, :bb})
    {:ok, p2} = start_supervised({MyServer, :bb}, id: :other, restart: :temporary)
    assert GenServer.call(:aa, :get) == :aa
    assert :ok = stop_supervised(:other)
    refute Process.alive?(p2)
    assert {:error, :not_found} = stop_supervised(:other)
    assert {:error, {:bad, _}} = start_supervised(%{id: :z, start: {MyServer, :start_link, [:bad]}})
    assert_raise RuntimeError, fn -> stop_supervised!(:nope) end
    assert :ok == stop_supervised!(MyServer)
    refute Process.alive?(pid)
    {:ok, sup} = ExUnit.fetch_test_supervisor()
    IO.inspect is_pid(sup)
    p3 = start_link_supervised!({MyServer, :cc})
    IO.inspect {:links, p3 in (Process.info(self(), :links) |> elem(1))}
    IO.inspect Supervisor.which_children(sup) |> Enum.map(&elem(&1, 0))
  end
  test "capture" do
    assert capture_io(fn -> IO.write("x") end) == "x"
    assert capture_io(:stderr, fn -> IO.write(:stderr, "e") end) == "e"
    assert capture_io(:stdio, "in\nput", fn -> IO.write(IO.gets("> ")); IO.write(IO.read(:line)) end) == "> in\nput"
    IO.inspect capture_io([input: "this", capture_prompt: false], fn -> IO.gets("?") |> IO.write end)
    IO.inspect with_io(fn -> IO.puts("a"); 5 end)
    IO.inspect with_io(:stderr, fn -> IO.puts(:stderr, "a"); 5 end)
    IO.inspect with_io("abc", fn -> IO.read(:all) end)
    {r, log} = with_log(fn -> Logger.error("boo"); 3 end)
    assert r == 3 and log =~ "boo"
    {r, log} = with_log([level: :error], fn -> Logger.info("boo"); 4 end)
    IO.inspect {r, log}
    assert capture_log(fn -> Logger.warn("wa") end) =~ "[warning] wa"
    assert_raise RuntimeError, fn -> capture_io(fn -> raise "x" end) end
    Process.register(self(), :me)
    assert_raise RuntimeError, ~r/./, fn -> capture_io(:nope, fn -> :ok end) |> IO.inspect end
  end
  @tag :skipme
  test "skipme" do flunk() end
  @tag skip: "why"
  test "skipped" do flunk() end
  test "messages" do
    for f <- [fn -> assert 1 == 2 end, fn -> assert %{a: 1} = %{b: 2} end, fn -> refute 1 end, fn -> flunk("f") end, fn -> assert_receive :x, 10 end, fn -> assert false, "msg" end, fn -> assert_in_delta 1, 2, 0.1 end, fn -> assert_raise ArgumentError, fn -> :ok end end] do
      e = try do f.() rescue e -> e end
      IO.inspect e.__struct__
      IO.puts Exception.message(e)
      IO.puts ExUnit.AssertionError.message(e)
      IO.inspect e.message
    end
  end
end
