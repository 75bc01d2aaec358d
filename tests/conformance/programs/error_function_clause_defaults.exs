# FunctionClauseError in a function with structs and maps as patterns.
defmodule User do
  defstruct [:name, :age]
end

defmodule Greeter do
  def greet(%User{name: name, age: age}) when age >= 18, do: "Dear #{name}"
  def greet(%{name: name}, greeting), do: "#{greeting} #{name}"
  def run(u), do: greet(u)
  def make, do: struct(User, name: "Kim", age: 12)
end

Greeter.run(Greeter.make())
