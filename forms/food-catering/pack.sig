{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "13d65f209b1722de9589ad2dc7bad1c6664b4089975bfc9fe87a1cd799ab5c86",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "13d65f209b1722de9589ad2dc7bad1c6664b4089975bfc9fe87a1cd799ab5c86",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T16:43:08+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "Ul1qXH2FNM0t5jVZ7taUBXap96vbdWLErI+GTfXGzSdDTzdgILe9n76QnoXcXkcyi8mMSRchujCTGWbGSZU0CQ=="
}
