unless true, foo: 1
