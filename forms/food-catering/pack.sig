{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "de97863a0a6e9a7f58494743ac08b063d2ba6bbe3e44b3b8604b3ca37cf47c16",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "de97863a0a6e9a7f58494743ac08b063d2ba6bbe3e44b3b8604b3ca37cf47c16",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T23:14:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "s5CniZsFBp7n8eYoCIj9FslSxybHo6hqU6IDgSwrS0BSmnilOCkTeLXLm7lbKAS00mnMomPjclYmiFgZzPO1Bg=="
}
