"""``python -m inspector_app.server``: the server by itself, without the application."""

import sys

from inspector_app.server.command import main

sys.exit(main(sys.argv[1:]))
