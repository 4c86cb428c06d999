import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { announce } from './announce.ts';
import { uploadFile } from './upload-file.ts';

/** A file on its way, or one that did not get there. */
export interface FileOnItsWay {
  key: number;
  name: string;
  /** 0 to 1. */
  part: number;
  /** Why it is not there; null while it travels. */
  failed: string | null;
}

export interface Uploads {
  onItsWay: readonly FileOnItsWay[];
  /** One after the other, so that a slow line carries them all. */
  send: (files: readonly File[]) => Promise<void>;
  /** Takes one that failed off the list. */
  forget: (key: number) => void;
}

/** The name of a file as a title. */
export const titleOfFile = (fileName: string): string => fileName.replace(/\.[^.]+$/, '').replaceAll('_', ' ');

/**
 * Brings files to something, with how far they are.
 * @param attach puts a file that arrived in its place; gives a sentence when it is not there, null when it is
 */
export function useUploads(attach: (fileId: string, file: File) => Promise<string | null>): Uploads {
  const { t } = useLingui();
  const [onItsWay, setOnItsWay] = useState<readonly FileOnItsWay[]>([]);
  const next = useRef(0);
  const change = (key: number, part: Partial<FileOnItsWay>): void =>
    setOnItsWay((list) => list.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const forget = (key: number): void => setOnItsWay((list) => list.filter((one) => one.key !== key));

  async function sendOne(key: number, file: File): Promise<void> {
    const answer = await uploadFile(file, (part) => change(key, { part }));
    if (answer.kind === 'refused') {
      change(key, { failed: answer.message ?? t`Dat lukte niet. Controleer je verbinding en probeer het opnieuw.` });
      return;
    }
    const failed = await attach(answer.fileId, file);
    if (failed !== null) {
      change(key, { failed });
      return;
    }
    forget(key);
    announce(t`${file.name} toegevoegd`);
  }

  return {
    onItsWay,
    forget,
    send: async (files) => {
      const list = files.map((file) => ({ file, key: next.current++ }));
      setOnItsWay((before) => [
        ...before,
        ...list.map(({ file, key }) => ({ key, name: file.name, part: 0, failed: null })),
      ]);
      for (const { file, key } of list) await sendOne(key, file);
    },
  };
}
