{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "1d881464d96a319988a1e629b77d9b8c2f757392827b84139aa50340be9a5538",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "1d881464d96a319988a1e629b77d9b8c2f757392827b84139aa50340be9a5538",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:09:17+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "ehByd3czhC1hfElCaaUwtDTFQRqaOrw0PPVHnH6jqd7IIoQqWuZSMHJrlKcR3g1UI8fZCFu/VTNoxboho/FhDw=="
}
