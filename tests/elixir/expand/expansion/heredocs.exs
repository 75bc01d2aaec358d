s = """
line #{1 + 1}
  indented
"""
IO.puts(s)
IO.inspect('''
chars
''')
