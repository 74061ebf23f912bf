{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "bc4f7f88a539a6601bfe35e4274f26b82c3d317f1f6628a97bb2341d3c9cf3bd",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "bc4f7f88a539a6601bfe35e4274f26b82c3d317f1f6628a97bb2341d3c9cf3bd",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T16:32:01+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "UeSdz2mi8+Fb57Kr3iw6JJ1XRmxDmgpEnp+WYDRUM8zRtEqx7/WaATByHbLP9D5Lxgi1Eea16O6HO5bepgrpBA=="
}
