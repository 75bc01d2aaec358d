defmodule Opt do
  def run(a, opts \\ [], do: b), do: {a, opts, b}
end
IO.inspect(Opt.run(1, do: 2))
IO.inspect(Opt.run 1, [x: 1], do: 3)
