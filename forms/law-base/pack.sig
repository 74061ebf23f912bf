{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {},
  "digest": "8c1290e0f208f3f98a49b53786c6c62756a49bbfacdd969f675fcea9cbc41965",
  "files": {
   "compiled.json": "8c1290e0f208f3f98a49b53786c6c62756a49bbfacdd969f675fcea9cbc41965",
   "deadlines/01-case.yaml": "963e7b0b292804a839923346782afaf9166e888598fcfdfdfb2f78c13bfc1059",
   "deadlines/02-execution.yaml": "d6a6b30e133b03160f39057a36b378632f664d6ba7d6ea1b0b18c84043333b73",
   "deadlines/03-inspection.yaml": "7e93c38f01c60e153a2527e51d56180f188ac5d084ab48b8072073a2716f4fc7",
   "discretion/national.yaml": "064bc963776b6db55e50841b046176d0f1377f7865e5def5fbe4ffea9c1e8802",
   "grounds/01-penalty-law.yaml": "6e4dbc1f22e030973679e3d9d3855e37f82cdb6c6f8cb48b536c46592743253e",
   "grounds/02-food.yaml": "a57dc0cb80b41b10fc57302374d546da3a9c2f0e93af7cce125671d27ddc0bbd",
   "grounds/03-other-laws.yaml": "214f2a6232467c6af4c85116a4628d5e721bcd3069b59df505da1208abdb7da5",
   "grounds/04-national-lists.yaml": "5e5f99d49417d1c6c20e650883df19b640f65fd9f33291780e279b6a3f99b486",
   "holidays/2024.yaml": "9dd6a4e03931f7bd1c89641be0157e6ff03802e85a936eaf8bfb19206fc21857",
   "holidays/2025.yaml": "1377d8fbbb01e0123d5f50d2602520744e395130d93797bba25385d6dfb2ed2a",
   "holidays/2026.yaml": "c9d4be2be0bce7e259995df348c884b6d13c15c3664267ce3a4cd4a8b4eed11a",
   "pack.yaml": "b5717eca721db5a4863cb9f56c069c156a27e640af4a3527c65bf3d2aa8fc1b6",
   "parameters.yaml": "972aa62bd9eedf7d197f3ef41b9d1eeb471610db712f06f5faa1daefaf33ad10"
  },
  "id": "law-base",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T13:00:57+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "biKj8La/Xtm2mIWIbujpCO7tBJdNYIwwfnh5FVEpBzee2mAsgAnrtr33rYwz2z1RpJWzFHPXKLWqspGyRRerDA=="
}
