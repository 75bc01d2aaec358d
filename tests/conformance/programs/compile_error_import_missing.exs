# An import of a module that is not there.
import Surely.Missing
IO.puts("never")
