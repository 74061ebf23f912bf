{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "a9a2ac2172c35eaace9af03d0d58ed9b0e149062c361b75f80a221bb761519d1",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "a9a2ac2172c35eaace9af03d0d58ed9b0e149062c361b75f80a221bb761519d1",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T14:18:16+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "NwjMjRCW6YMWiReY31y713kjkfrSvo4QidNOk/fIATIjs0++eonGHEHmNRnCgwR9oiRacl2Q6L0i9Yf1gt4FBQ=="
}
