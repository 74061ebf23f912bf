{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "a57a4c72fb24481924f0ab74b2e5042b11327199d7441afc60a17d0e9e5c5c87",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "a57a4c72fb24481924f0ab74b2e5042b11327199d7441afc60a17d0e9e5c5c87",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T14:31:44+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "hrMwhsCz6GclOgsMfiaNvOq43u4bBrIO6kZkly59m1UxUkKTBVcPW16+QHrb9naz4KnZkDoiDc4mZrjIMP7TCw=="
}
