# with: several clauses, guards, bare expressions, else with many patterns.
defmodule Signup do
  def run(params) do
    with {:ok, name} <- fetch(params, :name),
         name = String.trim(name),
         {:ok, age} when age >= 18 <- fetch(params, :age),
         true <- String.length(name) > 1 || {:error, :short} do
      {:ok, "#{name} (#{age})"}
    else
      {:ok, age} -> {:error, {:too_young, age}}
      {:error, reason} -> {:error, reason}
      :missing -> {:error, :incomplete}
    end
  end

  defp fetch(params, key) do
    case Map.fetch(params, key) do
      {:ok, v} -> {:ok, v}
      :error -> :missing
    end
  end
end

for p <- [%{name: " Ann ", age: 20}, %{name: "Al", age: 3}, %{name: "X", age: 30}, %{age: 1}, %{}] do
  IO.inspect(Signup.run(p))
end

IO.inspect(with {:ok, a} <- {:ok, 1}, {:ok, b} <- {:error, :b}, do: a + b)
IO.inspect(with a <- 1, b = a + 1, do: {a, b})
