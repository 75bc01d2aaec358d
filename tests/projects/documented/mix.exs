defmodule Documented.MixProject do
  use Mix.Project

  def project do
    [
      app: :documented,
      version: "0.1.0",
      elixir: "~> 1.14",
      deps: deps()
    ]
  end

  def application do
    [extra_applications: [:logger]]
  end

  defp deps do
    []
  end
end
