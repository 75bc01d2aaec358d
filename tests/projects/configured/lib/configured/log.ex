defmodule Configured.Log do
  use Agent

  def start_link(first), do: Agent.start_link(fn -> [first] end, name: __MODULE__)
  def add(entry), do: Agent.update(__MODULE__, &[entry | &1])
  def all, do: Agent.get(__MODULE__, &Enum.reverse/1)
end
