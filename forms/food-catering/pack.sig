{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "bfcc56d9c8e59ce1654003539a505bfc373fa138b4a4377b870b89e25be32b00",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "bfcc56d9c8e59ce1654003539a505bfc373fa138b4a4377b870b89e25be32b00",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T19:29:36+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "iiV/TmNxLBFp5MNamuHDa/cCF7nOJm86LWby7X8mddVn0eQQVUawe8J5TKg0aZpDjeHRUjpl2liaDhlVt849CA=="
}
