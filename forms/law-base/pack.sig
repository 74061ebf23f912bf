{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {},
  "digest": "8e28710c19935a86f6ae6f2bde016818c4fea06b8639f6e8f13d95ef98bca47a",
  "files": {
   "compiled.json": "8e28710c19935a86f6ae6f2bde016818c4fea06b8639f6e8f13d95ef98bca47a",
   "deadlines/01-case.yaml": "963e7b0b292804a839923346782afaf9166e888598fcfdfdfb2f78c13bfc1059",
   "deadlines/02-execution.yaml": "d6a6b30e133b03160f39057a36b378632f664d6ba7d6ea1b0b18c84043333b73",
   "deadlines/03-inspection.yaml": "7e93c38f01c60e153a2527e51d56180f188ac5d084ab48b8072073a2716f4fc7",
   "holidays/2024.yaml": "9dd6a4e03931f7bd1c89641be0157e6ff03802e85a936eaf8bfb19206fc21857",
   "holidays/2025.yaml": "1377d8fbbb01e0123d5f50d2602520744e395130d93797bba25385d6dfb2ed2a",
   "holidays/2026.yaml": "c9d4be2be0bce7e259995df348c884b6d13c15c3664267ce3a4cd4a8b4eed11a",
   "pack.yaml": "e9b4b0bebc92d68250bc18f93891c49ff83f3fcaea825a824966005ebb824857",
   "parameters.yaml": "96913de14eee77f6aafd46b84c2480e35a55c3577cbc832b6f2d80d11d743289"
  },
  "id": "law-base",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:41:05+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "14NP4S787YCGfddhY7s8VGV4ih/KGuVJVJXS6so0NbJznO0q3rVFg+IZOvYP6py8AEEciGDIDgp+5wZy2IXMBQ=="
}
