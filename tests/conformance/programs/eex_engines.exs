# Engines of EEx of a program's own: what each part of a template tells them, and what use EEx.Engine gives.
defmodule Tr do
  @behaviour EEx.Engine
  def init(opts) do IO.inspect({:init, opts}); %{n: 0, acc: []} end
  def handle_text(s, meta, t) do IO.inspect({:text, s.n, meta, t}); %{s | n: s.n + 1, acc: [t | s.acc]} end
  def handle_expr(s, m, e) do IO.inspect({:expr, s.n, m, e}); %{s | n: s.n + 1, acc: [{m, e} | s.acc]} end
  def handle_begin(s) do IO.inspect({:begin, s.n}); %{s | n: 100, acc: []} end
  def handle_end(s) do IO.inspect({:end, s.n}); {:sub, Enum.reverse(s.acc) |> Enum.map(fn {_, e} -> e; t -> t end)} end
  def handle_body(s) do IO.inspect({:body, s.n}); Enum.reverse(s.acc) |> Enum.map(fn {_, e} -> e; t -> t end) end
end
for {t, o} <- [{"a <%= x %> b\n<% y = 1 %>", []}, {"<%= if @a do %>\n  yes <%= @b %>\n<% else %>\nno\n<% end %>", [trim: true]}, {"<%= for x <- xs, fn -> %>z<% end %>e<%/ 1 %>", []}, {"", []}, {"<%= f fn a -> %>A<% b -> %>B<% end %>", [line: 5, file: "f.eex"]}] do
  IO.inspect (try do EEx.compile_string(t, [engine: Tr, foo: 1] ++ o) rescue e -> e end)
end
defmodule Tr2 do
  @behaviour EEx.Engine
  def init(_) do  %{n: 0, acc: []} end
  def handle_text(s, meta, t) do IO.inspect({:text, s.n, meta, t}); %{s | n: s.n + 1, acc: [t | s.acc]} end
  def handle_expr(s, m, e) do IO.inspect({:expr, s.n, m, e}); %{s | n: s.n + 1, acc: [{m, e} | s.acc]} end
  def handle_begin(s) do IO.inspect({:begin, s.n}); %{s | n: 100, acc: []} end
  def handle_end(s) do IO.inspect({:end, s.n}); {:sub, Enum.reverse(s.acc) |> Enum.map(fn {_, e} -> e; t -> t end)} end
  def handle_body(s) do IO.inspect({:body, s.n}); Enum.reverse(s.acc) |> Enum.map(fn {_, e} -> e; t -> t end) end
end
EEx.compile_string("<%= case x do %> \n<% 1 -> %>one<% 2 -> %><%= y %><% end %>", [engine: Tr2])
EEx.compile_string("<%= case x do %><%# c %><%!-- d --%><% 1 -> %>one<% end %> t<%# com %> u <%% v %> w", [engine: Tr2])
EEx.compile_string("  <% x %>  \n\n  <%= y %>\n z\n", [engine: Tr2, trim: true])
IO.inspect(try do EEx.compile_string("<%/ 1 %>") rescue e -> e.message end)
defmodule Up do
  use EEx.Engine
  def handle_expr(state, "|", expr), do: super(state, "=", quote(do: String.upcase(unquote(expr))))
  def handle_expr(state, "/", expr), do: super(state, "", expr)
  def handle_expr(state, marker, expr), do: EEx.SmartEngine.handle_expr(state, marker, expr)
  def handle_text(state, meta, text), do: EEx.Engine.handle_text(state, meta, String.upcase(text))
end
IO.puts EEx.eval_string("hi <%| name %> and <%= @x %><%/ IO.puts(name) %>.<%= if true do %>yes <%| name %><% end %>", [name: "joe", assigns: [x: 5]], engine: Up)
defmodule Page do
  require EEx
  EEx.function_from_string(:def, :show, "a <%| name %>", [:name], engine: Up)
end
IO.puts Page.show("joe")
IO.inspect Up.__info__(:functions)
IO.inspect EEx.compile_string("<%= if @a do %>x<%= @b %><% else %>z<%= @c %><% end %><%= 4 %>", engine: EEx.SmartEngine)
IO.inspect EEx.Engine.handle_assign(quote do: @foo)
IO.inspect EEx.Engine.handle_assign(quote do: foo)
IO.inspect(try do EEx.Engine.handle_body(%{}) rescue e -> e end)
s = EEx.Engine.init([]) |> EEx.Engine.handle_text([], "a") |> EEx.Engine.handle_expr("=", quote(do: x))
IO.inspect s
IO.inspect EEx.Engine.handle_body(s)
