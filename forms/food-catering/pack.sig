{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "ec2904351c8ff81d557045b39269f06d7680054a32c5ee1ac4b718c737316579",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "ec2904351c8ff81d557045b39269f06d7680054a32c5ee1ac4b718c737316579",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T20:20:40+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "43TKsYXOF48AM547Ubjivv3SMzieFPm/mEqM5zw2PgndiOhwKIaSERpSgXC1vHCnHT5f3pu/2JZCWovl1UVEDA=="
}
