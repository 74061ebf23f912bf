{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "1dc38035815ab826182b43968b8cf16d52db767624021ba53499eff4ec536dd9",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "1dc38035815ab826182b43968b8cf16d52db767624021ba53499eff4ec536dd9",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T10:57:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "zr4rs2f3oxyJCXvUqQWEXYsvEnA7Z0VgQN9+GGGyG9ySVDM2gUzl2mbT+S9fQDJEaKYNtb0/VH86eNNkrnDeDA=="
}
