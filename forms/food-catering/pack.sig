{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "b816f19a2d93051d1716b1c0885cdb3c75717b57d0b3d9b606c3d6c636112c5a",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "b816f19a2d93051d1716b1c0885cdb3c75717b57d0b3d9b606c3d6c636112c5a",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T16:17:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "B+DbuNqB9aoWRyRgT+SrbckEzBS0E22088Xejq2AhEJzFLxh8Z/lhsTMRl3lloyaa5gs9WnEKEyPoISZlfnvCg=="
}
