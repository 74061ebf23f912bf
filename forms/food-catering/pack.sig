{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "30f72a12b2241952dfdffcf6978bc424f99ebb5fca4b8b1e876c22646ee02fce",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "30f72a12b2241952dfdffcf6978bc424f99ebb5fca4b8b1e876c22646ee02fce",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T07:00:55+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "emjf2Zx2Tx2CRPD5arBo4jegK4Dr7triW7oSJRZL//MCtCGsvCtCxR3vn5UdXSnST9XRU01ekPGTeXjg4ec5AQ=="
}
