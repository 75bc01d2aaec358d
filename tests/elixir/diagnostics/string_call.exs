"abc".length()
