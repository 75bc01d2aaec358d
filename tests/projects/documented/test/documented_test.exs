defmodule DocumentedTest do
  use ExUnit.Case
  doctest Documented
end

defmodule SomeDocumentedTest do
  use ExUnit.Case
  doctest Documented, only: [:moduledoc, new: 1], import: true
  doctest Documented, except: [:moduledoc, wrong: 1, new: 1, value: 1]

  test "beside them" do
    assert Documented.new(1)
  end
end
