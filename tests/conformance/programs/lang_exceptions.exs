# Own exceptions: fields, message, exception/1.
defmodule NotFound do
  defexception [:id, message: "not found"]
end
defmodule Custom do
  defexception [:what]
  @impl true
  def message(%{what: what}), do: "custom: #{inspect(what)}"
  @impl true
  def exception(what), do: %Custom{what: what}
end
defmodule Main do
  def run do
    try do
      raise NotFound, id: 7
    rescue
      e in NotFound -> IO.inspect({e.id, Exception.message(e), e})
    end
    try do
      raise Custom, {:a, 1}
    rescue
      e -> IO.puts(Exception.message(e))
    end
    IO.inspect(Exception.exception?(%NotFound{}))
    raise Custom, "last"
  end
end

Main.run()
