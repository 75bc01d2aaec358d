defmodule Cfg do
  defstruct [:a]
end
defmodule UseCfg do
  @cfg %Cfg{a: 1}
  @default %{timeout: 5000, list: [1, 2]}
  def cfg, do: @cfg
  def d, do: @default.timeout
  def m(%{timeout: t} \\ @default), do: t
end
IO.inspect({UseCfg.cfg(), UseCfg.d(), UseCfg.m()})
