import { neighbour, type Arrow } from './stepping.ts';

const cards = (attribute: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[${attribute}]`),
];

/** Puts the focus on the card of an id, once it is on the page. */
export function focusCard(attribute: string, id: string): void {
  requestAnimationFrame(() =>
    cards(attribute)
      .find((card) => card.getAttribute(attribute) === id)
      ?.focus(),
  );
}

/** Goes from the card of an id to its neighbour and returns the neighbour's id; to that card when nothing on it has the focus. */
export function goToNeighbour(attribute: string, from: string | null, arrow: Arrow): void {
  const all = cards(attribute);
  const at = all.findIndex((card) => card.getAttribute(attribute) === from);
  if (at < 0) return all[0]?.focus();
  const inside = all[at].closest('li')?.contains(document.activeElement) ?? false;
  if (!inside) return all[at].focus();
  const boxes = all.map((card) => card.getBoundingClientRect());
  all[neighbour(boxes, at, arrow)].focus();
}
