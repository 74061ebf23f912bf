{
 "manifest": {
  "algorithm": "Ed25519",
  "depends": {},
  "digest": "49dbc5094a03a96019c072a63e33b06de27dd90fc164da78958c26da6c0e7ffe",
  "files": {
   "compiled.json": "49dbc5094a03a96019c072a63e33b06de27dd90fc164da78958c26da6c0e7ffe",
   "gradings/three-grades.yaml": "0728f359ee9f5edd6d16e6887a16810ef06a34c99b463aeafccdfbea556cc4c4",
   "notices/visit-notice.yaml": "0f0f67c7bb0b5b6b84b5deac617e312ae13c5d4c41373bb1784870e6c191c818",
   "pack.yaml": "70697914d184d31be61ffeb658d12695c0cd0b503137a98b60fd9a1ebf107a3a",
   "violations/operators.yaml": "6b8ba31c5e8f9b3046ad9f0f0ef984930b83a49dfc8f6b17819723467cc83ef5"
  },
  "id": "food-common",
  "key": "02a352f0363cec62",
  "signed_at": "2026-11-22T06:16:19+08:00",
  "valid_from": "2025-12-01",
  "valid_to": "",
  "version": "0.1"
 },
 "signature": "hh3D1J5JVcFB52blJBIT7/cEgoO1/EmC7RXxG819b7RloTr0CfwLUA4721M83q77MDdTg/XOYYrVjvnfYs2lAQ=="
}
