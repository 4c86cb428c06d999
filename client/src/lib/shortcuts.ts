import { createContext, useContext, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** One key and what it does. */
export interface Shortcut {
  /** `n`, `?`, `Ctrl+Enter`, `Alt+ArrowUp`. `Ctrl` is Command on a Mac. */
  keys: string;
  /** What it does, as the key list says it. */
  label: string;
  /** Heading in the key list. */
  group?: string | undefined;
  /** Also while typing; only for keys with a modifier. */
  inFields?: boolean | undefined;
  onPress: () => void;
}

const storageKey = 'single-keys';
const editable =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=""], [contenteditable=true], [role=textbox]';
const overlay = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/** A single character, a capital too, which WCAG 2.1.4 wants a person to be able to switch off. */
export const isSingleKey = (keys: string): boolean => /^(Shift\+)?.$/.test(keys);

function pressed(event: KeyboardEvent): string {
  const modifiers = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}`;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // A sign such as “?” needs Shift on most keyboards; a letter does not.
  const shift = event.shiftKey && (key.length > 1 || /^[a-z]$/.test(key)) ? 'Shift+' : '';
  return `${modifiers}${shift}${(modifiers || shift) && key.length === 1 ? key.toUpperCase() : key}`;
}

/** The shortcuts that hold now. One for the page; `UiProvider` makes it and listens to the keyboard. */
export class ShortcutRegistry {
  readonly #entries: Shortcut[] = [];

  /** Adds a shortcut; the one added last wins. Returns how to take it away. */
  add(shortcut: Shortcut): () => void {
    this.#entries.push(shortcut);
    return () => {
      this.#entries.splice(this.#entries.indexOf(shortcut), 1);
    };
  }

  /** What can be pressed now, in the order it was added, each key once. */
  list(): readonly Shortcut[] {
    return [...new Map(this.#entries.map((entry) => [entry.keys, entry])).values()];
  }

  /** Whether single letters work; kept on this device. */
  get singleKeys(): boolean {
    try {
      return localStorage.getItem(storageKey) !== 'off';
    } catch {
      return true;
    }
  }

  /** Switches single letters on or off on this device. */
  switchSingleKeys(on: boolean): void {
    try {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
    } catch {
      // Storage is blocked: the choice cannot be kept.
    }
  }

  /** Runs the shortcut of a key press, unless the person is typing or an overlay has the keyboard. */
  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const keys = pressed(event);
    const shortcut = this.#entries.findLast((entry) => entry.keys === keys);
    if (!shortcut || (isSingleKey(keys) && !this.singleKeys)) return;
    const target = event.target instanceof Element ? event.target : null;
    if (!shortcut.inFields && target?.closest(editable)) return;
    if (!shortcut.inFields && target?.closest(overlay)) return;
    event.preventDefault();
    shortcut.onPress();
  }
}

/** The registry of this page; null outside `UiProvider`, where shortcuts do nothing. */
export const ShortcutContext = createContext<ShortcutRegistry | null>(null);

/** Offers a shortcut while the component stands and `when` is true. It shows in the list under `?`. */
export function useShortcut({
  when = true,
  onPress,
  keys,
  label,
  group,
  inFields,
}: Shortcut & { when?: boolean }): void {
  const registry = useContext(ShortcutContext);
  const latest = useRef(onPress);
  // Before the next key can come: two quick presses must not both see the old state.
  useLayoutEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    if (!registry || !when) return undefined;
    return registry.add({ keys, label, group, inFields, onPress: () => latest.current() });
  }, [registry, when, keys, label, group, inFields]);
}

/** For a list that keeps the keys of what stands in its rows to itself, as React Aria's do: the shortcuts of the page hold there too. */
export function useShortcutsInside(box: RefObject<HTMLElement | null>): void {
  const registry = useContext(ShortcutContext);
  useEffect(() => {
    const element = box.current;
    if (!registry || !element) return undefined;
    const handle = (event: KeyboardEvent): void => registry.handle(event);
    element.addEventListener('keydown', handle);
    return () => element.removeEventListener('keydown', handle);
  }, [registry, box]);
}
