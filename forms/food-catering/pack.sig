{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "6ebb2f02b02ee2a9457fc47fef79d83dd88f23c0e38a92787ec7556d55f492ae",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "6ebb2f02b02ee2a9457fc47fef79d83dd88f23c0e38a92787ec7556d55f492ae",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T09:10:09+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "vm5WePNa79JCKxHAFZ1qi9NRwxYxzM2zI5ztIoIbjkeovqT4MSD/9C6H1DwuLtRw05MPWEuqyS/A2swoL6OyDg=="
}
