# A raise ends a process with {exception, stacktrace}.
defmodule Main do
  def main do
    spawn_monitor(fn -> raise "oops" end)
    receive do
      {:DOWN, _, :process, _, {error, stacktrace}} when is_list(stacktrace) -> IO.puts(Exception.message(error))
    end
  end
end

Main.main()
