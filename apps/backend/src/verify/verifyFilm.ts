import { basename } from 'node:path';
import { probe, type Film } from '@mondwerk/media';
import { fingerprintFile } from '../pipeline/fingerprint.ts';
import type { Run } from '../pipeline/run.ts';
import { checkCopies } from './checkCopies.ts';
import { differingFacts, sameFrames } from './compareFacts.ts';
import { compareSamples } from './compareSamples.ts';
import { readProof, type Proof } from './readProof.ts';
import type { Finding, Verdict } from './verdict.ts';

/** What is to be checked against what, by path. */
export interface VerifyOrder {
  readonly source: string;
  readonly out: string;
  readonly report: string;
}

/** Codecs that give back every sample, by ffmpeg's name. */
const LOSSLESS: ReadonlySet<string> = new Set([
  'ffv1',
  'ffvhuff',
  'huffyuv',
  'utvideo',
  'magicyuv',
  'rawvideo',
  'v210',
]);

/**
 * Checks that a dub is its film outside the boxes of its report: same frames, times and format; every sample where the
 * dub is coded without loss, else how alike they are.
 * @throws Refusal when one of the three cannot be read at all.
 */
export async function verifyFilm(
  order: VerifyOrder,
  { progress, signal }: Pick<Run, 'progress' | 'signal'>,
): Promise<Verdict> {
  const proof = await readProof(order.report);
  const [source, out] = [await probe(order.source), await probe(order.out)];
  const hash = await progress.measure('hashFilm', { unit: 'films', total: 1 }, () =>
    fingerprintFile(order.source, signal),
  );
  const { stretch } = proof.report.settings;
  const known = [...proof.findings, ...otherFilm(source, proof), ...sameFrames(source, out, stretch)];
  const names = { source: basename(order.source), out: basename(order.out), report: basename(order.report) };
  const base = { ...names, frames: stretch, remarks: remarksOn(hash, out, proof) };
  if (known.some(({ code }) => INCOMPARABLE.has(code))) {
    return {
      ...{ ...base, verified: false, compared: 'none', outside: 0, parts: [], shots: [], leastAlike: null },
      findings: known,
    };
  }
  const copies = await checkCopies(source, out, proof.report);
  const exact = isLossless(out);
  const formats = exact ? otherFormat(source, out) : [];
  const samples = await progress.measure(
    'verify',
    { unit: 'frames', total: stretch.end - stretch.start },
    (meter) => compareSamples({ source, out, proof, exact: exact && formats.length === 0 }, meter, signal),
  );
  const findings = [
    ...known,
    ...differingFacts(source, out, stretch),
    ...formats,
    ...copies,
    ...samples.findings,
  ];
  const compared = exact && formats.length === 0 ? 'samples' : 'likeness';
  return { ...base, ...samples, findings, compared, verified: findings.length === 0 };
}

/** After these there are no two frames to lay on one another. */
const INCOMPARABLE: ReadonlySet<string> = new Set([
  'size',
  'frames',
  'other-film',
  'report-gaps',
  'report-boxes',
]);

const isLossless = ({ codec }: Film): boolean => LOSSLESS.has(codec);

function otherFilm({ width, height, format, pts }: Film, { report: { film } }: Proof): Finding[] {
  const same = film.width === width && film.height === height && film.frames === pts.length;
  if (same && film.format === format.name) return [];
  const sentence =
    `SOURCE is not the film of the report: that is ${film.file}, ${film.width} by ${film.height}, ` +
    `${film.frames} frames of ${film.format}.`;
  return [{ code: 'other-film', sentence }];
}

function otherFormat(source: Film, out: Film): Finding[] {
  if (source.format.name === out.format.name) return [];
  const sentence = `The format of OUT is ${out.format.name}, where it should be ${source.format.name}.`;
  return [{ code: 'format', sentence }];
}

function remarksOn(hash: string, out: Film, { report }: Proof): string[] {
  return [
    ...(hash === report.film.sha256
      ? []
      : [`SOURCE is another file than ${report.film.file} of the report, byte for byte.`]),
    ...(isLossless(out)
      ? []
      : [
          `OUT is coded with loss (${out.codec}), so its samples cannot be the film's exactly: ` +
            'what is shown is how alike they are. A dub made with --lossless can be proven.',
        ]),
  ];
}
