/** Sizes of what is written of a guest without an account, in characters, and how many one item has. */
export const guestLimits = { nameMin: 2, nameMax: 120, organisationMax: 160, remarkMax: 500, perItem: 20 } as const;

/** Names of templates, in characters, and how many one table keeps. */
export const templateLimits = { nameMin: 2, nameMax: 80, perTable: 40 } as const;
