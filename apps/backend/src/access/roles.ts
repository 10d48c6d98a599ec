/** What somebody is in their organisation. */
export const ROLES = ['administrator', 'producer', 'artist', 'reviewer', 'client'] as const;

/** One of the roles. */
export type Role = (typeof ROLES)[number];
