{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "019d1cb4a5dac565ba21929de0bd3a67758784e9bb7266b7097888dce64d97ae",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "019d1cb4a5dac565ba21929de0bd3a67758784e9bb7266b7097888dce64d97ae",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:58:55+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "COH9B61Vk3gjejReo72QVbng5bo4pFQtgMpe4GoNg1YE+VRQ8mH5gCvvRl4Zbyk2Kd7kjGKEssSFm0GP1PM+BA=="
}
