{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "e0220eaa1b613f53604c1890db3c6be3485843f99cf5d350fe967b50cb042ee5",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "e0220eaa1b613f53604c1890db3c6be3485843f99cf5d350fe967b50cb042ee5",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T10:13:33+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "nfnQK7UjFezTM6yokRxhoVIIb3RMw/X/X456Z5WviDw98t6w1tlHIXKYgwMSAghNL+gnyQEfrxTzfhFSP4ZeCA=="
}
