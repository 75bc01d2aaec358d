# What a stack trace has besides file and line: of raise, of :erlang.error with arguments, of binaries.
defmodule Failed do
  defexception [:message]
end

defmodule Failing do
  def text(x), do: raise("no #{x}")
  def module(_), do: raise(Failed)
  def with_fields(x), do: raise(Failed, message: "#{x}")
  def value(x), do: raise(x)
  def error(x), do: :erlang.error({:bad, x})
  def error_of(x), do: :erlang.error({:bad, x}, [x, 2])
  def told(x), do: :erlang.error(:badarg, [x], error_info: %{module: Failing, cause: :mine})
  def join(x), do: "a" <> x
  def character(x), do: <<x::utf8>>
  def number(x), do: <<x::16>>
  def part(x), do: <<x::binary-size(9)>>
  def thrown(x), do: throw(x)
  def left(x), do: exit(x)

  def again(x) do
    raise "again #{x}"
  rescue
    e -> reraise e, __STACKTRACE__
  end

  def format_error(_, _), do: %{}
end

names = ~w(text module with_fields value error error_of told join character number part thrown left again)a

for name <- names, x <- [-1, "ab"] do
  try do
    IO.inspect({name, apply(Failing, name, [x])})
  catch
    kind, reason -> IO.inspect({name, kind, reason, hd(__STACKTRACE__)})
  end
end
