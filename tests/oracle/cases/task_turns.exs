# A task's first turn comes after those that wait for theirs already, and after its owner's.
defmodule Main do
  def main do
    Task.await(Task.async(fn -> :loaded end))
    main = self()
    spawn(fn -> send(main, :before) end)
    tasks = for n <- 1..3, do: Task.async(fn -> send(main, n); n end)
    spawn(fn -> send(main, :after) end)
    send(main, :owner)
    replies = Task.await_many(tasks)
    Process.sleep(10)
    IO.inspect({replies, Process.info(self(), :messages)})
  end
end

Main.main()
