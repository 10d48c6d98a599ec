import type { Permission } from './access.ts';
import type { Role } from './roles.ts';

/** Who asks for something: a person in their browser, or a program with a person's token. */
export interface Actor {
  readonly person: string;
  readonly organisation: string;
  readonly role: Role;
  readonly operator: boolean;
  readonly name: string;
  /** Whether they may do nothing yet but change the password they were lent. */
  readonly mustChangePassword: boolean;
  /** The API token that was shown, `null` in a browser's session. */
  readonly token: string | null;
  /** What the token is good for, `null` for everything that the role may do. */
  readonly scopes: readonly Permission[] | null;
}
