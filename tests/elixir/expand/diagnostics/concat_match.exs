"a" <> x <> "b" = "aab"
