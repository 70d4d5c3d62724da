"""The commands of `ingest`: one module a command (or a few close ones), each with `add(commands)`.

`add` declares the command's arguments on the subparsers it is given and sets `run`, a function that takes the parsed
arguments and returns the exit code.
"""
