"""Lets `python -m sverka` run the program."""

import sys

from sverka.main import main

if __name__ == "__main__":
    sys.exit(main())
