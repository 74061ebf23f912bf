{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "8c3553da7f41a7fc650b3ad97cfc1621c8c5bc4156021f87a7a0c72f2d0a2c56",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "8c3553da7f41a7fc650b3ad97cfc1621c8c5bc4156021f87a7a0c72f2d0a2c56",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T14:23:38+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "eSBwJb3U9jEH2VjjAppMAGWCh3ZKs5HbaOX6alxBAmto8ngF0014Txx99XeJVg6MgaCYjpmskd72ojgZ/8wFDQ=="
}
