defprotocol Size do
  @fallback_to_any true
  def size(x)
end
defimpl Size, for: Any do
  def size(_), do: :unknown
end
defimpl Size, for: BitString do
  def size(s), do: byte_size(s)
end
defprotocol Dv do
  def v(x)
end
defimpl Dv, for: Any do
  def v(_), do: :derived
end
defmodule Ds do
  @derive Dv
  defstruct [:a]
end
defmodule Hid do
  @derive {Inspect, only: [:a]}
  defstruct [:a, :b]
end
defmodule Rn do
  def run do
    IO.inspect({Size.size("abc"), Size.size(1), Dv.v(%Ds{})})
    IO.inspect(%Hid{a: 1, b: 2})
  end
end
Rn.run()
