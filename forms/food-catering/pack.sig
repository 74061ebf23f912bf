{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "019d1cb4a5dac565ba21929de0bd3a67758784e9bb7266b7097888dce64d97ae",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "019d1cb4a5dac565ba21929de0bd3a67758784e9bb7266b7097888dce64d97ae",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T13:00:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "5LX7SpJp59ISSqNKjsz80EoKDc7VnxK6KPCyo6v/3m46uvDtaCulMlXeiV2VQu4fGOkELzA7WCDApD81ETweAA=="
}
