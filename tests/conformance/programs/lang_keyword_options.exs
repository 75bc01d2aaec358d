# Options as keyword lists: defaults, validation, merging.
defmodule Server do
  @defaults [port: 4000, host: "localhost"]

  def start(opts \\ []) do
    opts = Keyword.merge(@defaults, opts)
    {port, rest} = Keyword.pop(opts, :port)
    "#{opts[:host]}:#{port} #{inspect(rest)}"
  end

  def check(opts), do: Keyword.validate(opts, [:a, b: 2])
end

IO.puts(Server.start())
IO.puts(Server.start(port: 80, ssl: true))
IO.puts(Server.start([{:host, "h"}]))
IO.inspect(Server.check(a: 1))
IO.inspect(Server.check(z: 1))
IO.inspect(Keyword.get_values([a: 1, b: 2, a: 3], :a))
IO.inspect([a: 1] ++ [b: 2])
IO.inspect([{:"quoted key", 1}, {:b, 2}])
IO.inspect([{"string", 1}])
if true, do: IO.puts("inline"), else: IO.puts("never")
