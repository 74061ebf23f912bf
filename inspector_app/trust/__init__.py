"""Ed25519 signing and verification, and secrets over the system's keyring."""
