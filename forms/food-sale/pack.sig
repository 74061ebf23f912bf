{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "6024e639437863977eb035ad963c492de569bc9aa4f2d6d8197c20402adf16d3",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "6024e639437863977eb035ad963c492de569bc9aa4f2d6d8197c20402adf16d3",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:09:17+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "sh/pmb1UmR3haoio4Ave7IBgvoUU+Yw8gaYaEVIkflZJrju+0Nb3fboC3JUlboTTZUrKLG00AL0yTvdG3leTCQ=="
}
