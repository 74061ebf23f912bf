{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {},
  "digest": "951871c71139aa761b4af614399d2b59a817163ab8bc29c0e94755cb7b8c26e0",
  "files": {
   "compiled.json": "951871c71139aa761b4af614399d2b59a817163ab8bc29c0e94755cb7b8c26e0",
   "documents/correction-order.yaml": "24a00d7a21f62d951cd05c8ab7612cfcca7cf97e2ed74eeb14af7baa2bd7d449",
   "documents/onsite-record.yaml": "e772f7f05e65d18f10e2e27eb591a19b929d4eff4dcb3610d1ffa5192d5759a7",
   "documents/result-record.yaml": "5f01b2f5a763b09e3563d4d90f21f00285b3cece243c2df111c3224ddff8a6f9",
   "documents/service-receipt.yaml": "8a78f29f10468d50ca466b89aa8a7e6483ee7e74cb12cc3a19f5d912ea0e92c8",
   "gradings/three-grades.yaml": "db80f8650072e2481a197d8c3dccfe80e216f90d265b47fca38aac7ab588f3fc",
   "grounds/01-national-lists.yaml": "f24d22837157bb3cf4f6f9bf573f38705a243cc10eb43d6754e38de53bb2c42b",
   "items/01-licence.yaml": "c4e90a915b78e6bc7f5f814bdf7d2532b164e8c44bc7fda88ac0263ffec25abc",
   "items/02-purchase.yaml": "0a4473aaf4de78a9486ae6f5eb781afe9c1c4c27c00e70e25a932324ded1ee50",
   "items/03-staff.yaml": "4e51e24bb51778eea8a410aafca9a3b849bac5ad6475660a2e693e77232b014c",
   "items/04-premises.yaml": "138a5afa1f8a8ab3ca088c4bcffd5e89ea80cae1afd32005f17acff9e0b37791",
   "items/05-management.yaml": "0568af4e63d106e796d55d0d573e832c5cad2bc29f340eafa1c839ebc00c8a46",
   "notices/visit-notice.yaml": "23c82a6dbe83b4ccb6ca788c981e079bbc4935563d3d44e8dcbb25107448958d",
   "pack.yaml": "7eb9836b9398c186f062a1c72ee6385ec7e696e042d80545e4552d394b3d2b0b",
   "parameters.yaml": "2cadee825342cdeaa1573ad35560bab2f087bb674b15504799b8a384a31c94e0",
   "violations/01-licence.yaml": "da8648577bbb72c75216d6dc900624b464e77bfa80494702e9f6954008c79c35",
   "violations/02-food.yaml": "19d324c42d13e46073101ea0390d483962393f0706e9b98f99c9b23e42cc914d",
   "violations/03-label.yaml": "3e8257faa6dd7a9ebae2ab24c238c64230e2c346160d3f9ebcf30746fab08110",
   "violations/04-process.yaml": "8b0ef5792d13ef37ddc7ac8b38c146fd2c2b65aca9c2e86af5f751af48ec5297",
   "violations/05-special.yaml": "8d979d6506485451cafa1099bf69fec3d47da54544b40bb21a9c6cd9a7fbf822",
   "violations/06-market.yaml": "a3965586a0c784b0f7d3c7485b506e3f0636b61dc287249b818d48d44e1a540a"
  },
  "id": "food-common",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T23:40:37+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "bQ0jE6wlzAWJbEHu21+Usce0sNrioKKh/ZLNmtICVYiwm3+lgifQv5AAHSYLq8ZohxtuwSNQS8oSr1Wp+nqOBw=="
}
