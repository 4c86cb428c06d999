import { Trans, useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/core';
import { useState, useSyncExternalStore, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { UndoIcon } from '../../ui/toast-icons.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { headingLevel } from './editor-extensions.ts';
import { BoldIcon, BulletsIcon, HeadingIcon, KeysIcon, NumbersIcon, QuoteIcon, RedoIcon } from './toolbar-icons.tsx';

const marks = ['bold', 'heading', 'bulletList', 'orderedList', 'blockquote'] as const;

/** What holds where the caret is, live. */
function useActive(editor: Editor): ReadonlySet<string> {
  const active = useSyncExternalStore(
    (changed) => {
      editor.on('transaction', changed);
      return () => editor.off('transaction', changed);
    },
    () => marks.filter((mark) => editor.isActive(mark)).join(' '),
  );
  return new Set(active.split(' '));
}

/** Arrows walk along the buttons, as in every toolbar. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  event.preventDefault();
  next?.focus();
}

interface EditorToolbarProps {
  editor: Editor;
  label: string;
  /** What stands at the far end of the row. */
  aside: ReactNode;
}

/** What one can do with the text, each with its name. */
export function EditorToolbar({ editor, label, aside }: EditorToolbarProps): ReactElement {
  const { t } = useLingui();
  const active = useActive(editor);
  const [keys, showKeys] = useState(false);
  // At once, where the command of the editor waits for a frame: the next letter belongs in the text.
  const chain = () => {
    editor.view.focus();
    return editor.chain();
  };
  return (
    <>
      <div className="row">
        <div className="row" role="toolbar" tabIndex={-1} aria-label={t`Opmaak van ${label}`} onKeyDown={walk}>
          <IconButton
            label={t`Vet`}
            icon={<BoldIcon />}
            pressed={active.has('bold')}
            onPress={() => chain().toggleBold().run()}
          />
          <IconButton
            label={t`Kop`}
            icon={<HeadingIcon />}
            pressed={active.has('heading')}
            onPress={() => chain().toggleHeading({ level: headingLevel }).run()}
          />
          <IconButton
            label={t`Lijst`}
            icon={<BulletsIcon />}
            pressed={active.has('bulletList')}
            onPress={() => chain().toggleBulletList().run()}
          />
          <IconButton
            label={t`Genummerde lijst`}
            icon={<NumbersIcon />}
            pressed={active.has('orderedList')}
            onPress={() => chain().toggleOrderedList().run()}
          />
          <IconButton
            label={t`Citaat`}
            icon={<QuoteIcon />}
            pressed={active.has('blockquote')}
            onPress={() => chain().toggleBlockquote().run()}
          />
          <IconButton
            label={t`Maak ongedaan wat je schreef`}
            icon={<UndoIcon />}
            onPress={() => chain().undo().run()}
          />
          <IconButton label={t`Doe opnieuw wat je schreef`} icon={<RedoIcon />} onPress={() => chain().redo().run()} />
          <span className="wide-only">
            <IconButton label={t`Toon de toetsen`} icon={<KeysIcon />} pressed={keys} onPress={() => showKeys(!keys)} />
          </span>
        </div>
        <div className="end">{aside}</div>
      </div>
      {keys && <KeysOfText />}
    </>
  );
}

function KeysOfText(): ReactElement {
  return (
    <p className="small sub">
      <Trans>
        <Kbd>Ctrl+B</Kbd> vet, <Kbd>Ctrl+Alt+3</Kbd> kop, <Kbd>Ctrl+Shift+8</Kbd> lijst, <Kbd>Ctrl+Shift+7</Kbd>{' '}
        genummerde lijst, <Kbd>Ctrl+]</Kbd> dieper in de lijst, <Kbd>Ctrl+[</Kbd> terug, <Kbd>Ctrl+Shift+B</Kbd> citaat,{' '}
        <Kbd>Ctrl+Z</Kbd> ongedaan maken. <Kbd>Tab</Kbd> verlaat de tekst.
      </Trans>
    </p>
  );
}
