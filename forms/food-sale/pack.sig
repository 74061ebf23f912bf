{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "f1de3d912a50a81be1a4dbac28c645d9fce1aabcd3aa93392ce04017a2a2eb17",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "f1de3d912a50a81be1a4dbac28c645d9fce1aabcd3aa93392ce04017a2a2eb17",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T10:13:33+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "WHoJyEjaZrFoja1Kmm9CaVuVsCZ6S2lidOsD7K0A4LPde5UhNMoyYK1nVrkI5bsESc9j1R5Q8DXd2OQE00tDCA=="
}
