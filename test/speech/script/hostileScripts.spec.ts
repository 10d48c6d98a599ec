import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScript } from '@mondwerk/speech';

describe('an enemy gains nothing', () => {
  const read = async (bytes: string): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'mondwerk-enemy-'));
    try {
      await writeFile(join(folder, 'x.ttml'), bytes);
      await readScript(join(folder, 'x.ttml'));
      return 'read';
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await rm(folder, { recursive: true });
    }
  };
  const tt = (inside: string): string => `<tt xmlns="http://www.w3.org/ns/ttml"><body>${inside}</body></tt>`;
  test.each([
    [
      '200 000 elements inside each other',
      tt('<div>'.repeat(200_000) + '</div>'.repeat(200_000)),
      'script-xml',
    ],
    ['a million elements', tt('<p/>'.repeat(1_000_000)), 'script-xml'],
    [
      'an entity of the system',
      `<!DOCTYPE tt [<!ENTITY x SYSTEM "file:///etc/passwd">]>${tt('<p begin="1s" end="2s">&x;</p>')}`,
      'script-xml',
    ],
    ['a million opening signs', '<'.repeat(1_000_000), 'script-xml'],
    ['5 MB of one attribute', `<tt a="${' '.repeat(5e6)}"/>`, 'script-xml'],
    ['CDATA full of opening signs', tt(`<p><![CDATA[${'<'.repeat(5e6)}]]></p>`), 'script-xml'],
    [
      'styles that refer to each other in a ring',
      `<tt xmlns="http://www.w3.org/ns/ttml"><head><styling><style xml:id="a" style="b a"/><style xml:id="b" style="a b"/></styling></head><body><div><p begin="1s" end="2s" style="a">Round.</p></div></body></tt>`,
      'read',
    ],
    [
      'names of attributes that objects have already',
      tt('<div><p begin="1s" end="2s" __proto__="x" constructor="y">Plain.</p></div>'),
      'script-xml',
    ],
    ['21 MB', 'x'.repeat(21e6), 'script-not-text'],
    ['5 MB in one row', 'x '.repeat(2.5e6), 'read'],
    ['a row of arrows', `${'00:00:01,000 '.repeat(500_000)}-->`, 'script-times'],
    ['a million quotation marks', `start,end,text\n1,2,${'"'.repeat(999_999)}`, 'script-table'],
    ['a million colons', `A${':'.repeat(1_000_000)}`, 'script-empty'],
    ['a million brackets', '[('.repeat(1_000_000), 'script-empty'],
    ['a million rows', '\n'.repeat(1_000_000), 'script-empty'],
    ['a million beginnings of tags', '<i '.repeat(1_000_000), 'script-xml'],
    [
      '100 000 namespaces',
      `<tt ${Array.from({ length: 100_000 }, (_, at) => `xmlns:a${at}="x"`).join(' ')}/>`,
      'script-xml',
    ],
    [
      '50 000 texts of one event',
      `<tt xmlns="http://www.w3.org/ns/ttml" xmlns:d="http://www.w3.org/ns/ttml/profile/dapt#metadata" d:scriptType="preRecording"><body><div>${'<p>a</p>'.repeat(50_000)}</div></body></tt>`,
      'read',
    ],
    ['300 000 tags', `1\n00:00:01,000 --> 00:00:02,000\n${'<i>'.repeat(300_000)}deep`, 'read'],
  ])(
    '%s',
    async (_, content, code) => {
      expect(await read(content)).toBe(code);
    },
    30_000,
  );
});
