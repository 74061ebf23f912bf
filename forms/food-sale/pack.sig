{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "7fc91dc6d9a42044d547279842117783cd9a9885e236d2a78cb931c29741e856",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "7fc91dc6d9a42044d547279842117783cd9a9885e236d2a78cb931c29741e856",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:34:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "Ch4f8zXpGRZu/5DIW7L2YhN5Q5fXrq6nB8NDL8wKlTsUl6lDYsvOtS7uh/kxfOV903/PO7Feq8VNV0r6hBkODQ=="
}
