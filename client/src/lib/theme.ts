import { useSyncExternalStore } from 'react';

/** `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'theme';
const eventName = 'vt-theme';

/** The theme in force. The document carries it as `data-theme`; public/theme.js sets that before the first paint. */
function readTheme(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Applies a theme at once and remembers it on this device. */
export function writeTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage is blocked: the choice holds until the page closes.
  }
  document.dispatchEvent(new Event(eventName));
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener(eventName, onChange);
  return () => document.removeEventListener(eventName, onChange);
}

/** The theme and the way to change it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, readTheme), writeTheme];
}
