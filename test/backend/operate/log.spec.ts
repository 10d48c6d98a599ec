import { describe, expect, it } from 'vitest';
import { openLog } from '../../../apps/backend/src/operate/log.ts';
import { within } from '../../../apps/backend/src/operate/logContext.ts';

const logged = (write: (log: ReturnType<typeof openLog>) => void): string => {
  let text = '';
  write(openLog({ level: 'info', process: 'web' }, { write: (line: string) => (text += line) }));
  return text;
};

describe('the log', () => {
  it('names the request or job in whose course a line was written', () => {
    const lines = logged((log) => {
      within({ job: 'j1' }, () => within({ run: 'r1' }, () => log.info('at work')));
      log.info('idle');
    });
    const [at, idle] = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(at).toMatchObject({ level: 'info', process: 'web', job: 'j1', run: 'r1', msg: 'at work' });
    expect(idle).not.toHaveProperty('job');
  });

  it.each([
    ['a password in an address', { err: new Error('postgres://mondwerk:hunter22@db:5432/mondwerk refused') }],
    ['a bearer token', { headers: { authorization: 'Bearer hunter22hunter22' } }],
    ['a token of ours in some text', { note: 'used mw_hunter22hunter22hunter22hunter22' }],
    [
      'a field that says what it is',
      { body: { password: 'hunter22' }, deeper: { still: { secret: 'hunter22' } } },
    ],
    ['a cookie', { headers: { cookie: 'mondwerk_session=hunter22' } }],
    ['the secret of a webhook', { text: 'whsec_hunter22hunter22hunter22=' }],
  ])('does not show %s', (_, fields) => {
    expect(logged((log) => log.info(fields, 'x'))).not.toContain('hunter22');
  });
});
