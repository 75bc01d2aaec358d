# What templates of EEx say: values, expressions with templates in them, assigns, functions made of templates.
defmodule Page do
  require EEx
  EEx.function_from_string(:def, :greet, "Hello <%= name %><%= mark() %>", [:name])
  EEx.function_from_string(:def, :list, "<%= for item <- items do %>- <%= item %>\n<% end %>", [:items])
  EEx.function_from_string(:def, :fixed, "nothing but text")
  EEx.function_from_string(:defp, :hidden, "<%= @title %>!", [:assigns], line: 40)
  def shown(title), do: hidden(title: title)
  @source "<%= a + b %>"
  EEx.function_from_string(:def, :sum, @source, [:a, :b])
  defp mark, do: "!"
end

IO.inspect({Page.greet("Ann"), Page.list([1, 2]), Page.fixed(), Page.shown("T"), Page.sum(1, 2)})
IO.inspect(function_exported?(Page, :hidden, 1))

IO.inspect(EEx.eval_string("a <%= x %>", x: 1))
IO.inspect(EEx.eval_string("plain"))
IO.inspect(EEx.eval_string("a <%= @x %>", assigns: [x: 1]))
IO.inspect(EEx.eval_string("<%= @x[:y] %> and <%= inspect(@x) %>", assigns: %{x: %{y: 2}}))
IO.inspect(EEx.eval_string("<% x = 2 %><%= x %>"))
IO.inspect(EEx.eval_string("<%= if a do %>yes<% else %>no<% end %>", a: false))
IO.inspect(EEx.eval_string("<%= if a do %>\n <%= a %>\n<% end %>|", a: nil))
IO.inspect(EEx.eval_string("<%= [1,\n 2] |> Enum.map(fn a -> %><%= a %>;<% end) %><%!-- c <%= 1 %> --%>|<%%= 1 %>%>"))
IO.inspect(EEx.eval_string("<%= case a do %> <% 1 -> %>one<% _ -> %>more<% end %>", a: 1))
IO.inspect(EEx.eval_string("<%= cond do %>\n<% a == 2 -> %>two<% true -> %>other<% end %>", a: 2))
IO.inspect(EEx.eval_string("<%= for i <- 1..2 do %><%= for j <- 1..2 do %>(<%= i %>,<%= j %>)<% end %>\n<% end %>"))
IO.inspect(EEx.eval_string("<%= try do %><%= raise \"x\" %><% rescue e -> %>caught <%= e.message %><% end %>") |> is_binary())
IO.inspect(EEx.eval_string("é<%# a comment %>ü <%= :atom %> <%= nil %> <%= 'chars' %> <%= 1.5 %>"))

for code <- ["<%= @x %><% @y %>", "", "a\n<%= if 1 do %>\n <%= x %>\n<% end %>", "<% a %><%= b %><%= c %>\n"] do
  IO.inspect(EEx.compile_string(code, line: 7, file: "f.eex"))
end

for code <- ["<%= a ", "\n<%= if true do %>", "<% end %>", " <% else %>", "<%!-- a", "<%= 1 + %>"] do
  try do
    EEx.eval_string(code)
  rescue
    e in EEx.SyntaxError -> IO.inspect({e, Exception.message(e)})
    e -> IO.inspect(e.__struct__)
  end
end

try do
  EEx.eval_string("<%= raise \"no\" %>")
rescue
  e -> IO.inspect(e)
end

File.write!("page.eex", "from <%= who %>")
IO.inspect(EEx.eval_file("page.eex", who: "a file"))
IO.inspect(EEx.compile_file("page.eex"))
File.rm!("page.eex")
