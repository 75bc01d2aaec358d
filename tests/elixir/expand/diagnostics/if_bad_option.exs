if true, foo: 1
