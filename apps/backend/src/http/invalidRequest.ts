import { Refusal } from '@mondwerk/film';
import type { z } from 'zod';

/** What is wrong where in a request. */
export interface Mistake {
  readonly at: string;
  readonly message: string;
}

/** A request that does not fit its route, with every mistake in it. */
export class InvalidRequest extends Refusal {
  readonly errors: readonly Mistake[];

  constructor(errors: readonly Mistake[]) {
    const [first, ...others] = errors;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    super('request-invalid', `${first.at}: ${first.message}${more}. /openapi.json tells what is expected.`);
    this.errors = errors;
  }
}

/** Reads part of a request. @throws InvalidRequest with all that is wrong with it. */
export function readWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  part: string,
): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new InvalidRequest(
    read.error.issues.map(({ path, message }) => ({ at: [part, ...path].join('.'), message })),
  );
}
