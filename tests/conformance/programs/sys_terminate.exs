# :sys.terminate answers before the server has ended; what it ends with, and what terminate/2 does about it.
defmodule S do
  use GenServer
  def init(how), do: {:ok, how}
  def terminate(why, how) do
    IO.inspect({:terminate, why})
    case how do
      :quick -> :ok
      :slow -> Process.sleep(20)
      :throw -> throw(:away)
      :exit -> exit(:other)
    end
  end
end

defmodule Down do
  def of(ref), do: receive(do: ({:DOWN, ^ref, _, _, reason} -> short(reason)))
  defp short({:shutdown, _} = reason), do: reason
  defp short({reason, _}), do: reason
  defp short(reason), do: reason
end

for how <- [:quick, :slow, :throw, :exit], why <- [:normal, :shutdown, {:shutdown, :x}] do
  {:ok, pid} = GenServer.start(S, how)
  ref = Process.monitor(pid)
  IO.inspect({:told, :sys.terminate(pid, why)})
  IO.inspect({:down, Down.of(ref)})
end
