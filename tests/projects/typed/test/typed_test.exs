defmodule TypedTest do
  use ExUnit.Case

  for module <- [Typed.First, Typed.Second, Typed.Records, TypedTest, Nope] do
    test "what #{inspect(module)} tells of its types" do
      show(unquote(module))
    end
  end

  @type in_a_test :: 1

  test "what they are as code" do
    {:ok, types} = Code.Typespec.fetch_types(Typed.Second)
    for {kind, type} <- types, do: IO.puts("@#{kind} " <> Macro.to_string(Code.Typespec.type_to_quoted(type)))
    {:ok, callbacks} = Code.Typespec.fetch_callbacks(Typed.First)
    for {{name, _}, forms} <- callbacks, form <- forms, do: IO.inspect(Code.Typespec.spec_to_quoted(name, form))
    {:ok, types} = Code.Typespec.fetch_types(Typed.First)
    IO.inspect(Enum.map(types, fn {_, type} -> Code.Typespec.type_to_quoted(type) end), limit: :infinity)
  end

  defp show(module) do
    IO.inspect(Code.Typespec.fetch_types(module), limit: :infinity)
    IO.inspect(Code.Typespec.fetch_specs(module), limit: :infinity)
    IO.inspect(Code.Typespec.fetch_callbacks(module), limit: :infinity)
  end
end
