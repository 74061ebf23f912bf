{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {},
  "digest": "d4c076675a86f4f7218be745f569fb9ab9376f8165882324170246e50cb425d5",
  "files": {
   "compiled.json": "d4c076675a86f4f7218be745f569fb9ab9376f8165882324170246e50cb425d5",
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
   "violations/01-licence.yaml": "e60b30d7d61fa34f06315fc18ba199bdc5e52181d8f52b11e2515f8084dcc974",
   "violations/02-food.yaml": "71de35eda0bf026ea93e610f815c90bfabe7619da7dc802bbcbfef9fe45107ee",
   "violations/03-label.yaml": "aa813ae444e96aa06da61924015b51e171c6559d2bfeed23ff9fe6ff804d71ec",
   "violations/04-process.yaml": "4a95cec20fa6569d7558459b82e27ea94e19d7233d7e37eff8b53c4716c3c83a",
   "violations/05-special.yaml": "9ecbded45168fb87a468c123ae7077c5f7157fcc928b1bc0857b0faa559b39cf",
   "violations/06-market.yaml": "f45b1870e241f013faee37bd5c649ed481740781820208763b7ddfaedc1c156d"
  },
  "id": "food-common",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:14:55+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "3vmsEOk8xCpnQq7agHoUbgTo+/RzhoJBHpSSTGIi6fJXILxlfgfvc8v4welPRZpaa+SZef2og38Gj3gKxj+eAA=="
}
