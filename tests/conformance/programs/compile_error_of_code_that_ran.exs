# What code raises that runs while a module is compiled can be rescued as what it is.
defmodule Macros do
  defmacro match, do: (:ok = fail())
  defmacro key, do: raise(KeyError, key: :b, term: [])
  defmacro give_up, do: throw(:enough)
  defmacro leave, do: exit({:shutdown, :now})
  def fail, do: {:error, :nothing}
end

for name <- [:match, :key, :give_up, :leave] do
  code = """
  defmodule Broken do
    require Macros
    def run, do: Macros.#{name}()
  end
  """

  try do
    Code.eval_string(code)
  rescue
    e in [MatchError, KeyError] -> IO.inspect(e)
  catch
    kind, reason -> IO.inspect({kind, reason})
  end
end
