import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import type { NetworkValue } from '@mondwerk/models';
import { FORM_NAMES, FORMS, type Form, type FormName, type Role, type Shape } from './forms.ts';

/** What a file turned out to be: its form, the side of its square, and the names of what goes in and comes out. */
export interface Recognised {
  readonly form: FormName;
  readonly size: number;
  readonly inputs: Partial<Readonly<Record<Role, string>>>;
  readonly outputs: Partial<Readonly<Record<Role, string>>>;
}

/** What a network takes and gives. */
interface Values {
  readonly inputs: readonly NetworkValue[];
  readonly outputs: readonly NetworkValue[];
}

/** The largest square that a file may ask for: more is no face. */
const LARGEST = 1024;

/**
 * Tells of which form a network is by its inputs and outputs.
 * @throws Refusal `network-unknown` when it is of none, `network-half` when its numbers are of half the precision.
 */
export function recognise(path: string, values: Values): Recognised {
  for (const name of FORM_NAMES) {
    const found = fits(FORMS[name], values);
    if (found) return { form: name, ...found };
  }
  const half = values.inputs.find(({ type }) => type === 'float16');
  if (half) {
    throw new Refusal(
      'network-half',
      `${basename(path)} takes ${half.name} in half precision, which is not supported: export it with float32 inputs and outputs.`,
    );
  }
  throw new Refusal(
    'network-unknown',
    `${basename(path)} is none of the networks that can be used: it takes ${list(values.inputs)} and gives ${list(values.outputs)}. ` +
      `Give ${FORM_NAMES.map((name) => FORMS[name].says).join('; or ')}.`,
  );
}

function fits(form: Form, values: Values): Omit<Recognised, 'form'> | undefined {
  const sizes = new Set<number>();
  const inputs = assign(form.inputs, values.inputs, form.size, sizes);
  // Every input must be fed; what comes out beside what is known is left alone.
  if (!inputs || Object.keys(inputs).length !== values.inputs.length) return undefined;
  const outputs = assign(form.outputs, values.outputs, form.size, sizes);
  if (!outputs || sizes.size > 1) return undefined;
  const size = form.size ?? [...sizes][0] ?? 0;
  return size <= LARGEST ? { size, inputs, outputs } : undefined;
}

function assign(
  shapes: Form['inputs'],
  values: readonly NetworkValue[],
  size: number | undefined,
  sizes: Set<number>,
): Record<string, string> | undefined {
  const names: Record<string, string> = {};
  for (const [role, shape] of Object.entries(shapes)) {
    const free = values.filter(({ name }) => !Object.values(names).includes(name));
    const value = free.find((each) => isOf(each, shape, size, sizes));
    if (value) names[role] = value.name;
    else if (!shape.optional) return undefined;
  }
  return names;
}

function isOf(
  { name, type, shape }: NetworkValue,
  { name: called, axes }: Shape,
  size: number | undefined,
  sizes: Set<number>,
): boolean {
  if (type !== 'float32' && type !== 'float64') return false;
  if (called !== undefined && name !== called) return false;
  if (axes === undefined) return true;
  if (shape.length !== axes.length) return false;
  const sides = shape.filter((_, i) => axes[i] === 'size');
  const wanted = size ?? sides[0];
  const fitting = axes.every((axis, i) => {
    // How many pictures at once a file often leaves open.
    if (i === 0) return shape[0] === null || shape[0] === 1;
    return axis === null || shape[i] === (axis === 'size' ? wanted : axis);
  });
  if (!fitting || (sides.length > 0 && !wanted)) return false;
  if (sides.length > 0) sizes.add(wanted as number);
  return true;
}

const list = (values: readonly NetworkValue[]): string =>
  values
    .map(({ name, shape }) => `${name} [${shape.map((length) => length ?? 'any').join(', ')}]`)
    .join(' and ') || 'nothing';
