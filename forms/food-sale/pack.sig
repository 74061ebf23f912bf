{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "69ee8bf61eda9dc53a2b8b83244bba87ca645ea7a37045f34f142388686f1389",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "69ee8bf61eda9dc53a2b8b83244bba87ca645ea7a37045f34f142388686f1389",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T10:32:15+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "wgR83FZbUJftMBhSikt1O238X5eNBp4jxMamjuOF505IEwhZRoDbwBU7HstxDNjEjXA8fw+zKVDtXwGt17YsBQ=="
}
