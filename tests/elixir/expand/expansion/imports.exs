defmodule Util do
  def double(x), do: x * 2
  def triple(x), do: x * 3
end
defmodule UsesImport do
  import Util, only: [double: 1]
  import Enum, except: [map: 2]
  import Kernel, except: [length: 1]
  def length(x), do: {:mine, count(x)}
  def run, do: {double(2), length([1]), sum([1, 2]), Util.triple(1)}
end
IO.inspect(UsesImport.run())
