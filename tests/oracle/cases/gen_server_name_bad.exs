# A name that is no atom is an ArgumentError.
defmodule Server do
  use GenServer
  def init(arg), do: {:ok, arg}
end

for name <- ["server", 7, {:local, :server}] do
  try do
    GenServer.start(Server, [], name: name)
  rescue
    e in ArgumentError -> IO.puts(e.message)
  end
end
