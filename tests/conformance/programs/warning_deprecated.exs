# Deprecated functions.
IO.inspect(String.strip(" a "))
