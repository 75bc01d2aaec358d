1.foo()
