ExUnit.start(seed: 0)

defmodule Crash do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_cast(:die, _), do: raise("no")
  def handle_cast({:stop, why}, x), do: {:stop, why, x}
end

defmodule CaptureReportsTest do
  use ExUnit.Case
  import ExUnit.CaptureLog

  defp log_of(name, message) do
    capture_log(fn ->
      {:ok, pid} = GenServer.start(Crash, 1, name: name)
      ref = Process.monitor(pid)
      GenServer.cast(pid, message)
      assert_receive {:DOWN, ^ref, _, _, _}
      Process.sleep(10)
    end)
  end

  test "a server with a name of :global" do
    assert log_of({:via, :global, :z}, :die) =~ "GenServer :z terminating"
    assert log_of({:global, :y}, {:stop, :bad}) =~ "GenServer :y terminating"
  end

  test "a local name, and what it ended of" do
    log = log_of(:here, {:stop, {:odd, 1}})
    assert log =~ "GenServer :here terminating"
    assert log =~ "** (stop) {:odd, 1}"
    assert log =~ "State: 1"
    assert log_of(:here, {:stop, :normal}) == ""
  end

  test "a task and a plain process" do
    assert capture_log(fn -> Task.start(fn -> raise "oops" end); Process.sleep(20) end) =~ "(RuntimeError) oops"
    assert capture_log(fn -> spawn(fn -> raise "plain" end); Process.sleep(20) end) =~ "(RuntimeError) plain"
  end
end
