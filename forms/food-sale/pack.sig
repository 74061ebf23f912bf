{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "8eee452dbab6d0edbbc5fdeaa9a4807508bb925828441bd25bf5309490a559ae",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "8eee452dbab6d0edbbc5fdeaa9a4807508bb925828441bd25bf5309490a559ae",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T06:53:54+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "HZaIE387YIx9E10eH8gtS/3b8wrg/cRWMIpd9GcF8ly/lYI2KEzZTeauayDKJZBIWtg177j9GW/GqvjwEv1hAA=="
}
