{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "0.1"
  },
  "digest": "a6c7dc20f261669d5354361983179389d0642dd5ee48742ef92b15749d657fcc",
  "files": {
   "checklists/catering.yaml": "e168da5964be190224371a5164923f78d33c799b6d3c5188dbe594a3e7fefcbc",
   "compiled.json": "a6c7dc20f261669d5354361983179389d0642dd5ee48742ef92b15749d657fcc",
   "pack.yaml": "0dd6fd240538c770d87622bcde033aea02735c2290468f048531260adb2b6913"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T06:16:19+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "0.1"
 },
 "signature": "Yok/Ul0y3b7aPKoYB5VwjYDrteQNWE3SVxyOYy7nKyhYl/G4FfpxtFaSI/eI6OgPCJRTIXWW6BbfKGqkiKhlDw=="
}
