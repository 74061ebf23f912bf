"""The pages. Each is a package: view model in plain Python, widgets, and the page that wires them.

Kinds of record that pages announce and listen to on the change bus: ``visit`` (anything of a visit,
its documents, findings and remarks among it), ``document``, ``remark``, ``rectification``, ``task``,
``enterprise``, ``pack``, ``sync`` (what waits, what was sent), ``setting``.
"""
