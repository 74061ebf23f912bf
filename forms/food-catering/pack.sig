{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "b66377d9c61df4fbe35c217894f4f0e1a24c40d0aa7f73cbab343177258ca9be",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "b66377d9c61df4fbe35c217894f4f0e1a24c40d0aa7f73cbab343177258ca9be",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T10:57:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "5EyjnQJ8sJhpMRUP+fE5T4K7xPD4WFDFjxdJ2vAyNUfKYxh7hfTa+hf9nnZ/Vic6t8gb3gAwTzb1PY+ZQdm5CQ=="
}
