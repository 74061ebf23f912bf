{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {},
  "digest": "2778916086a6cea09dd84a91adb17f022d9a727f10fe27c2c2a1bf4d6648e98b",
  "files": {
   "compiled.json": "2778916086a6cea09dd84a91adb17f022d9a727f10fe27c2c2a1bf4d6648e98b",
   "documents/correction-order.yaml": "24a00d7a21f62d951cd05c8ab7612cfcca7cf97e2ed74eeb14af7baa2bd7d449",
   "documents/onsite-record.yaml": "e772f7f05e65d18f10e2e27eb591a19b929d4eff4dcb3610d1ffa5192d5759a7",
   "documents/result-record.yaml": "5f01b2f5a763b09e3563d4d90f21f00285b3cece243c2df111c3224ddff8a6f9",
   "documents/service-receipt.yaml": "8a78f29f10468d50ca466b89aa8a7e6483ee7e74cb12cc3a19f5d912ea0e92c8",
   "gradings/three-grades.yaml": "db80f8650072e2481a197d8c3dccfe80e216f90d265b47fca38aac7ab588f3fc",
   "items/01-licence.yaml": "c4e90a915b78e6bc7f5f814bdf7d2532b164e8c44bc7fda88ac0263ffec25abc",
   "items/02-purchase.yaml": "0a4473aaf4de78a9486ae6f5eb781afe9c1c4c27c00e70e25a932324ded1ee50",
   "items/03-staff.yaml": "4e51e24bb51778eea8a410aafca9a3b849bac5ad6475660a2e693e77232b014c",
   "items/04-premises.yaml": "138a5afa1f8a8ab3ca088c4bcffd5e89ea80cae1afd32005f17acff9e0b37791",
   "items/05-management.yaml": "0568af4e63d106e796d55d0d573e832c5cad2bc29f340eafa1c839ebc00c8a46",
   "notices/visit-notice.yaml": "23c82a6dbe83b4ccb6ca788c981e079bbc4935563d3d44e8dcbb25107448958d",
   "pack.yaml": "7eb9836b9398c186f062a1c72ee6385ec7e696e042d80545e4552d394b3d2b0b",
   "parameters.yaml": "17b8a4c1c795b77e3b207dad85680531b2367b6c8abe7a58b3ce12652c7ebc97",
   "violations/01-licence.yaml": "00170fc1a5e3c07900b740e4f05686e6c43576c738082e05f68abf4f1a743b72",
   "violations/02-food.yaml": "5efec0f2fa86786c8b15418c28617218ff4b201713557aec52122be07cf613e7",
   "violations/03-label.yaml": "32b5b809a355ecdcf2d2b7348bc381055b698b765c366a4f05de3600fb1e0933",
   "violations/04-process.yaml": "22fb650a20b8e167c4b4009dfaaeef7ab08fbe26656326388b021aabd7a7b8a6",
   "violations/05-special.yaml": "5e15b4eb48df35fb02ce6ba5c84e9239690f37fc089127ff5c55aeaf54f54e80",
   "violations/06-market.yaml": "80044fd5f6f78b3ed672f5526f668d2ce6e989ba63fb2d5665f866767056f8b8"
  },
  "id": "food-common",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T13:00:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "xzJyY0c1tfUWXbX+jgb+tpjK6Ow+CLuq3iN6PSi3HKhqOcy1AYQdR8ASP4Ox66MvY7zmATgvPsWY84dvURrfBg=="
}
