import { gql, type TypedDocumentNode } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { resultWords } from '../../../features/bottlenecks/application-words.ts';
import { applicationFields, ApplyNoteDialog } from '../../../features/bottlenecks/ApplyNoteDialog.tsx';
import { draftedNoteFragment } from '../../../features/bottlenecks/case-notes/case-note-documents.ts';
import { NotePicker } from '../../../features/knowledge/NotePicker.tsx';
import type { CaseNotes_BottleneckFragment } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { PlusIcon } from '../../../ui/icons.tsx';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { NoteOfCase } from './NoteOfCase.tsx';

export const caseNotesFragment: TypedDocumentNode<CaseNotes_BottleneckFragment> = gql`
  fragment CaseNotes_bottleneck on Bottleneck {
    id
    number
    title
    state
    confidentiality
    applications {
      id
      ...ApplicationFields @unmask
    }
    draftedNotes {
      ...DraftedNote @unmask
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
  ${applicationFields}
  ${draftedNoteFragment}
`;

type Application = CaseNotes_BottleneckFragment['applications'][number];

/** The notes on a case, each with what came of it here and whether it still holds. */
export function CaseNotes({ bottleneck }: { bottleneck: CaseNotes_BottleneckFragment }): ReactElement {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const [linking, setLinking] = useState(false);
  const [telling, setTelling] = useState<Application | null>(null);
  const [chosen, setChosen] = useState<{ id: string; title: string } | null>(null);
  const mayLink = bottleneck.viewerCan.find(({ verb }) => verb === 'LINK_NOTE');
  const validity = { USABLE: t`bruikbaar`, CHECK_FIRST: t`eerst controleren`, EXPIRED: t`verlopen` };
  const tone = { USABLE: 'good', CHECK_FIRST: 'soon', EXPIRED: 'late' };
  return (
    <Section
      title={t`Notities`}
      actions={
        mayLink?.allowed && (
          <Button variant="quiet" icon={<PlusIcon />} onPress={() => setLinking(true)}>
            <Trans>Koppel</Trans>
          </Button>
        )
      }
    >
      {bottleneck.applications.length === 0 ? (
        <p className="sub">
          <Trans>Nog geen notitie. Zoek er een die hielp bij een ander, of schrijf er een bij het oplossen.</Trans>
        </p>
      ) : (
        <List>
          {bottleneck.applications.map((application) => (
            <li className="stack stack-xs" key={application.id}>
              <Link className="quiet-link strong" to="/kennis/$slug" params={{ slug: application.note.slug }}>
                {application.note.title}
              </Link>
              <p className="small">
                <span className={tone[application.note.validity]}>{validity[application.note.validity]}</span>{' '}
                <span className="sub">
                  <Trans>
                    herzien vóór {date(application.note.reviewBy)} · hier toegepast:{' '}
                    {i18n._(resultWords[application.result])}
                  </Trans>
                </span>
              </p>
              {bottleneck.draftedNotes.some(({ id }) => id === application.note.id) && (
                <p className="small sub">
                  <Trans>uit dit knelpunt gemaakt</Trans>
                </p>
              )}
              {application.conditions && <p className="small">{application.conditions}</p>}
              {mayLink?.allowed && (
                <div>
                  <Button variant="quiet" onPress={() => setTelling(application)}>
                    <Trans>Meld hoe het uitpakte</Trans>
                  </Button>
                </div>
              )}
            </li>
          ))}
        </List>
      )}
      <NoteOfCase bottleneck={bottleneck} />
      {linking && (
        <ApplyNoteDialog
          title={t`Koppel een notitie`}
          noteId={chosen?.id ?? null}
          bottleneckId={bottleneck.id}
          missingText={t`Kies eerst een notitie.`}
          onClose={() => {
            setLinking(false);
            setChosen(null);
          }}
        >
          <NotePicker value={chosen} onChange={setChosen} />
        </ApplyNoteDialog>
      )}
      {telling && (
        <ApplyNoteDialog
          title={telling.note.title}
          noteId={telling.note.id}
          bottleneckId={bottleneck.id}
          result={telling.result}
          conditions={telling.conditions}
          onClose={() => setTelling(null)}
        />
      )}
    </Section>
  );
}
