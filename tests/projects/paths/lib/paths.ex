defmodule Paths do
  use Greeter, name: "Ann"

  def env, do: {Mix.env(), Greeter.env()}
  def priv, do: File.read!(Application.app_dir(:greeter, "priv/words.txt"))
end
