{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "4789591ac8b830ddfcdd137d7ec4e158003203e3897db09c4adb9894e14d915e",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "4789591ac8b830ddfcdd137d7ec4e158003203e3897db09c4adb9894e14d915e",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:14:55+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "uLA6pypGQDtaajqZuzZuAjBRBEP50b9DY4lPN0fO+Eq6gN2bHT6Uj4SqnlIiXfPwZto7D3OGgOtFhX7yrY50DA=="
}
