{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "3c58ad4076f9cabfa89d57a821dc2926418cc5310a16a5b0275177641a3476cd",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "3c58ad4076f9cabfa89d57a821dc2926418cc5310a16a5b0275177641a3476cd",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T14:18:16+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "FGTJMq2Oz35TYvzaWUQiuYNfxSXKCOmhAGi98kTyCsqtDcmPa9B682cyVnhWr02zugXO9CGkumJ8xTJJkKPeBw=="
}
