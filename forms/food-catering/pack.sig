{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "0.2"
  },
  "digest": "3e91eff45e6581f55dc69375faf1d3f212cb0add57577a6d7857022cae25506c",
  "files": {
   "checklists/catering.yaml": "01f7a5e9ac4a83fa894a6ed67cf5058c04e0a0ea916dc996ece649ce73aa67b1",
   "compiled.json": "3e91eff45e6581f55dc69375faf1d3f212cb0add57577a6d7857022cae25506c",
   "pack.yaml": "2a8be9e1a6cf459d0139f21cedfd6c51b6692af2ccb498fac2d60eb8e3767420"
  },
  "id": "food-catering",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T06:38:57+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "0.2"
 },
 "signature": "iRR5//viqgFmG9Hg1H3iuKAKqbUDfKB7TUttuJxapniP4cd3KIPGR4jgpwTMIEHSqcby28po8D/tA8BAR/pQAg=="
}
