{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {},
  "digest": "4d3d8e222f32bbb6dc97c9e8bdba27cecdafd0d75b4ae64c298f276ee4b96258",
  "files": {
   "compiled.json": "4d3d8e222f32bbb6dc97c9e8bdba27cecdafd0d75b4ae64c298f276ee4b96258",
   "deadlines/01-case.yaml": "eccb57978e65cfd7a39636a3dd6639a22da5b573e65e2c514cfe1935e39e1c84",
   "deadlines/02-execution.yaml": "27469fa18e6f00eb8d2289ee77f3c1cd5a9242d5d7d7718a533bca2c0e3cbc7d",
   "deadlines/03-inspection.yaml": "cb616515b523fd9dc853f6d3684f0b893def8edac7053a071a263013f2f61bd2",
   "discretion/national.yaml": "064bc963776b6db55e50841b046176d0f1377f7865e5def5fbe4ffea9c1e8802",
   "gate/01-inspection.yaml": "17f9709b751e8c7b8eb12c50ebbc94afbdc2a0a57c4de14326819b11e7ec73da",
   "gate/02-papers.yaml": "2d53889e8ecd4ca0b4359c90d3a2d2120e94f4b8f840ad84ddb06dcbf0d98448",
   "gate/03-investigation.yaml": "c3b7915b7a19e56b4320d36ecc7e857a8f73218aa9b12fa9e7f92c73b95b2c25",
   "gate/04-procedure.yaml": "8bd1c1eb140b95c70a0e2f755f28f835c1de088c9c9a864a87ea6159bec7de47",
   "gate/05-decision.yaml": "52f188c45b5463cc216b084c2bdf567dd4393f83fc0cf3bfd9cac199a8aea1f7",
   "gate/06-performance.yaml": "f0a0c124e236eee17ebf96fab3fade2b0873a60464ce84d1a34b8161afafdb9a",
   "gate/07-texts.yaml": "71feb8dd9240c5a99e3fe022eb676d69f37ca4aa10b10b1a7fa51ec96c7a3cf3",
   "grounds/01-penalty-law.yaml": "6e4dbc1f22e030973679e3d9d3855e37f82cdb6c6f8cb48b536c46592743253e",
   "grounds/02-food.yaml": "a57dc0cb80b41b10fc57302374d546da3a9c2f0e93af7cce125671d27ddc0bbd",
   "grounds/03-other-laws.yaml": "214f2a6232467c6af4c85116a4628d5e721bcd3069b59df505da1208abdb7da5",
   "grounds/04-national-lists.yaml": "ad79a286d7ebef08bc2a36e10c568f8952227310fc9ea9f3bdab25167728bcae",
   "holidays/2024.yaml": "9dd6a4e03931f7bd1c89641be0157e6ff03802e85a936eaf8bfb19206fc21857",
   "holidays/2025.yaml": "1377d8fbbb01e0123d5f50d2602520744e395130d93797bba25385d6dfb2ed2a",
   "holidays/2026.yaml": "c9d4be2be0bce7e259995df348c884b6d13c15c3664267ce3a4cd4a8b4eed11a",
   "pack.yaml": "c4ac48a7415703d50968e358bee9cc175bb80e7af8fc157b203c2971148470f5",
   "parameters.yaml": "972aa62bd9eedf7d197f3ef41b9d1eeb471610db712f06f5faa1daefaf33ad10",
   "words/01-terms.yaml": "0c81dfe1510f42abef9fc939894e0c1634c6afd15bb1300c7f7c9868fc7f51d6",
   "words/02-private.yaml": "2f6a2de7b6c9e92d1387a8882c75ab1917580303127af011c7dfde4ed85be75b"
  },
  "id": "law-base",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-23T06:21:31+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "7ZLWUKhmAkew2Vf8Q5FMA4SweB6Yl8YzoadhsDs2T1WEC1d1X9TiE3JFVxyUfws7whnE5e8PvRiRi0EcZmgMAA=="
}
