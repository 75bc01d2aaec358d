# :rand.uniform of ranges wider than the generator's 58 bits, powers of two and others.
for alg <- [:exsss, :exsp] do
  :rand.seed(alg, {1, 2, 3})

  for e <- [57, 58, 59, 60, 64, 100, 116, 117, 200, 1000], d <- [-1, 0, 1, 12345] do
    n = Integer.pow(2, e) + d
    IO.inspect({e, d, :rand.uniform(n), rem(:rand.uniform(n * 3), 1_000_007)})
  end

  IO.inspect(:rand.uniform(1_000_000))
end

s = :rand.seed_s(:exsss, 42)
{a, s} = :rand.uniform_s(Integer.pow(10, 40), s)
IO.inspect({a, elem(:rand.uniform_s(10, s), 0)})
IO.inspect(Enum.random(1..Integer.pow(10, 30)) in 1..Integer.pow(10, 30))
