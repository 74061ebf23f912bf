{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "8f540c8836abbbb159479e3bfaa07fc8fe33a0660e0dcd4ed64b20195614f19a",
  "files": {
   "checklists/catering.yaml": "3d19194e15c8671b8bedea1b505d237c51b4cf8507301b10f1d28598127978de",
   "compiled.json": "8f540c8836abbbb159479e3bfaa07fc8fe33a0660e0dcd4ed64b20195614f19a",
   "pack.yaml": "4aeb18f766074e9a409d33a2f28bfa27a9d2346279ec294df35c2eacee2a379e"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:14:55+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "EzHPZ04gsfa3nxfC/503A9Oe4dIh7I/UBWI3K79ebm6fWSC7xjXsI9ex4PMMr8IHh8VG+lWA4591IIeczPcfAA=="
}
