defmodule Logged.MixProject do
  use Mix.Project
  def project, do: [app: :logged, version: "0.1.0", elixir: "~> 1.14"]
  def application, do: [extra_applications: [:logger], mod: {Logged, []}]
end
