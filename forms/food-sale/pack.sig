{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "0.2"
  },
  "digest": "b5b642a439419538442a6ab005ef1c2ff7d4137026548abd9387ab16242c3891",
  "files": {
   "checklists/sale.yaml": "32494ddd841ba0ca263869cbeddfb0150306e0a42722ccab13cc48d0c982e956",
   "compiled.json": "b5b642a439419538442a6ab005ef1c2ff7d4137026548abd9387ab16242c3891",
   "pack.yaml": "8e410f8676ef438a9a9ac357fb850e9935621c9e4063699d1a47ec759590877f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T06:49:21+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "0.2"
 },
 "signature": "8e5vRzeD1Vw+i49Ec1XmcQtmLvvvfsy6Z0U53rZm/P3OKXuy5boQYZcCdYJqNgkiF3tRtW+7nKOBXTtT7DziBw=="
}
