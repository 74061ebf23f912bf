{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {},
  "digest": "8d3003b2c6eee4354ecf906653dfee3199a2b29d91e64a77b91f50577706750e",
  "files": {
   "compiled.json": "8d3003b2c6eee4354ecf906653dfee3199a2b29d91e64a77b91f50577706750e",
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
   "pack.yaml": "76f551beff0592e3a594812b7d0687076be23475773dd322d9c73d9cc6e9b7d0",
   "parameters.yaml": "17b8a4c1c795b77e3b207dad85680531b2367b6c8abe7a58b3ce12652c7ebc97",
   "violations/01-licence.yaml": "e0b35a1dfaa6da2a4725bc576ae6ce1689b08fb97d7a1f4901905807812e8f0b",
   "violations/02-food.yaml": "acb6e63d99c55a042f4ef0bd761d7b0c8dccf628344377cffbe8b4b8acdd69d2",
   "violations/03-label.yaml": "cd399ffd39f0a8ca4daf7828984d3d25b00bcbbcf03c3a98d1c54f51369f2d18",
   "violations/04-process.yaml": "bcc81d84f49a579dc3371b6ba6090dabd5309cfc530cc1f7228d657429c0ba3e",
   "violations/05-special.yaml": "9ad517798b4ada2555a8fdc34e26722b0f45adef565ecd1ac0527333e80e431b",
   "violations/06-market.yaml": "c8ce7f67c384d3e3e87f190047d73cd0fa93e258e76a1014e64b5f6200285b4b"
  },
  "id": "food-common",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:34:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "x7njY5SwW+pOiBxxU58j+dO2/i2fnLGj/62koW3av+ZjkvGPHW6gnFp+FvggYlnYs8oqdCKbFkRNbMJ4X7i0Ag=="
}
