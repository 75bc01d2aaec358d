"""What every picture is drawn with: scenes and their writers, text and its width, colours, DOT and Graphviz."""
