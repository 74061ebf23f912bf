{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "81c3d7bdaf16afdd5b4ceeb2096d1f7c0708100ef1da97ab2a19a78285f08233",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "81c3d7bdaf16afdd5b4ceeb2096d1f7c0708100ef1da97ab2a19a78285f08233",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T07:53:21+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "9wMhilarvdzqC0FIASKGz/9YWgTTcE9KOunMB3EM8BFzI4lX8kYkbNB2P4Z9NKfQmO2ViioW2g/gJBl8ptj9CQ=="
}
