"""What lies outside of a program: files and the environment, which are part of its run."""
