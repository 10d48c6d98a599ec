import { expect, test } from 'vitest';
import { sayWords } from './say.ts';

/** Words as dictionaries give them, without tones. */
const words: Readonly<Record<string, string>> = {
  สวัสดีครับ: 's a w a t d iː kʰ r a p',
  ผมชื่อจอห์น: 'pʰ o m tɕʰ ɯː tɕ ɔː n',
  ขอบคุณ: 'kʰ ɔː p kʰ u n',
  ไม่เป็นไร: 'm a j p e n r a j',
  อยากกลับบ้าน: 'j aː k k l a p b aː n',
  เธอมาก่อน: 'tʰ ɤː m aː k ɔː n',
  เพราะเมื่อวาน: 'pʰ r ɔ m ɯə w aː n',
  โรงเรียน: 'r oː ŋ r iə n',
  ใครอยู่ที่นี่: 'kʰ r a j j uː tʰ iː n iː',
  เดี๋ยวก็รู้: 'd iə w k ɔː r uː',
  ธรรมดา: 'tʰ a m d aː',
  ทราบแล้ว: 's aː p l ɛː w',
  กล้วยด้วย: 'k l uə j d uə j',
};

test.each(Object.entries(words))('%s', async (written, phones) => {
  const [said] = await sayWords('th', [written]);
  expect(said.flatMap((word) => word.phones).join(' ')).toBe(phones);
  for (const { word, phones: own } of said) expect(own.length, word).toBeGreaterThan(0);
});
