{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "2774c3800c6b2482267be338149cb6b589cac870d2911c57ef039f5177dde175",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "2774c3800c6b2482267be338149cb6b589cac870d2911c57ef039f5177dde175",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T13:00:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "NTvgObsZtii6qUtBPgkg1E38cEdrIjwY8kCrExNglR722HYklRFC37LIir+9QLi7CW+emVcNgv4f993vVQ+YAA=="
}
