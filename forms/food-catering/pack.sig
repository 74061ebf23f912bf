{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "cecd4fc55ab508002bf700a956ea70e36e39fab566a21c127627bc314bc1bc53",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "cecd4fc55ab508002bf700a956ea70e36e39fab566a21c127627bc314bc1bc53",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T07:53:20+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "dV82iE1j+52oJAXob2StXxjlBKBN8Ly0jefha711fiDUqmZ26xeVGOiJcEQqX7RLCCEl7Xj9qpnhPAW4tU3OAA=="
}
