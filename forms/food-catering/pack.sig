{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "206d679cfc1f7bdff22702b5d9110202526ee2ea3779fd04955a62fb790018fd",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "206d679cfc1f7bdff22702b5d9110202526ee2ea3779fd04955a62fb790018fd",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T15:43:18+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "j++tM31GJvtw2Y1wN2Vg1jad5I9hh8V9qBDGLZ6mSaFYHdNUxxD9nofqOH6YlgY7KsraYltCeLxjh7foIUS5BQ=="
}
