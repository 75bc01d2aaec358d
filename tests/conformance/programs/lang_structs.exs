# Structs: defaults, updates, matching, enforced keys.
defmodule User do
  defstruct name: "nobody", age: 0, tags: []
  def birthday(%User{age: age} = user), do: %User{user | age: age + 1}
end
defmodule Point do
  @enforce_keys [:x]
  defstruct [:x, y: 0]
end
defmodule Main do
  def run do
    u = %User{name: "Ada"}
    IO.inspect(u)
    IO.inspect(User.birthday(u))
    IO.inspect(u.name)
    IO.inspect(%Point{x: 1})
    IO.inspect(is_struct(u))
    IO.inspect(is_struct(u, Point))
    %name{} = u
    IO.inspect(name)
    IO.inspect(Map.from_struct(u))
    IO.inspect(struct(User, age: 7, nonsense: 1))
    try do
      struct!(User, nonsense: 1)
    rescue
      e in KeyError -> IO.puts(Exception.message(e))
    end
    try do
      u[:name]
    rescue
      e in UndefinedFunctionError -> IO.puts(Exception.message(e))
    end
  end
end

Main.run()
