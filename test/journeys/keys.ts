import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** Steps of the Tab key after which somebody gives up. */
const patience = 80;

/** Somebody who has a keyboard and a screen reader, and no pointer: what is not reached by keys is not reached. */
export class Keys {
  constructor(private readonly page: Page) {}

  /** Begins to keep what the page says aloud; before the page is opened. */
  async listen(): Promise<void> {
    // In words of the page itself: it runs there.
    await this.page.addInitScript(`
      window.heard = [];
      const spoken = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], [role="alertdialog"], [role="log"]';
      const tell = (node) => {
        const region = node instanceof Element ? node.closest(spoken) : node.parentElement?.closest(spoken);
        if (region) window.heard.push(region.textContent);
      };
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) tell(node);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    `);
  }

  /** Waits until the page has said it aloud. */
  hears(words: RegExp | string): Promise<void> {
    return untilSaid(this.page, words);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Types letter by letter into what has the focus. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Replaces what stands in the field that has the focus. */
  async retype(text: string): Promise<void> {
    await this.press('ControlOrMeta+A');
    await this.type(text);
  }

  /** Goes there with Tab (or another key), and finds a ring around it. */
  async goTo(target: Locator, key = 'Tab'): Promise<void> {
    await target.first().waitFor();
    for (let step = 0; step <= patience; step++) {
      if (await hasFocus(target)) return expectRing(this.page);
      await this.press(key);
    }
    throw new Error(`${patience} times ${key} did not lead to ${target}. The focus is on: ${await this.focused()}`);
  }

  /** Goes there and presses Enter. */
  async enter(target: Locator, key = 'Tab'): Promise<void> {
    await this.goTo(target, key);
    await this.press('Enter');
  }

  /** What has the focus, for saying what went wrong. */
  async focused(): Promise<string> {
    return (await this.page.evaluate('document.activeElement.outerHTML.slice(0, 200)')) as string;
  }

  /** After a step the focus is somewhere that makes sense, never lost at the top of the page. */
  keepsFocus(): Promise<void> {
    return untilFocused(this.page);
  }
}

async function untilSaid(page: Page, words: RegExp | string): Promise<void> {
  const says = (text: string) => (words instanceof RegExp ? words.test(text) : text.includes(words));
  let heard: string[] = [];
  const said = async () => {
    heard = (await page.evaluate('window.heard')) as string[];
    return heard.some(says) ? 'said' : `not ${words} but: ${heard.slice(-5).join(' | ')}`;
  };
  await expect.poll(said, { timeout: 15_000 }).toBe('said');
}

async function untilFocused(page: Page): Promise<void> {
  const lost = 'document.activeElement === document.body';
  await expect.poll(() => page.evaluate(lost), { timeout: 5_000, message: 'The focus was lost.' }).toBe(false);
}

/** Whoever works by keyboard has to see where they are. */
async function expectRing(page: Page): Promise<void> {
  const ringed = `(() => {
    const isRinged = ({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    for (let node = document.activeElement; node && node !== document.body; node = node.parentElement) if (isRinged(getComputedStyle(node))) return 'a ring';
    return 'no ring: ' + document.activeElement.outerHTML.slice(0, 200);
  })()`;
  expect(await page.evaluate(ringed)).toBe('a ring');
}

async function hasFocus(target: Locator): Promise<boolean> {
  for (const one of await target.all())
    if (await one.evaluate((node) => node === node.ownerDocument.activeElement)) return true;
  return false;
}
