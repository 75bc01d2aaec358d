defmodule Sleepers do
  def sleeper(parent) do
    Process.sleep(1)
    send(parent, :done)
  end

  def wait(0), do: :ok

  def wait(count) do
    receive do
      :done -> wait(count - 1)
    end
  end

  def main(count) do
    parent = self()
    for _ <- 1..count, do: spawn(fn -> sleeper(parent) end)
    wait(count)
  end
end

[count] = System.argv()
{microseconds, _} = :timer.tc(Sleepers, :main, [String.to_integer(count)])
IO.puts(microseconds)
