# What eval_file of Code answers, and its fetch_docs of a module of a script.
File.write!("code_x.exs", "x = 1 + 1\n{x, __ENV__.file == Path.expand(\"code_x.exs\"), __ENV__.line}")
IO.inspect(Code.eval_file("code_x.exs"))
IO.inspect(Code.eval_file("code_x.exs", "."))
IO.inspect(Code.eval_file("code_x.exs", nil))
IO.inspect(Code.eval_file(Path.expand("code_x.exs"), "elsewhere"))
for step <- [fn -> Code.eval_file("nope.exs") end, fn -> Code.eval_file("nope.exs", "elsewhere") end, fn -> Code.compile_file("nope.exs") end, fn -> Code.require_file("nope.exs") end] do
  try do
    step.()
  rescue
    e -> IO.inspect({e.__struct__, Path.basename(e.file), String.replace(Exception.message(e), File.cwd!(), "."), e.reason})
  end
end
File.write!("code_y.exs", "raise \"oops\"")
try do
  Code.eval_file("code_y.exs")
rescue
  e -> IO.inspect(e)
end
File.write!("code_z.exs", "defmodule Zed do\n  def a, do: 1\nend\n{:done, Zed.a()}")
IO.inspect(Code.eval_file("code_z.exs"))
IO.inspect(Zed.a())
File.write!("code_w.exs", "1 +")
try do
  Code.eval_file("code_w.exs")
rescue
  e -> IO.inspect(e.__struct__)
end
Enum.each(["code_x.exs", "code_y.exs", "code_z.exs", "code_w.exs"], &File.rm!/1)
defmodule Told do
  @moduledoc "Told."
  @doc "It is."
  def f, do: 1
end
IO.inspect({Told.f(), Code.fetch_docs(Told), Code.fetch_docs(Nope), Code.fetch_docs("nope.beam")})
try do
  Code.fetch_docs(1)
rescue
  e -> IO.inspect(e.__struct__)
end
