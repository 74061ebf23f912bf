{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "1cbac8f3f9586905fe2734728c94aaf8af1a1d76c0b9586cf416a69c0074933c",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "1cbac8f3f9586905fe2734728c94aaf8af1a1d76c0b9586cf416a69c0074933c",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T23:14:52+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "TBNchXuol9ESnWsWskIPbrsH2K7iVLRkAuNsOa95z17Os8ymldjhABgYSzBd8DWsKsEDzb2gwv33q/qNz7SnCg=="
}
