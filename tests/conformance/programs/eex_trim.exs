# What trim does to the blanks around the tags of a template of EEx.
for s <- ["a\n  <% y = 2 %>  \nb", "a\n  <%= 2 %>  \nb", "a <%= 2 %>\nb", "a\n <%= 2 %> b", "<%= 2 %>\n\n\n  b", "a\n\n\n  <%= 2 %>", "\n<% x %>\n", "x\n<% x %>\n<% x %>\ny", "a\n  <%# c %>  \n b", "a\t\n\t<% x %>\t\n\tb", "a\n<%= if true do %>\n  x\n<% else %>\n y\n<% end %>\nb\n", "  <% x %>  ", "  <%= 1 %>  x", "a  <% x %>  \n  \n  b", "a\r\n  <%= 1 %>\r\n b", "a\n <%% x %>\n b", "a\n <%!-- x --%>\n b", "<%= 1 %><%= 2 %>\n\nb", "q\n<%= 1 %> \n  <%= 2 %>\n", "", "\n\n", "  a  \n", "a\n <% x %> <% x %> \n b", "<%= 2 %>\n  \n \n  b"] do
  IO.inspect({s, EEx.eval_string(s, [x: 0], trim: true)})
end
for s <- ["a \n  \n  <%= 2 %>\n \n b", " \n <%= 2 %> \n ", "a\r\n\r\n  <%= 1 %>\r\n\r\n b", "<% x %> x\n \n <% x %> \n\n <% x %>", "a\n\n <% x %>\n\n\n <% x %>\n\n", "\n\n a <%= 2 %>", "<%= 2 %> b \n\n", "<% x %>  <%= 2 %>  <%# c %>  ", " <%% \n <%= 1 %> \n <%% ", "a\v\n\f<%= 1 %>\f\n\vb", "<%# c %>\n\nb", "<%# c %>\n", "\n <%!-- x --%>\n\n", "a\n<%# c %>\n\n<%= 2 %>", "a\n <%= if true do %> \n x \n <% end %> \n"] do
  IO.inspect({s, EEx.eval_string(s, [x: 0], trim: true)})
end
for s <- ["\n\n <%% x", "<% x %> <%% x", "<% x %> \n\n <%% x", " <%% x", "a <%% x", "<%# c %>  <%% ", " <%% \n  <%% y", " <%% \n\n <%= 1 %>","<%%  <%% x", "<%%\n\n <%% x"] do
  IO.inspect({s, EEx.eval_string(s, [x: 0], trim: true)})
end
IO.inspect(EEx.compile_string("\n<% a %>\n", trim: true))
IO.inspect(EEx.eval_string(" <% x %> ", [x: 0], trim: false))
