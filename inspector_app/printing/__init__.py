"""From finished PDF to paper on thermal printers: raster, printer language, transport, spool.

The system's own printers are driven by Qt and so live in ``gui``.
"""
