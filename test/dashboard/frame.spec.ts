import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio?.close());

describe('the frame of the dashboard', () => {
  it('sends who is not signed in to sign in, and back to where they wanted to go', async () => {
    const { context, email } = await studio.signIn('producer');
    await context.clearCookies();
    const page = await context.newPage();
    await page.goto(`${studio.url}/settings`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(
      await page
        .getByRole('alert')
        .filter({ hasText: /password/i })
        .textContent(),
    ).toMatch(/password/i);
    await page.getByLabel('Password').fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${studio.url}/settings`);
  });

  it('never goes to another site after signing in', async () => {
    const { context, email } = await studio.signIn('producer');
    await context.clearCookies();
    const page = await context.newPage();
    await page.goto(`${studio.url}/sign-in?to=//example.org/`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${studio.url}/`);
  });

  it('shows the keys when somebody asks with ?', async () => {
    const { page } = studio;
    await page.goto(studio.url);
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    await page.keyboard.press('?');
    const map = page.getByRole('dialog', { name: 'Keyboard map' });
    await map.getByText('Go to the workers').waitFor();
    await expectAccessible(page);
    await picture(page, 'keyboard');
    await page.keyboard.press('Escape');
    await map.waitFor({ state: 'detached' });
  });

  it.each([
    ['nl-NL', 'Titels'],
    ['de-DE', 'Titel'],
    ['fr-FR', 'Titres'],
    ['es-ES', 'Títulos'],
    ['ja-JP', 'Titles'],
  ])('speaks the language that the browser asks for: %s', async (language, titles) => {
    const { page } = await studio.signIn('reviewer', { language });
    await page.goto(studio.url);
    await page.getByRole('link', { name: titles, exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(
      language === 'ja-JP' ? 'en' : language.slice(0, 2),
    );
  });

  it('lets nobody frame it, load from elsewhere, or send elsewhere', async () => {
    const answer = await fetch(`${studio.url}/sign-in`);
    expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
    expect(answer.headers.get('content-security-policy')).toContain(`connect-src 'self'`);
  });

  it('has complained of nothing but the wrong password', () => {
    expect(studio.complaints).toEqual([]);
  });
});
