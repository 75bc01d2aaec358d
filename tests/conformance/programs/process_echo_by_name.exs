# Servers that answer by a protocol of tuples; an unknown message is told.
defmodule Calc do
  def start do
    Process.register(spawn(fn -> loop(0) end), __MODULE__)
  end

  def add(x), do: send(__MODULE__, {:add, x})
  def mul(x), do: send(__MODULE__, {:mul, x})
  def sub(x), do: send(__MODULE__, {:sub, x})
  def div(x), do: send(__MODULE__, {:div, x})

  def value do
    send(__MODULE__, {:value, self()})
    receive do: ({:response, value} -> value)
  end

  defp loop(current) do
    new =
      receive do
        {:value, caller} ->
          send(caller, {:response, current})
          current

        {:add, x} -> current + x
        {:sub, x} -> current - x
        {:mul, x} -> current * x
        {:div, x} -> current / x

        invalid ->
          IO.puts("invalid request #{inspect(invalid)}")
          current
      end

    loop(new)
  end
end

Calc.start()
Calc.add(10)
Calc.sub(5)
Calc.mul(3)
Calc.div(5)
IO.inspect(Calc.value())
send(Calc, {:unknown, 1})
IO.inspect(Calc.value())
