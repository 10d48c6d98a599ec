import { createRequire } from 'node:module';

import { cardOf, cards, modelNotices } from '@mondwerk/models';
import { describe, expect, it } from 'vitest';

import { checkHash, readSource } from '../../libs/models/src/source.ts';

const require = createRequire(import.meta.url);

describe('model cards', () => {
  it.each(cards)('the installed files of $name are the ones on its card', async (card) => {
    await expect(readSource(card)).resolves.toBeDefined();
    const installed = require(`${card.source.package}/package.json`) as { version: string; license: string };
    expect(installed).toMatchObject({ version: card.source.version, license: card.packageLicence });
  });

  it('say where every model comes from on the page of third-party models', async () => {
    await expect(modelNotices()).toMatchFileSnapshot('../../docs/third-party-models.md');
  });

  it.each(cards)(
    'what $name allows is told only where its licence is known',
    ({ allows, originalLicence }) => {
      const known = originalLicence.startsWith('Apache-2.0');
      expect(allows).toEqual({
        commercialUse: known ? 'yes' : 'unknown',
        territory: known ? 'worldwide' : 'unknown',
      });
    },
  );

  it('refuse a file that is not the one on the card, and say how to get it back', () => {
    const card = cardOf('blazeface');
    const altered = Buffer.from('not a model');
    expect(() => checkHash('blazeface.bin', card, altered, card.source.weightsSha256)).toThrow(
      /blazeface\.bin is not the one .* install @vladmandic\/human-models@3\.0\.4 again/,
    );
  });

  it('refuse a model whose package is not installed', async () => {
    const card = cardOf('faceres');
    const elsewhere = { ...card, source: { ...card.source, package: '@mondwerk/no-such-package' } };
    await expect(readSource(elsewhere)).rejects.toMatchObject({ code: 'model-missing' });
  });
});
