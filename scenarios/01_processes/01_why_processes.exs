# Why processes: the same work one after the other, then all at once
#
# Three operations take one second each. Done one after the other they take three seconds; each done by a
# process of its own, one. Look at the picture: first the operations stand below each other, then side by side.
#
# An operation here only waits, as one does that asks a disk or the network. The Python twin lets it compute
# (proc.work), so that the number of schedulers matters there.
#
# Try: simulator run why_processes.exs
#      simulator diagram why_processes.exs -o why_processes.png
# view_at: 3500ms

defmodule Work do
  def expensive_operation, do: Process.sleep(1000)

  def one_after_the_other(operations) do
    Enum.each(1..operations, fn _ -> expensive_operation() end)
  end

  def all_at_once(operations) do
    caller = self()

    for _ <- 1..operations do
      spawn(fn ->
        expensive_operation()
        send(caller, :done)
      end)
    end

    for _ <- 1..operations do
      receive do
        :done -> :ok
      end
    end
  end
end

Work.one_after_the_other(3)
halfway = System.monotonic_time(:millisecond)
IO.puts("One after the other: #{halfway} ms")

Work.all_at_once(3)
IO.puts("All at once: #{System.monotonic_time(:millisecond) - halfway} ms")
