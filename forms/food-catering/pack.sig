{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "397c8d8a3a917f5e3441245673994af239af58eb402d059da1a8f7198c1dc4e8",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "397c8d8a3a917f5e3441245673994af239af58eb402d059da1a8f7198c1dc4e8",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T14:11:02+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "okL/QCV/NEQm2G459uo/qy88IHFElD4kiQXmnCWo1m+6XnXYRoQ0b8NauuHdxzVlS8fcm965QC3ahl5ttY0ECg=="
}
