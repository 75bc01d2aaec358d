# Tic-tac-toe: maps as boards, winning lines, printing.
defmodule Board do
  @lines [[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 4, 7], [2, 5, 8], [3, 6, 9], [1, 5, 9], [3, 5, 7]]
  def new, do: Map.new(1..9, &{&1, nil})

  def play(board, player, cell) do
    case board do
      %{^cell => nil} -> {:ok, %{board | cell => player}}
      %{^cell => _} -> {:error, :occupied}
      _ -> {:error, :out_of_range}
    end
  end

  def winner(board) do
    Enum.find_value(@lines, fn line ->
      case Enum.map(line, &board[&1]) do
        [p, p, p] when p != nil -> p
        _ -> nil
      end
    end)
  end

  def show(board) do
    1..9
    |> Enum.map(&(board[&1] || "."))
    |> Enum.chunk_every(3)
    |> Enum.map_join("\n", &Enum.join(&1, " "))
  end
end

{board, players} =
  Enum.reduce([1, 5, 2, 5, 9, 3, 12], {Board.new(), ["X", "O"]}, fn cell, {board, [p, q]} ->
    case Board.play(board, p, cell) do
      {:ok, next} -> {next, [q, p]}
      {:error, e} -> IO.inspect({p, cell, e}) && {board, [p, q]}
    end
  end)

IO.puts(Board.show(board))
IO.inspect({Board.winner(board), hd(players)})
{:ok, won} = Board.play(%{board | 3 => "X"}, "O", 7)
IO.inspect(Board.winner(won))
