# What is given in place of a module's function and its arguments, and is none.
{:ok, supervisor} = Task.Supervisor.start_link()

tried = fn function ->
  try do
    function.()
    :accepted
  rescue
    e -> {e.__struct__, Exception.message(e) |> String.split("\n") |> hd()}
  catch
    kind, _ -> kind
  end
end

given = [{Map, :new, :no_list}, {Map, "new", []}, {"Map", :new, []}]

for {module, name, args} <- given do
  IO.inspect({module, name, args})
  IO.inspect(tried.(fn -> Task.start(module, name, args) end))
  if is_atom(module) do
    IO.inspect(tried.(fn -> Task.Supervisor.start_child(supervisor, module, name, args) end))
  end
  if module == Map and is_list(args) == false do
    IO.inspect(tried.(fn -> Task.async(module, name, args) end))
    IO.inspect(tried.(fn -> Task.start_link(module, name, args) end))
  end
end

IO.inspect(tried.(fn -> Task.async(:no_function) end))
IO.inspect(tried.(fn -> Task.start(fn _ -> :one end) end))
