# Files that are loaded while the program runs know the structs and macros of those before them.
dir = System.tmp_dir!()
a = Path.join(dir, "sim_rq_a.ex")
b = Path.join(dir, "sim_rq_b.ex")
File.write!(a, "defmodule RqA do\n  defstruct [:x, y: 1]\n  defmacro twice(e), do: quote(do: {unquote(e), unquote(e)})\nend\n")
File.write!(b, "defmodule RqB do\n  require RqA\n  def get(%RqA{x: x}), do: x\n  def new(x), do: %RqA{x: x}\n  def two, do: RqA.twice(1)\nend\n")
Code.require_file(a)
Code.require_file(b)
IO.inspect(apply(RqB, :get, [apply(RqB, :new, [5])]))
IO.inspect(apply(RqB, :two, []))
{v, _} = Code.eval_string("%RqA{x: 3}.y")
IO.inspect(v)
defmodule Here do
  defstruct z: 9
end
File.write!(b, "defmodule RqC do\n  def z, do: %Here{}.z\nend\n")
Code.require_file(b)
Code.compile_file(b)
IO.inspect(apply(RqC, :z, []))
