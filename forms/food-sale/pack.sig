{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "b92fe618353dda80d73a8dda41c272125acaf604437d6b2e7c8c379e1c444e59",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "b92fe618353dda80d73a8dda41c272125acaf604437d6b2e7c8c379e1c444e59",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T07:00:56+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "JPhWAfKuxcCGMhUr9EQhL/f80r8Ijr0srOQATcjb5egT3SInO59eey1JZF+S+n0FUGqBpcwJ+kzexbKct8DRAw=="
}
