import { describe, expect, it } from 'vitest';
import { ACCESS } from '../../../apps/backend/src/access/access.ts';
import { ROLES } from '../../../apps/backend/src/access/roles.ts';
import { eventKinds } from '../../../apps/backend/src/events/eventKinds.ts';
import { routes } from '../../../apps/backend/src/routes.ts';
import { studio } from '../../../apps/dashboard/messages/studio.ts';

const missing = (keys: readonly string[]): string[] => keys.filter((key) => !(key in studio));

describe('the words of the administration', () => {
  it('know every noun, every role and every kind of event that the server knows', () => {
    expect(missing(Object.keys(ACCESS).map((noun) => `noun-${noun}`))).toEqual([]);
    expect(missing(ROLES.flatMap((role) => [`role-${role}`, `does-${role}`]))).toEqual([]);
    expect(missing(eventKinds.map((kind) => `kind-${kind.replaceAll('.', '-')}`))).toEqual([]);
  });

  it('know everything that the audit log says was done', () => {
    const changing = routes.filter(({ method, answers }) => method !== 'GET' && answers === undefined);
    expect(changing.length).toBeGreaterThan(40);
    expect(missing(changing.map(({ name }) => `did-${name.replaceAll('.', '-')}`))).toEqual([]);
  });
});
