{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "44931769af8675051770c2c143dad3ad837b3a8d1d7542c0b1f62cbc5a402035",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "44931769af8675051770c2c143dad3ad837b3a8d1d7542c0b1f62cbc5a402035",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:25:44+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "3eYe0rNwAHbZTJbaHkuIESUqx8ScwEyKsl00DzHtceOezvpRmmY5wxpI/IRT73Am7gQgY2L1+kchPKwAhuuOCg=="
}
