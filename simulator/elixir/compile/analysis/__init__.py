"""What is known of a program before it is written: who may block, who is a number."""
