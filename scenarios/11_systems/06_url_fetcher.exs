# The URL fetcher: all pages in the time of the slowest
#
# Each URL is fetched by a task of its own. The lines below say which hosts there are, what they answer and how
# long they take. A page that does not exist is a response, a closed port an error at once, and a host that never
# answers costs the client's patience: 5000 ms if it is told nothing else, 1000 ms in the last round.
#
# http: GET https://example.com/ -> 200 in 120ms "Example Domain"
# http: GET https://example.com/lost -> 404
# http: GET https://example.org/ -> 200 in 300ms "Example Organisation"
# http: GET https://example.net/ -> 200 in 80ms "Example Network"
# http: GET https://closed.example/ -> :econnrefused
# http: GET https://silent.example/ -> :timeout
#
# Try: simulator diagram url_fetcher.exs -o url_fetcher.png

defmodule Fetcher do
  def fetch_all(urls, patience \\ 5000) do
    start = now()
    tasks = for url <- urls, do: Task.async(fn -> fetch(url, patience) end)
    results = Task.await_many(tasks, 10_000)
    IO.puts("#{length(urls)} URLs in #{now() - start} ms")
    Enum.each(results, &IO.inspect/1)
  end

  defp fetch(url, patience) do
    case HTTPoison.get(url, [], recv_timeout: patience) do
      {:ok, %HTTPoison.Response{status_code: 200, body: body}} -> {:ok, url, body}
      {:ok, %HTTPoison.Response{status_code: code}} -> {:error, url, "Status #{code}"}
      {:error, %HTTPoison.Error{reason: reason}} -> {:error, url, reason}
    end
  end

  defp now, do: System.monotonic_time(:millisecond)
end

fine = ["https://example.com/", "https://example.org/", "https://example.net/"]
trouble = ["https://example.com/lost", "https://closed.example/"]
silent = ["https://silent.example/"]

Fetcher.fetch_all(fine)
Fetcher.fetch_all(fine ++ trouble)
Fetcher.fetch_all(fine ++ trouble ++ silent)
Fetcher.fetch_all(fine ++ trouble ++ silent, 1000)
