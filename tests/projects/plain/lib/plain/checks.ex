defmodule Plain.Checks do
  defmacro positive!(value) do
    text = Macro.to_string(value)

    quote do
      unless unquote(value) > 0, do: raise(ArgumentError, unquote(text) <> " must be positive")
    end
  end
end
