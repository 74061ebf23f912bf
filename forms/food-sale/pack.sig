{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "28af6b6f3416e6b1bd6a031f084fca0e9e983ac6f90df46fe830aa5d8aac0e4b",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "28af6b6f3416e6b1bd6a031f084fca0e9e983ac6f90df46fe830aa5d8aac0e4b",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T15:43:18+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "JI4g4EPoyadl65v9YhMsfn5Ot6EEKz+gSspqH83EouBa375tw7hSLTcnsXv2FBAPZ8NWUrJNVT5N4tE405N7Cw=="
}
