:foo.()
