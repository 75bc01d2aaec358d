# Fan out and gather, with errors as values.
defmodule Fetch do
  def get(url) do
    Process.sleep(String.length(url))
    if String.contains?(url, "bad"), do: {:error, url}, else: {:ok, String.upcase(url)}
  end
end

results =
  ["http://a", "http://bad", "http://ccc"]
  |> Enum.map(&Task.async(fn -> Fetch.get(&1) end))
  |> Enum.map(&Task.await/1)

IO.inspect(results)
{ok, failed} = Enum.split_with(results, &match?({:ok, _}, &1))
IO.inspect(ok: length(ok), failed: Keyword.values(failed))
