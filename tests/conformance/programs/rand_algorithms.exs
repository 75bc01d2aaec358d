# Both algorithms of :rand give the numbers of the BEAM.
for alg <- [:exsp, :exsss], seed <- [{1, 2, 3}, 42, {123456, 7, 99999999}] do
  s = :rand.seed_s(alg, seed)
  {a, s} = :rand.uniform_s(s)
  {b, s} = :rand.uniform_s(100, s)
  {c, s} = :rand.uniform_s(1_000_000_007, s)
  {d, _} = :rand.uniform_s(s)
  IO.inspect {a, b, c, d}
end
:rand.seed(:exsp, {1, 2, 3})
IO.inspect {:rand.uniform(), :rand.uniform(10), Enum.random(1..1000), Enum.shuffle([1,2,3,4])}
