"""``python -m inspector_app.cli``: the command line where no script of that name is installed."""

import sys

from inspector_app.cli import main

sys.exit(main())
