import { SHARED } from './independent.ts';
import { measureReplacement } from './measureReplacement.ts';
import { drawnCase, filmedCases } from './replaceCase.ts';

const filmed = filmedCases();
for (const each of [await drawnCase(), ...filmed]) await measureReplacement(each);
if (filmed.length === 0) console.log(`Kitchen and garden were left out: they are not in ${SHARED}.`);
