quote 1
