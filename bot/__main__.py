"""``python -m bot``: the same program as ``treatybot``."""

import sys

from bot.console.commands import main

if __name__ == "__main__":
    sys.exit(main())
