"""The command line: run, server, demo, doctor, verify, pack, law, export."""
