# A match that fails ends the program.
{:ok, value} = {:ok, 1}
IO.inspect(value)
{:ok, _} = {:error, :enoent}
