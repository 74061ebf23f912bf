{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "29458293870f1e95d295ab98431e7ee62e9173d5b15a3c5f0f730e6427b7f7db",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "29458293870f1e95d295ab98431e7ee62e9173d5b15a3c5f0f730e6427b7f7db",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T14:11:02+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "HtuIdf1zNr3oCXcT4dGXOeJRNGfPxLU5hHT4vJAz9DBmPJQeSDjyhe3fNzX8abplJNMpWcjsnT1EqYHdnJU/BA=="
}
