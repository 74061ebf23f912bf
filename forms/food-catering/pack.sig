{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "07e2ac64f6fa7da120aa3cea60f13d26315f125a10cda3f05d4fb5a6a2c8fd79",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "07e2ac64f6fa7da120aa3cea60f13d26315f125a10cda3f05d4fb5a6a2c8fd79",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T10:32:15+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "8zS2dK2enK1LIjNoyhJMhGqKVCX/6/tCy6cALBfRJTLL4U3gMswHEldzL35Ph1vhz/nocE5hroXVuGlvZhjYBw=="
}
