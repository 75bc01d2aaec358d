# Exit signals: who dies of which.
defmodule T do
  def try_exit(reason, trap) do
    me = self()

    pid =
      spawn(fn ->
        Process.flag(:trap_exit, trap)
        send(me, :ready)

        receive do
          {:EXIT, _, r} -> send(me, {:trapped, r})
        after
          10 -> send(me, :survived)
        end
      end)

    ref = Process.monitor(pid)
    receive do: (:ready -> :ok)
    Process.exit(pid, reason)

    receive do
      {:DOWN, ^ref, _, _, r} -> {:died, r}
      other -> other
    end
  end
end

for reason <- [:normal, :kill, :killed, :shutdown, {:x, 1}], trap <- [true, false] do
  IO.inspect({reason, trap, T.try_exit(reason, trap)})
  receive do: ({:DOWN, _, _, _, _} -> :ok), after: (0 -> :ok)
end
