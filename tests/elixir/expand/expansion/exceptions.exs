defmodule MyError do
  defexception [:code, message: "oops"]
end
defmodule Other do
  defexception [:value]
  @impl true
  def message(e), do: "value #{inspect(e.value)}"
end
defmodule Run do
  def go do
    try do
      raise MyError, code: 5
    rescue
      e in MyError -> IO.inspect(e)
    end
    try do
      raise MyError
    rescue
      e -> IO.puts(Exception.message(e))
    end
    try do
      raise Other, value: 1
    rescue
      e -> IO.puts(Exception.message(e))
    end
    try do
      raise MyError, "text"
    rescue
      e -> IO.inspect(e)
    end
  end
end
Run.go()
