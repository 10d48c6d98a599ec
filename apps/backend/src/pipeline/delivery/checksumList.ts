/** A file and the SHA-256 of what it holds, in hexadecimal. */
export interface Summed {
  readonly name: string;
  readonly sha256: string;
}

/** What the list is called, as people look for it. */
export const CHECKSUMS = 'SHA256SUMS';

/** A list that `sha256sum -c` checks, in the order of names. */
export const checksumList = (files: readonly Summed[]): string =>
  files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(lineOf)
    .join('');

/** A line that begins with a backslash tells that the name has escapes in it. */
function lineOf({ name, sha256 }: Summed): string {
  const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`;
}
