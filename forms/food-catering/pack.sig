{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "d1bdfdae78566fc46f2456d6787e0ff3b83e4afc576d6ab4b2c17ed5272c68ef",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "d1bdfdae78566fc46f2456d6787e0ff3b83e4afc576d6ab4b2c17ed5272c68ef",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T14:31:43+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "2xoDMTBBmBg29Jt64Dxu6hgFMWwjxB/vnwNOv0UCtTdWGdEbh+4BCKr2YUWs7T+476UEtYQ5xrCK5FU1x//kBA=="
}
