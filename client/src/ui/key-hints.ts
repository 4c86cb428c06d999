import { createContext, useContext } from 'react';

/** Opens the list of keys; `UiProvider` fills it in. */
export const KeyHintsContext = createContext<() => void>(() => undefined);

/** How to open the list of keys. */
export const useKeyHints = (): (() => void) => useContext(KeyHintsContext);
