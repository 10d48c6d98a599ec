import { pictureName } from './drawMouths.ts';
import type { Strip } from './strip.ts';

/** What a sheet shows besides its pictures. */
export interface SheetTitle {
  /** What lies below the film's own. */
  readonly below: 'dub' | 'replacement';
  readonly source: string;
  readonly out: string;
  /** The language of the sounds, as a BCP 47 tag. */
  readonly language: string;
  /** Where the pictures lie, from the sheet. */
  readonly pictures: string;
}

/**
 * A page of all mouths and replaced faces at full size, the film's above the new ones, with their sounds below. One click lays the one over the
 * other, keys 1 to 4 enlarge them. It needs nothing but a browser.
 */
export function mouthSheet(strips: readonly Strip[], title: SheetTitle): string {
  return `<!doctype html>
<html lang="${escape(title.language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title.out)} – ${title.below === 'dub' ? 'mouths' : 'faces'}</title>
<style>${STYLE}</style>
<header>
<h1>${escape(title.out)}</h1>
<p>Above: ${escape(title.source)}. Below: the ${title.below}. Hold a picture to see the other one in its place; 1, 2, 3, 4 or the
buttons enlarge.</p>
<nav>${[1, 2, 3, 4].map((zoom) => `<button data-zoom="${zoom}">${zoom}00 %</button>`).join('')}</nav>
</header>
${strips.map((strip, at) => sectionOf(strip, at, title)).join('\n')}
<script>${SCRIPT}</script>
</html>
`;
}

function sectionOf(
  { heading, text, size, frames }: Strip,
  at: number,
  { pictures: folder, below }: SheetTitle,
): string {
  const figures = frames.map(({ frame, phones, left }, mouth) => {
    const [source, out] = (['source', 'out'] as const).map((side) => ({
      name: `${folder}/${pictureName(side, at, mouth)}`,
      alt: `frame ${frame}, ${side === 'out' ? below : 'film'}`,
    }));
    const image = ({ name, alt }: typeof source, other: string): string =>
      `<img loading="lazy" src="${escape(name)}" data-other="${escape(other)}" alt="${alt}">`;
    return (
      `<figure${left === null ? '' : ` class="left" title="${escape(left)}"`}>` +
      `${image(source, out.name)}${image(out, source.name)}` +
      `<figcaption><b>${escape(phones.join(' '))}</b><small>${frame}</small></figcaption></figure>`
    );
  });
  return (
    `<section style="--width:${size.width}px"><h2>${escape(heading)}</h2>` +
    `<p>${escape(text)}</p><div>${figures.join('')}</div></section>`
  );
}

/** Text as HTML shows it, also inside quotes. */
function escape(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => names[sign]);
}

const STYLE = `
:root { --zoom: 1; color-scheme: dark; }
body { margin: 1.5rem; background: #1b1b1d; color: #e8e6e3; font: 15px/1.45 system-ui, sans-serif; }
header { position: sticky; left: 1.5rem; max-width: 60rem; }
h1 { font-size: 1.3rem; margin: 0; }
h2 { font-size: 1rem; margin: 2rem 0 0; color: #a9a6a1; font-weight: 500; }
p { margin: .2rem 0 .6rem; }
button { margin-right: .4rem; font: inherit; }
section > div { display: flex; gap: 4px; overflow-x: auto; padding-bottom: .5rem; }
figure { margin: 0; flex: none; }
figure.left img { opacity: .45; }
img { display: block; width: calc(var(--width) * var(--zoom)); height: auto; image-rendering: pixelated; margin-bottom: 2px; cursor: pointer; }
figcaption { text-align: center; }
figcaption b { font-size: 1.2rem; font-weight: 600; }
figcaption small { display: block; color: #8d8a86; }
`;

const SCRIPT = `
const zoomTo = (zoom) => document.documentElement.style.setProperty('--zoom', zoom);
addEventListener('keydown', ({ key }) => { if ('1234'.includes(key)) zoomTo(key); });
addEventListener('click', ({ target }) => { if (target.dataset.zoom) zoomTo(target.dataset.zoom); });
const swap = (image) => { [image.src, image.dataset.other] = [image.dataset.other, image.getAttribute('src')]; };
let held;
addEventListener('pointerdown', ({ target }) => { if (target.dataset.other) swap((held = target)); });
addEventListener('pointerup', () => { if (held) swap(held); held = undefined; });
addEventListener('dragstart', (event) => event.preventDefault());
`;
