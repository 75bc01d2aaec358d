defmodule Tok do
  @derive {Inspect, except: [:secret]}
  defstruct [:id, :secret]
end
defmodule RunTok do
  def run, do: IO.inspect(%Tok{id: 1, secret: "x"})
end
RunTok.run()
