send(self(), 1) = 2
