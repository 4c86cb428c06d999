import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { announce } from '../../../lib/announce.ts';
import type { Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { addPaperMutation } from './paper-documents.ts';
import { uploadFile } from '../../../lib/upload-file.ts';

/** A file on its way to an item, or one that did not get there. */
export interface PaperOnItsWay {
  key: number;
  name: string;
  /** 0 to 1. */
  part: number;
  /** Why it is not there; null while it travels. */
  failed: string | null;
}

export interface PaperUpload {
  onItsWay: readonly PaperOnItsWay[];
  /** One after the other, so that a slow line carries them all. */
  send: (files: readonly File[]) => Promise<void>;
  /** Takes one that failed off the list. */
  forget: (key: number) => void;
  addLink: (title: string, url: string) => Promise<readonly Problem[] | null>;
  busy: boolean;
}

const named = (fileName: string): string => fileName.replace(/\.[^.]+$/, '').replaceAll('_', ' ');

/** Brings papers to an item: files with how far they are, and links. */
export function usePaperUpload(itemId: string): PaperUpload {
  const { t } = useLingui();
  const adding = useCommand(addPaperMutation);
  const [onItsWay, setOnItsWay] = useState<readonly PaperOnItsWay[]>([]);
  const next = useRef(0);
  const change = (key: number, part: Partial<PaperOnItsWay>): void =>
    setOnItsWay((list) => list.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const forget = (key: number): void => setOnItsWay((list) => list.filter((one) => one.key !== key));

  async function sendOne(key: number, file: File): Promise<void> {
    const answer = await uploadFile(file, (part) => change(key, { part }));
    if (answer.kind === 'refused') {
      change(key, { failed: answer.message ?? t`Dat lukte niet. Controleer je verbinding en probeer het opnieuw.` });
      return;
    }
    const outcome = await adding.run({ input: { itemId, title: named(file.name), fileId: answer.fileId } });
    if (outcome.kind === 'done') {
      forget(key);
      announce(t`${file.name} toegevoegd`);
      return;
    }
    const why = outcome.kind === 'problems' ? outcome.problems[0]?.message : undefined;
    change(key, { failed: why ?? t`Het bestand kwam aan, maar staat niet bij het punt. Probeer het opnieuw.` });
  }

  return {
    onItsWay,
    forget,
    busy: adding.busy,
    send: async (files) => {
      const list = files.map((file) => ({ file, key: next.current++ }));
      setOnItsWay((before) => [
        ...before,
        ...list.map(({ file, key }) => ({ key, name: file.name, part: 0, failed: null })),
      ]);
      for (const { file, key } of list) await sendOne(key, file);
    },
    addLink: async (title, url) => {
      const outcome = await adding.run({ input: { itemId, title, url } });
      return outcome.kind === 'done' ? [] : outcome.kind === 'problems' ? outcome.problems : null;
    },
  };
}
