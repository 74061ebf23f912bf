{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "a38109d67f49bd8e86ba7437305b4074e5388d95bc89ddcda07f5e055102e709",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "a38109d67f49bd8e86ba7437305b4074e5388d95bc89ddcda07f5e055102e709",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T16:32:02+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "09mhHbMgIbV9EceJDyE0RW38wMwEsJ983xfB4W4aw2e8a2j3a81tpd11MaMLu5Xp0cdcvVKt9XL83yUnVmH/Dw=="
}
