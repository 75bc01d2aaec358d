# raise with a text, with a module, with a module and fields, with a struct.
defmodule MyError do
  defexception message: "my default"
end

defmodule Coded do
  defexception [:code]
  def message(%{code: code}), do: "code #{code}"
end

for raiser <- [
      fn -> raise "text" end,
      fn -> raise MyError end,
      fn -> raise MyError, message: "given" end,
      fn -> raise MyError, "short" end,
      fn -> raise ArgumentError end,
      fn -> raise ArgumentError, "bad" end,
      fn -> raise Coded, code: 7 end,
      fn -> raise %RuntimeError{message: "struct"} end
    ] do
  try do
    raiser.()
  rescue
    e -> IO.inspect({e.__struct__, Exception.message(e), Exception.exception?(e)})
  end
end

raise Coded, code: 42
