const arrays = { Float32Array, Float64Array, Uint8Array, Uint16Array, Int32Array, BigInt64Array };

type ArrayName = keyof typeof arrays;

type Tagged = { readonly $: 'bigint' | 'map' | ArrayName; readonly value: unknown };

/** Writes a value as JSON; typed arrays, maps and big integers, which JSON lacks, become tagged objects. */
export const encodeArtifact = (value: unknown): string => JSON.stringify(value, (_, part) => tag(part));

/** Reads what `encodeArtifact` wrote. @throws SyntaxError when the text is not whole. */
export const decodeArtifact = (text: string): unknown =>
  JSON.parse(text, (_, part) => (isTagged(part) ? untag(part) : part));

function tag(value: unknown): unknown {
  if (typeof value === 'bigint') return { $: 'bigint', value: String(value) };
  if (value instanceof Map) return { $: 'map', value: [...value] };
  if (!ArrayBuffer.isView(value) || !(value.constructor.name in arrays)) return value;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return { $: value.constructor.name, value: bytes.toString('base64') };
}

function untag({ $: name, value }: Tagged): unknown {
  if (name === 'bigint') return BigInt(String(value));
  if (name === 'map') return new Map(value as [unknown, unknown][]);
  const bytes = Uint8Array.from(Buffer.from(String(value), 'base64'));
  return new arrays[name](bytes.buffer);
}

function isTagged(value: unknown): value is Tagged {
  return typeof value === 'object' && value !== null && '$' in value && 'value' in value;
}
