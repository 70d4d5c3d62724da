"""`python -m ingest` is the command `ingest`."""

import sys

from ingest.cli import main

sys.exit(main())
