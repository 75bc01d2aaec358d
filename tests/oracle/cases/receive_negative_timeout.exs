# A negative timeout is an error of the process.
defmodule Main do
  def main do
    try do
      receive do :never -> :ok after Process.get(:timeout, -1) -> IO.puts("timeout") end
    rescue
      ErlangError -> IO.puts("raised")
    end
  end
end

Main.main()
