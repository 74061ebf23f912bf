{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "0b6ef2a78475af43b5c850c7dda3f6f8bf2c69851bd1959349c624cba8ddc95f",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "0b6ef2a78475af43b5c850c7dda3f6f8bf2c69851bd1959349c624cba8ddc95f",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T19:29:36+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "bSlDhQFgc1plcP++0kVIBYN1AW3Qkw0uS1uO6kjUivyrqkZ30IW6T+Pvlr+nBuw7/FGH6xmv4ToxVZeDppASBA=="
}
