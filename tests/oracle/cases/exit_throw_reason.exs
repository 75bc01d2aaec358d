# A throw that nobody catches ends a process with {{:nocatch, value}, stacktrace}.
defmodule Main do
  def main do
    spawn_monitor(fn -> throw({:ball, 1}) end)
    receive do
      {:DOWN, _, :process, _, {thrown, stacktrace}} when is_list(stacktrace) -> IO.inspect(thrown)
    end
  end
end

Main.main()
