# A todo list: struct, server, printing.
defmodule Todo do
  defstruct next: 1, entries: %{}
  def new, do: %Todo{}

  def add(%Todo{next: id} = todo, text) do
    %Todo{todo | next: id + 1, entries: Map.put(todo.entries, id, %{id: id, text: text, done: false})}
  end

  def finish(todo, id), do: put_in(todo.entries[id].done, true)
  def open(todo), do: for({_, %{done: false} = e} <- todo.entries, do: e.text)

  def show(todo) do
    for {id, e} <- Enum.sort(todo.entries) do
      mark = if e.done, do: "x", else: " "
      "[#{mark}] #{id} #{e.text}"
    end
    |> Enum.join("\n")
  end
end

defmodule TodoServer do
  use GenServer
  def start_link, do: GenServer.start_link(__MODULE__, nil, name: __MODULE__)
  def add(text), do: GenServer.cast(__MODULE__, {:add, text})
  def finish(id), do: GenServer.cast(__MODULE__, {:finish, id})
  def show, do: GenServer.call(__MODULE__, :show)
  def open, do: GenServer.call(__MODULE__, :open)
  def init(_), do: {:ok, Todo.new()}
  def handle_cast({:add, t}, todo), do: {:noreply, Todo.add(todo, t)}
  def handle_cast({:finish, id}, todo), do: {:noreply, Todo.finish(todo, id)}
  def handle_call(:show, _, todo), do: {:reply, Todo.show(todo), todo}
  def handle_call(:open, _, todo), do: {:reply, Todo.open(todo), todo}
end

TodoServer.start_link()
Enum.each(["milk", "bread", "tea"], &TodoServer.add/1)
TodoServer.finish(2)
IO.puts(TodoServer.show())
IO.inspect(TodoServer.open())
