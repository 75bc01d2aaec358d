"""What ExUnit's macros expand to, in Elixir; ``unquote(name)`` stands for what the macro fills in.

Source of the semantics: ExUnit of Elixir 1.14.
"""

from __future__ import annotations

from typing import Final

TEMPLATES: Final = {
    "ExUnit use": """
import ExUnit.Callbacks
import ExUnit.Assertions
import ExUnit.DocTest
import ExUnit.Case, only: [describe: 2, test: 1, test: 2, test: 3]
ExUnit.Case.__register__(__MODULE__, unquote(async))
""",
    "ExUnit template": """
import ExUnit.Callbacks
import ExUnit.Assertions
import ExUnit.CaseTemplate
""",
    "ExUnit end": "def __ex_unit__(), do: unquote(told)",
    "ExUnit setup": "def unquote(name)(context), do: unquote(called)",
    "ExUnit operator": """
left = unquote(left)
right = unquote(right)
if unquote(test), do: unquote(whether), else: ExUnit.Assertions.__compared__(unquote(told), left, right)
""",
    "ExUnit value": """
value = unquote(value)
if value, do: value, else: ExUnit.Assertions.__falsy__(value, unquote(told), unquote(args))
""",
    "ExUnit no value": """
value = unquote(value)
if value, do: ExUnit.Assertions.__truthy__(value, unquote(told), unquote(args)), else: value
""",
    "ExUnit match": """
right = unquote(right)
unquote(bound) =
  case right do
    unquote(left) -> unquote(bound)
    _ -> ExUnit.Assertions.__no_match__(right, unquote(told), unquote(pinned))
  end
if right, do: right, else: ExUnit.Assertions.__falsy__(right, unquote(told), nil)
""",
    "ExUnit match?": """
right = unquote(right)
case right do
  unquote(left) -> unquote(matching)
  _ -> unquote(other)
end
""",
    "ExUnit matched": "ExUnit.Assertions.__match__(right, unquote(told), unquote(pinned))",
    "ExUnit unmatched": "ExUnit.Assertions.__no_match__(right, unquote(told), unquote(pinned))",
    "ExUnit receive": """
timeout = ExUnit.Assertions.__timeout__(unquote(timeout), unquote(kind))
{received, unquote(bound)} =
  receive do
    unquote(clause) -> {received, unquote(bound)}
  after
    timeout -> ExUnit.Assertions.__not_received__(timeout, unquote(told), unquote(pinned), unquote(message))
  end
received
""",
    "ExUnit no receive": """
timeout = ExUnit.Assertions.__timeout__(unquote(timeout), unquote(kind))
receive do
  unquote(clause) -> ExUnit.Assertions.__received__(received, unquote(told), unquote(message))
after
  timeout -> false
end
""",
    "ExUnit catch": """
case (try do
        _ = unquote(expression)
        :nothing
      catch
        unquote(kind), caught -> {:caught, caught}
      end) do
  {:caught, caught} -> caught
  :nothing -> ExUnit.Assertions.flunk(unquote(message))
end
""",
}
