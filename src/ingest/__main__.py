"""The command `ingest`, also as `python -m ingest`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Load the command and run it."""
    # What is loaded stays: to look for unreachable objects among it would take a part of the start. The command itself has
    # them looked for.
    gc.disable()
    from ingest import cli

    code = cli.main()
    gc.freeze()  # nor at the end, where the system takes everything back
    return code


if __name__ == "__main__":
    sys.exit(main())
