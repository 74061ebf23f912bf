{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "8dadb44f38815f70b357ce7780ceae2887b0d4a4dcc41a1eadf660f96af724ff",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "8dadb44f38815f70b357ce7780ceae2887b0d4a4dcc41a1eadf660f96af724ff",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T16:43:09+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "uOGqs5bt2auP/fw/ZotTomcC6zBr7Zki9VLe2gW21VrpZA/EpeEuhukX1cVivq3D7yef1wDqXj97q4utnA9qBw=="
}
