import { Trans } from '@lingui/react/macro';
import { Editor } from '@tiptap/core';
import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { othersAt } from './caret.ts';
import { EditorToolbar } from './EditorToolbar.tsx';
import { extensionsOf } from './editor-extensions.ts';
import { cleanPaste } from './pasted-html.ts';
import type { TextSession } from './text-session.ts';

export interface SharedTextEditorProps {
  session: TextSession;
  label: string;
  /** Whether what is written is safe. */
  saved: ReactNode;
}

/** Are there images among these files, as when a piece of the screen is pasted or a picture is dropped? */
const hasImage = (data: DataTransfer | null): boolean =>
  [...(data?.files ?? [])].some(({ type }) => type.startsWith('image/'));

function makeEditor(element: HTMLElement, session: TextSession, label: string, onImage: () => void): Editor {
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
      transformPastedHTML: (html) => {
        const { html: clean, images } = cleanPaste(html);
        if (images > 0) onImage();
        return clean;
      },
      handlePaste: (_view, { clipboardData }) => {
        // Word and Excel put a picture of the text beside it.
        if (clipboardData?.getData('text/html') === '' && hasImage(clipboardData)) onImage();
        return false;
      },
      handleDrop: (_view, { dataTransfer }) => {
        const image = hasImage(dataTransfer);
        if (image) onImage();
        return image;
      },
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
export function SharedTextEditor({ session, label, saved }: SharedTextEditorProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [imageLeft, setImageLeft] = useState(false);
  const others = useOthers(session);
  useEffect(() => {
    if (!host.current) return undefined;
    const made = makeEditor(host.current, session, label, () => setImageLeft(true));
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
      <div role="status">
        {imageLeft && (
          <p className="small sub">
            <Trans>Een afbeelding is weggelaten: hier kan alleen tekst staan.</Trans>{' '}
            <Button variant="quiet" onPress={() => setImageLeft(false)}>
              <Trans>Begrepen</Trans>
            </Button>
          </p>
        )}
      </div>
      {others !== '' && (
        <p className="small sub">
          <Trans>Schrijven hier ook: {others}</Trans>
        </p>
      )}
    </>
  );
}
