{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "2816213d81c63993967ae235ae7e927304d3721112c1aed9edd09a0f4744f672",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "2816213d81c63993967ae235ae7e927304d3721112c1aed9edd09a0f4744f672",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T16:17:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "Am2h6sXEyn0428gbtrkrWwN8ouKdEkeV6Qat4CeeoGv1RLkKnJlL04gQhITjs+ccyoGQtGp/P5CK7AA1PfDeCA=="
}
