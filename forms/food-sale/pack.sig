{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "723b411f7921854517ac4cc3d92c5c3f42969fd364100ba8c97da8cd77877879",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "723b411f7921854517ac4cc3d92c5c3f42969fd364100ba8c97da8cd77877879",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T23:40:37+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "Fdth4NYpXv5Ktc1clLnG1u9cXryqlbPg12jau4+xbxXc6f/7OZb+WsZ0k3r41HmyzHL1Bl6Eem3zsAtQ1I/dBQ=="
}
