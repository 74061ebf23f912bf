{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "51dd2fbc09ab6a63959786e7129829c05a89aa859f155175771999fa9730dd95",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "51dd2fbc09ab6a63959786e7129829c05a89aa859f155175771999fa9730dd95",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T20:20:41+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "tA21tuF5A5qlcZfoqp497o7kSq60N3Hgk9Do3Ay9PxQkU8v2IHgPWq7JchX+bn9tYMKa6f8JboTaIgcv2gyvDw=="
}
