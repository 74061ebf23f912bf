{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "0f19123428ba260afd8b3e5042e9c7bc24ad237a4dac5b6b8fe990ed93853171",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "0f19123428ba260afd8b3e5042e9c7bc24ad237a4dac5b6b8fe990ed93853171",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:34:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "rPwvuAWzn9RQcKJ24t/OxadM/YkB3eXnWqC9nqUcN9LMaUzCer1BmadGkyrmXLT1kbJ2cJAk2FH7TVNfRt/RCA=="
}
