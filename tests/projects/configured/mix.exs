defmodule Configured.MixProject do
  use Mix.Project

  def project do
    [
      app: :configured,
      version: "0.1.0",
      elixir: "~> 1.14",
      deps: deps()
    ]
  end

  def application do
    [
      extra_applications: [:logger],
      mod: {Configured.Application, [:argument]},
      env: [from_mix: 1, nested: [a: 1]],
      start_phases: [first: [1], second: []],
      registered: [Configured.Supervisor]
    ]
  end

  defp deps do
    []
  end
end
