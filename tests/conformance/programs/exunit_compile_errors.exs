ExUnit.start(seed: 0)
defmodule CeTest do
  use ExUnit.Case
  test "bad struct" do
    assert_raise CompileError, ~r/undefined function foo/, fn ->
      defmodule Bad1 do
        def f, do: foo(1)
      end
    end
  end
  test "arg error" do
    assert_raise ArgumentError, fn ->
      defmodule Bad2 do
        @x raise(ArgumentError, "no")
        def x, do: @x
      end
    end
  end
  test "eval" do
    assert_raise SyntaxError, fn -> Code.eval_string("a = =") end
    assert_raise TokenMissingError, fn -> Code.eval_string("foo(") end
    assert_raise CompileError, fn -> Code.eval_string("nope(1)") end
  end
  test "ok" do
    defmodule Fine do
      def f, do: 1
    end
    assert Fine.f() == 1
  end
end
