# A struct without the keys that it must have.
defmodule Ticket do
  @enforce_keys [:id]
  defstruct [:id, :title]
  def build(fields), do: struct!(Ticket, fields)
end

IO.inspect(Ticket.build(id: 1))

try do
  Ticket.build(nope: 1, id: 2)
rescue
  e in KeyError -> IO.puts(Exception.message(e))
end

Ticket.build(title: "none")
