/** The seller that the credentials belong to. */
export const seller = {
  id: 5623,
  /** Of whoever made the credentials. */
  userId: 12,
  uuid: '6c1d5e0a-7b0e-4f6b-9a51-2f4f0a7c5623',
  srcId: 'AU5623',
  shortCode: 'AU1062Q',
  name: 'Cedar & Salt',
  companyName: 'Cedar & Salt Pty Ltd',
  email: 'marketplace@cedar-salt.example',
  /** 2019-03-04 in Sydney. */
  createdAt: Date.UTC(2019, 2, 3, 23, 15),
  updatedAt: Date.UTC(2026, 1, 11, 4, 30),
} as const;
