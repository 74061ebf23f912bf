"""PDF pages to a printer: raster, encodings, spool, transports."""
