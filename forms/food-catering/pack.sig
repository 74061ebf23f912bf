{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "04fef99269ae2bff3df25868c7ab32cac91303e21356f49c271673ceebd91987",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "04fef99269ae2bff3df25868c7ab32cac91303e21356f49c271673ceebd91987",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T06:53:54+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "bOnYEoTUfcUhX8jzrFZl+TEzNnDTh2XGKRq7i8OXT7xlT3CrvOuzIJdxNv672pQ1wpw5KEMon1hu3pwzhTAxCA=="
}
