import type { ByteSpan } from '../storage/storage.ts';

/**
 * The part of a file that a Range header asks for; `null` for all of it, which is also the answer to several parts at
 * once and to what cannot be understood, `'outside'` when the file has no such part (RFC 9110, section 14.2).
 */
export function readRange(header: string | undefined, bytes: number): ByteSpan | null | 'outside' {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'outside' : { start: bytes - length, end: bytes };
  }
  const start = Number(first);
  const end = last === '' ? bytes : Math.min(Number(last) + 1, bytes);
  if (last !== '' && Number(last) < start) return null;
  return start < bytes ? { start, end } : 'outside';
}
