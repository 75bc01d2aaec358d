"""Values: operators on them, bits, data, texts, and how what can be enumerated is walked."""
