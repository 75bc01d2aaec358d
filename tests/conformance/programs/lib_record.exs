# Records: made, read, changed, matched, as a keyword list; private ones, with tags and defaults of their own.
defmodule Shop do
  require Record
  Record.defrecordp(:item, name: nil, count: 0)
  Record.defrecord(:box, [:width, height: 2, tags: [:a], opts: %{x: 1}])
  Record.defrecord(:user, :"the user", name: "n", age: 1 + 1)
  @fields [x: 1, y: 2]
  Record.defrecord(:point, @fields)

  def new(name), do: item(name: name)
  def more(item(count: n) = it, by), do: item(it, count: n + by, name: "more")
  def count(it), do: item(it, :count)
  def index, do: {item(:count), box(:opts)}
  def all(it), do: item(it)
  def is?(it), do: {Record.is_record(it), Record.is_record(it, :item)}
  def guarded(it) when Record.is_record(it, :box), do: :box
  def guarded(it) when Record.is_record(it), do: :other
  def guarded(_), do: :none
end

defmodule Run do
  require Shop
  import Shop, only: [point: 0, point: 1, point: 2]

  def go do
    it = Shop.new("pen")
    IO.inspect({it, Shop.more(it, 3), Shop.count(Shop.more(it, 3)), Shop.index(), Shop.all(it)})
    IO.inspect({Shop.box(width: 1), Shop.box(), Shop.user(), Shop.user(age: 5)})
    IO.inspect({point(), point(y: 5), point(point(), x: 7), point(point(), :y), point(_: 0)})
    Shop.box(width: w) = Shop.box(width: 3, height: 4)
    IO.inspect(w)
    IO.inspect({Shop.is?(it), Shop.is?({1}), Shop.is?(:x)})
    IO.inspect({Shop.guarded(Shop.box()), Shop.guarded(it), Shop.guarded({}), Shop.guarded(5)})
    p = point(x: 9)
    IO.inspect(point(p))
    IO.inspect(try do Shop.all({:other, 1}) rescue e -> e.message end)
    IO.inspect(case p do
      point(x: 1) -> :one
      point(x: x, y: 2) -> {:x, x}
    end)
  end
end

Run.go()
