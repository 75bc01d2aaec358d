f = &nothing/1
