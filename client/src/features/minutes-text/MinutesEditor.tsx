import { Trans } from '@lingui/react/macro';
import { Editor } from '@tiptap/core';
import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { othersAt } from './caret.ts';
import { EditorToolbar } from './EditorToolbar.tsx';
import { extensionsOf } from './editor-extensions.ts';
import { cleanPaste } from './pasted-html.ts';
import type { TextSession } from './text-session.ts';

export interface MinutesEditorProps {
  session: TextSession;
  label: string;
  /** Whether what is written is safe. */
  saved: ReactNode;
}

function makeEditor(element: HTMLElement, session: TextSession, label: string): Editor {
  return new Editor({
    element,
    extensions: extensionsOf(session),
    // The CSP allows no styles from a script; ours are in the style sheet.
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'editor prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        spellcheck: 'true',
      },
      transformPastedHTML: cleanPaste,
      // Tab leads on, also out of a list: nobody is held in here.
      handleDOMEvents: { keydown: (_view, event) => event.key === 'Tab' },
    },
  });
}

/** The names of those who are in the text as well, live. */
function useOthers({ provider }: TextSession): string {
  return useSyncExternalStore(
    (changed) => {
      provider.awareness?.on('change', changed);
      return () => provider.awareness?.off('change', changed);
    },
    () => othersAt(provider).join(', '),
  );
}

/** Where one writes together: a row of buttons, the text with the carets of others, and who they are. */
export function MinutesEditor({ session, label, saved }: MinutesEditorProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const others = useOthers(session);
  useEffect(() => {
    if (!host.current) return undefined;
    const made = makeEditor(host.current, session, label);
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, [session, label]);
  return (
    <>
      {editor && <EditorToolbar editor={editor} label={label} aside={saved} />}
      <div ref={host} />
      {others !== '' && (
        <p className="small sub">
          <Trans>Schrijven hier ook: {others}</Trans>
        </p>
      )}
    </>
  );
}
