import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import type { HocuspocusProvider } from '@hocuspocus/provider';

/** How many carets look different; the name beside each tells whose it is. */
const tones = 2;

interface Writer {
  name?: unknown;
  tone?: unknown;
}

const nameOf = (writer: Writer): string => (typeof writer.name === 'string' ? writer.name : '');
const classOf = (writer: Writer): string => {
  const tone = typeof writer.tone === 'number' ? writer.tone % tones : 0;
  return tone === 0 ? 'caret' : `caret caret-${tone + 1}`;
};

/** The carets of others, with the name that the server gives them. By classes: the CSP allows no styles in an element. */
export function caretsOf(provider: HocuspocusProvider): ReturnType<typeof CollaborationCaret.configure> {
  return CollaborationCaret.configure({
    provider,
    // The server puts the name of the session here, whatever we say.
    user: {},
    render: (writer) => {
      const caret = document.createElement('span');
      caret.className = classOf(writer as Writer);
      caret.dataset['who'] = nameOf(writer as Writer);
      return caret;
    },
    selectionRender: () => ({}),
  });
}

/** The names of the others who have their caret in this text, each once, in order. */
export function othersAt(provider: HocuspocusProvider): string[] {
  const states = [...(provider.awareness?.getStates() ?? [])];
  const names = states.flatMap(([clientId, state]: [number, { user?: Writer; cursor?: unknown }]) => {
    const name = state.user === undefined ? '' : nameOf(state.user);
    return clientId === provider.document.clientID || state.cursor == null || name === '' ? [] : [name];
  });
  return [...new Set(names)].toSorted((one, other) => one.localeCompare(other));
}
