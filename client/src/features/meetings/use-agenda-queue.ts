import { useEffect, useRef, useState } from 'react';
import type { Agenda, AgendaItem } from './agenda-documents.ts';
import type { AgendaChange, Choices, Clash, ClashField, Sent } from './agenda-change.ts';
import { timed } from './agenda-order.ts';

/** A question to the person: theirs or mine? */
export interface AgendaQuestion extends Clash {
  fields: readonly ClashField[];
  /** Null: theirs stays. */
  answer: (choices: Choices | null) => void;
}

interface Waiting {
  change: AgendaChange;
  version: number;
  settle: (sent: Sent) => void;
}

export interface AgendaQueue {
  /** The agenda with the changes that are still on their way. */
  shown: Agenda;
  busy: boolean;
  question: AgendaQuestion | null;
  run: (change: AgendaChange) => Promise<Sent>;
}

const lastTry = 5;

/**
 * Sends the changes of an agenda one after the other, each on the version that its maker saw or that their own change before it made.
 * When a colleague was faster and touched something else both changes stand; when they touched the same, the person chooses.
 */
export function useAgendaQueue(agenda: Agenda): AgendaQueue {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [question, setQuestion] = useState<AgendaQuestion | null>(null);
  const line = useRef<Waiting[]>([]);
  const working = useRef(false);
  const latest = useRef(agenda);
  useEffect(() => {
    latest.current = agenda;
  });

  function ask(clash: Clash, fields: readonly ClashField[]): Promise<Choices | null> {
    return new Promise((resolve) => {
      setQuestion({
        ...clash,
        fields,
        answer: (choices) => {
          setQuestion(null);
          resolve(choices);
        },
      });
    });
  }

  async function settled({ change, version }: Waiting): Promise<Sent> {
    let { send } = change;
    let expected = version;
    let sent = await send(expected);
    for (let tries = 1; tries < lastTry; tries += 1) {
      if (sent.kind !== 'problems' || !sent.clash) return sent;
      const { theirs } = sent.clash;
      const fields = change.overlap(theirs);
      const choices = fields.length === 0 ? {} : await ask(sent.clash, fields);
      const again = choices && change.again(theirs, choices);
      if (!again) return { kind: 'dropped' };
      send = again;
      expected = theirs.version;
      sent = await send(expected);
    }
    return sent;
  }

  async function work(): Promise<void> {
    if (working.current) return;
    working.current = true;
    for (let next = line.current[0]; next; next = line.current[0]) {
      const seen = next.version;
      const sent = await settled(next);
      line.current = line.current.slice(1);
      // What the same person did meanwhile builds on what they just did.
      if (sent.kind === 'done' && sent.agenda) {
        for (const one of line.current) if (one.version === seen) one.version = sent.agenda.version;
      }
      setWaiting(line.current);
      next.settle(sent);
    }
    working.current = false;
  }

  const items = waiting.reduce<readonly AgendaItem[]>(
    (shown, { change }) => change.overlay?.(shown) ?? shown,
    agenda.items,
  );
  const shown = waiting.length === 0 ? agenda : { ...agenda, items: timed(items, agenda.startsAt) };

  return {
    shown,
    busy: waiting.length > 0,
    question,
    run: (change) =>
      new Promise((settle) => {
        // Not the version of when the press was drawn: taking something back comes later.
        line.current = [...line.current, { change, version: latest.current.version, settle }];
        setWaiting(line.current);
        void work();
      }),
  };
}
