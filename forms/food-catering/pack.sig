{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "de3b35ebe208f800bb3a60ea72611049aa7acbe2c80ba8ebf3302cdb342fd82d",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "de3b35ebe208f800bb3a60ea72611049aa7acbe2c80ba8ebf3302cdb342fd82d",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T23:40:37+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "GSzqMCVKYKWjfrHXPgssGy4kjkd1rHgLS78jBsJAY/HT4gyW2KF6jN0565GYVRedmcjqg0mmjVtZpCuZv48BDw=="
}
