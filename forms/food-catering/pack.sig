{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "0.2"
  },
  "digest": "d28548060e6b6ab516ea0a7b1c522b59408538d4d4302636bf7eefff8b6d8b32",
  "files": {
   "checklists/catering.yaml": "01f7a5e9ac4a83fa894a6ed67cf5058c04e0a0ea916dc996ece649ce73aa67b1",
   "compiled.json": "d28548060e6b6ab516ea0a7b1c522b59408538d4d4302636bf7eefff8b6d8b32",
   "pack.yaml": "2a8be9e1a6cf459d0139f21cedfd6c51b6692af2ccb498fac2d60eb8e3767420"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T06:49:20+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "0.2"
 },
 "signature": "kYq8meL57GkVZIg2Lbx/9exrjcUsZFkT3k/xxsK+yDWDuniTGXYn0H4MVrJV0SfYJsAVlWNXafK8e/5dfpdfAA=="
}
