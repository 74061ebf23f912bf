{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "385817ec4cf596a1d01d365b0a27969bd778847540bde8268d5c43b361763685",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "385817ec4cf596a1d01d365b0a27969bd778847540bde8268d5c43b361763685",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T08:03:47+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "uEVv6k/yKDOoh6/pSWKRajF3J7ErYbsLivmySefMG8uwzX65TCmWRq71teUgmnYE5/XA+Lis31zxoGqipmGcCg=="
}
