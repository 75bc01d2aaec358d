# It is warned of a catch that stands before a rescue, in each form that has both.
defmodule Both do
  def tried do
    try do
      raise "x"
    catch
      :throw, x -> x
    rescue
      e -> e
    end
  end

  def whole do
    raise "x"
  catch
    x -> x
  rescue
    e -> e
  after
    1
  end

  defp own do
    throw(1)
  catch
    x -> {:caught, x}
  else
    x -> x
  rescue
    e -> e
  end

  def call, do: own()

  def right do
    raise "x"
  rescue
    e -> e
  catch
    x -> x
  end
end

IO.inspect(Both.tried())
IO.inspect(Both.whole())
IO.inspect(Both.call())
IO.inspect(Both.right())

f = fn ->
  try do
    1
  catch
    _ -> 2
  rescue
    _ -> 3
  end
end

IO.inspect(f.())
