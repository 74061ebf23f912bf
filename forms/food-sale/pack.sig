{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {
   "food-common": "1.0"
  },
  "digest": "1ab2f489ef6355b28d4352c86477314e9935e76b8c9c38526c81ac90afd38569",
  "files": {
   "checklists/sale.yaml": "9e1ca837f5f28cea5bda1e21fb3e5a34deaf33ba9712c447051d48bb3f967782",
   "compiled.json": "1ab2f489ef6355b28d4352c86477314e9935e76b8c9c38526c81ac90afd38569",
   "pack.yaml": "cb97c624f7bfd12da811e872b373fe92bb97ebc02536714235ae74c31e353f8f"
  },
  "id": "food-sale",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T12:25:44+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "1.0"
 },
 "signature": "rJm2UVzzzbs4oCItOZSGsTKDW3mcY5SUWr2ImkdBidtFvNBPhU4owUnMTyl8gZyrgdjtLYVnwrgT77Y++UNtBg=="
}
