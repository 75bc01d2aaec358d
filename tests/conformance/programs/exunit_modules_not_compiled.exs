# Modules that are not compiled, in a test: what is wrong with them is raised there.
ExUnit.start(seed: 0)
defmodule Guarded do
  defmacro __using__(_) do
    quote do
      @before_compile Guarded
    end
  end
  defmacro __before_compile__(env) do
    if Module.defines?(env.module, {:bad, 0}) do
      raise CompileError, description: "bad is there", file: env.file, line: env.line
    end
    nil
  end
end
defmodule CT do
  use ExUnit.Case
  test "a" do
    assert_raise CompileError, ~r/bad is there/, fn ->
      defmodule B1 do
        use Guarded
        def bad, do: 1
      end
    end
  end
  test "b" do
    assert_raise ArgumentError, "no", fn ->
      Code.eval_string("""
      defmodule B2 do
        raise ArgumentError, "no"
      end
      """)
    end
  end
  test "c" do
    e = assert_raise CompileError, fn ->
      defmodule B3 do
        def a, do: undefined_thing(1)
      end
    end
    assert e.description =~ "undefined function undefined_thing/1"
  end
end
