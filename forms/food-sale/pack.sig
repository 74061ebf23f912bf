{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "0.2"
  },
  "digest": "9331831152dbb368b3ad928cfc10274bd9cdc164514b91430409f431133da85e",
  "files": {
   "checklists/sale.yaml": "32494ddd841ba0ca263869cbeddfb0150306e0a42722ccab13cc48d0c982e956",
   "compiled.json": "9331831152dbb368b3ad928cfc10274bd9cdc164514b91430409f431133da85e",
   "pack.yaml": "8e410f8676ef438a9a9ac357fb850e9935621c9e4063699d1a47ec759590877f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T06:38:58+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "0.2"
 },
 "signature": "UaEXoAbQuleKf2HMst56q2lK09Jz3b3M/bd33Pt70wK59h3mnmlCT5vv6Dx0X7WWI6cYmlbOhA6PhAwF54g0Cw=="
}
