import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import type { Uploads } from '../lib/use-uploads.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { PlusIcon } from './icons.tsx';
import { Note } from './Note.tsx';
import { CloseIcon } from './toast-icons.ts';

interface FileDropProps {
  uploads: Uploads;
  /** What else can be added here, beside the button. */
  children?: ReactNode;
}

/** Files that are on their way, and where more are chosen or dropped. */
export function FileDrop({ uploads, children }: FileDropProps): ReactElement {
  const { t } = useLingui();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void uploads.send([...event.dataTransfer.files]);
  }

  return (
    <>
      {uploads.onItsWay.map(({ key, name, part, failed }) =>
        failed === null ? (
          <div className="stack stack-xs" key={key}>
            <p className="sub small" id={`stuk-${key}`}>
              <Trans>{name} wordt geüpload</Trans>
            </p>
            <progress aria-labelledby={`stuk-${key}`} value={part} max={1} />
          </div>
        ) : (
          <Note
            key={key}
            kind="error"
            live
            title={t`${name} is niet toegevoegd`}
            action={<IconButton label={t`Sluit melding`} icon={<CloseIcon />} onPress={() => uploads.forget(key)} />}
          >
            <p>{failed}</p>
          </Note>
        ),
      )}
      <div
        className="row tt-drop"
        data-drop-target={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button icon={<PlusIcon />} onPress={() => chooser.current?.click()}>
          <Trans>Kies bestanden</Trans>
        </Button>
        {children}
        <span className="sub small wide-only">{t`of sleep ze hierheen`}</span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={t`Kies bestanden`}
          onChange={({ currentTarget }) => {
            void uploads.send([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
    </>
  );
}
