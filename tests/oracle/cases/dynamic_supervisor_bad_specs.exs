# What a dynamic supervisor says of each child specification that cannot be.
defmodule W do
  def init, do: :ignore
end

defmodule Main do
  def main do
    good = %{id: :c, start: {W, :init, []}}

    specs = [
      %{id: :c},
      %{start: {W, :init, []}},
      %{id: :c, start: W},
      %{id: :c, start: {W, :init}},
      %{id: :c, start: {W, :init, 1}},
      %{id: :c, start: {1, :init, []}},
      Map.put(good, :shutdown, -1),
      Map.put(good, :shutdown, :soon),
      Map.put(good, :shutdown, 1.5),
      Map.put(good, :restart, :x),
      Map.put(good, :modules, :x),
      Map.put(good, :modules, ["x"]),
      Map.put(good, :significant, true),
      Map.put(good, :significant, 1),
      {:id, {W, :init, []}, :sometimes, 5000, :worker, [W]}
    ]

    {:ok, sup} = DynamicSupervisor.start_link(strategy: :one_for_one)
    for spec <- specs, do: IO.inspect(DynamicSupervisor.start_child(sup, spec))
  end
end

Main.main()
