"""Virtual time: the clock, who works on which scheduler, how long a signal travels."""
