# Two children of one id, and a child that cannot be, keep a supervisor from starting.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    good = %{id: :c, start: {Function, :identity, [:ignore]}}

    for children <- [[good, good], [good, %{id: :d}], [Map.put(good, :restart, :never)]] do
      IO.inspect(Supervisor.start_link(children, strategy: :one_for_one))
    end

    receive do
      message -> IO.inspect(elem(message, 2))
    end
  end
end

Main.main()
