{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "3f7fe24ec6905b49dd95559c7acfb874b0c5f8f941e22c2ddc472efdba7d5f0a",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "3f7fe24ec6905b49dd95559c7acfb874b0c5f8f941e22c2ddc472efdba7d5f0a",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T14:23:38+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "I+vemhB0DmKl8a7sDv+QvFUjJTJWLzONm1W9VsKkO7Yp8cVI0aFvAMYmVaT6kdjp6AbcYugQgmIAxVmvk4A4Cg=="
}
