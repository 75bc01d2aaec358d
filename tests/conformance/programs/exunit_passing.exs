ExUnit.start(seed: 0)

defmodule Stack do
  def new, do: []
  def push(stack, item), do: [item | stack]
  def pop([item | rest]), do: {item, rest}
  def pop([]), do: :empty
end

defmodule StackTest do
  use ExUnit.Case

  test "a new stack is empty" do
    assert Stack.new() == []
    assert Stack.pop(Stack.new()) == :empty
  end

  test "the last in is the first out" do
    stack = Stack.new() |> Stack.push(1) |> Stack.push(2)
    assert {2, rest} = Stack.pop(stack)
    assert {1, []} = Stack.pop(rest)
    refute rest == []
  end

  test "the context tells of the test", context do
    assert context.test == :"test the context tells of the test"
    assert context.module == StackTest
    assert context.line == 24
    assert context[:nothing] == nil
  end
end
