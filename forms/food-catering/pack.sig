{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "b63190d8343f6f99209a5ae1e1bdf819b017effb249da2ebc724b409546e3f3c",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "b63190d8343f6f99209a5ae1e1bdf819b017effb249da2ebc724b409546e3f3c",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T08:03:47+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "uzIMup1MnDfiW2d7AIGTt0/wtxLloOP3zZHF11eh8QCGmxo9TpiJv2HE62eyg8t41RbbkWo7UwLlu3XIgexRAA=="
}
