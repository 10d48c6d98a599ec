import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Expects something of what one sees, sooner or later. */
export const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 });

/** A part of the page, by its name. */
export const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** The rows of the table. */
export const rows = (page: Page): Locator =>
  page.getByRole('list', { name: 'Lines by shot' }).locator(':scope > [role=listitem]');

/** Those with a text. */
export const row = (page: Page, text: string | RegExp): Locator => rows(page).filter({ hasText: text });

/** Where a shot is chosen, by its number from 1. */
export const box = (page: Page, shot: number): Locator =>
  page.getByRole('checkbox', { name: `Render shot ${shot}`, exact: true });

/** What the chosen shots come to. */
export const sum = (page: Page): Locator => region(page, 'What is chosen').getByRole('status');
