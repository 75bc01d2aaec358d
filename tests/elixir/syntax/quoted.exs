# Prints what Code.string_to_quoted gives for each snippet of the files named on the command line,
# as one line of JSON a snippet: {"n": [form, [line, column, other meta ...], args]} for a node,
# {"t": [a, b]} for a pair, {"a": name} for an atom, {"e": text} for an error.
# With --warnings: what it warns of, as a string.
defmodule Quoted do
  def main(["--warnings" | files]) do
    {:ok, _} = Application.ensure_all_started(:ex_unit)

    for file <- files, snippet <- String.split(File.read!(file), "#---\n") do
      IO.puts(text(ExUnit.CaptureIO.capture_io(:stderr, fn -> quoted(snippet) end)))
    end
  end

  def main(files) do
    for file <- files, snippet <- String.split(File.read!(file), "#---\n") do
      IO.puts(quoted(snippet))
    end
  end

  defp quoted(snippet) do
    case Code.string_to_quoted(snippet, columns: true, file: "case.exs") do
      {:ok, ast} -> term(ast)
      {:error, _} -> ["{\"e\":", text(error(snippet)), "}"]
    end
  end

  defp error(snippet) do
    Code.string_to_quoted!(snippet, columns: true, file: "case.exs")
  rescue
    error -> "** (" <> inspect(error.__struct__) <> ") " <> Exception.message(error)
  end

  defp term(atom) when is_atom(atom), do: ["{\"a\":", text(Atom.to_string(atom)), "}"]
  defp term(integer) when is_integer(integer), do: ["{\"i\":\"", Integer.to_string(integer), "\"}"]
  defp term(float) when is_float(float), do: ["{\"f\":\"", Float.to_string(float), "\"}"]
  defp term(list) when is_list(list), do: ["[", Enum.map_intersperse(list, ",", &term/1), "]"]
  defp term({left, right}), do: ["{\"t\":[", term(left), ",", term(right), "]}"]
  defp term({form, meta, args}), do: ["{\"n\":[", term(form), ",", meta(meta), ",", term(args), "]}"]

  defp term(binary) do
    if String.valid?(binary) do
      text(binary)
    else
      ["{\"b\":", inspect(:binary.bin_to_list(binary), charlists: :as_lists, limit: :infinity), "}"]
    end
  end

  defp meta(meta) do
    {line, meta} = Keyword.pop(meta, :line, 0)
    {column, meta} = Keyword.pop(meta, :column, 0)
    others = for {key, value} <- Enum.sort(meta), do: [",", text(Atom.to_string(key)), ",", term(value)]
    ["[", Integer.to_string(line), ",", Integer.to_string(column), others, "]"]
  end

  defp text(string), do: ["\"", for(<<code::utf8 <- string>>, do: character(code)), "\""]

  defp character(?"), do: "\\\""
  defp character(?\\), do: "\\\\"
  defp character(code) when code in 32..126, do: <<code>>
  defp character(code) when code < 0x10000, do: unit(code)
  defp character(code), do: [unit(0xD800 + div(code - 0x10000, 1024)), unit(0xDC00 + rem(code - 0x10000, 1024))]

  defp unit(code), do: ["\\u", String.pad_leading(Integer.to_string(code, 16), 4, "0")]
end

Quoted.main(System.argv())
