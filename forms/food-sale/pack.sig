{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "c2ce058040b235431aa1b4fd5e1e8727ab16b8d45d3467c9be187e235879c2e7",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "c2ce058040b235431aa1b4fd5e1e8727ab16b8d45d3467c9be187e235879c2e7",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T09:10:09+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "gJTTyN+sVKpo14fT99bCU7Kgx9tCxAEvf8yMZG/zGAfTCZZ+5pfeEgYDrEF5oDNLjaDYigPRfNqjUQBUKWxzBA=="
}
