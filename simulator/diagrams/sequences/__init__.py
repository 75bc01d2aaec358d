"""The sequence diagram, as a picture and as Mermaid's text."""
