defmodule User do
  @enforce_keys [:name]
  defstruct [:name, age: 0, tags: []]
  def new(n), do: %__MODULE__{name: n}
  def birthday(%User{age: a} = u), do: %User{u | age: a + 1}
end
defmodule UseUser do
  def run do
    u = User.new("Al")
    IO.inspect(User.birthday(u))
    %User{name: n} = u
    IO.puts(n)
    %name{} = u
    IO.inspect(name)
    IO.inspect(%{u | tags: [1]})
    IO.inspect(struct(User, name: "B"))
    IO.inspect(u.age)
    IO.inspect(Map.from_struct(u))
    IO.inspect(is_struct(u, User))
  end
end
UseUser.run()
