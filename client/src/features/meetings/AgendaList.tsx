import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { ArrowRightIcon, LockIcon, PenIcon } from '../../ui/icons.tsx';
import { CloseIcon } from '../../ui/toast-icons.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { Meta } from '../../ui/Meta.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { TimetableList, type TimetableItem } from '../../ui/TimetableList.tsx';
import type { AgendaItem } from './agenda-documents.ts';
import { endOf, isClosedTo } from './agenda-facts.ts';
import { purposeLabels } from './agenda-words.ts';
import { useItemReason } from './use-item-reason.ts';
import type { ItemAbout } from './items/item-about.ts';
import { carriesMore, RemoveItemDialog } from './items/RemoveItemDialog.tsx';
import { useReasonWords } from './suggestions/use-reason-words.ts';
import type { AgendaEditing } from './use-agenda.ts';

/** Another meeting that an item can go to. */
interface Elsewhere {
  id: string;
  words: string;
}

interface AgendaListProps {
  meetingId: string;
  editing: AgendaEditing;
  mayEdit: boolean;
  /** Meetings of the same table that come later. */
  later: readonly { id: string; startsAt: string }[];
  onEdit: (item: AgendaItem) => void;
  /** What stands with an item beside what is printed on the agenda. */
  aboutOf?: (id: string) => ItemAbout | undefined;
}

/** The agenda as a timetable; its items open, and who prepares it moves, times and removes them. */
export function AgendaList({
  meetingId,
  editing,
  mayEdit,
  later,
  onEdit,
  aboutOf = () => undefined,
}: AgendaListProps): ReactElement {
  const { t, i18n } = useLingui();
  const { day, time } = useFormat();
  const guess = useItemReason();
  const reasonWords = useReasonWords();
  const [leaving, setLeaving] = useState<{ item: AgendaItem; to: Elsewhere | undefined } | null>(null);
  const { agenda } = editing;
  const itemOf = (id: string): AgendaItem | undefined => agenda.items.find((item) => item.id === id);

  function rowOf(item: AgendaItem): TimetableItem {
    const {
      id,
      startsAt,
      minutes,
      title,
      purpose,
      presenter,
      presenterText,
      homesWaiting,
      closedPart,
      subjects,
      outcome,
    } = item;
    const closed = isClosedTo(item, mayEdit);
    const about = aboutOf(id);
    // What was agreed says more than why it was put on.
    const why = (!outcome && about && reasonWords(about.why)) || guess(item);
    const numbers = subjects.flatMap((subject) => (subject.__typename === 'Bottleneck' ? [subject.number] : []));
    return {
      id,
      time: time(startsAt),
      minutes,
      name: title,
      title: (
        <>
          {closed ? (
            title
          ) : (
            <Link className="quiet-link" to="/vergaderingen/$id" params={{ id: meetingId }} search={{ punt: id }}>
              {title}
            </Link>
          )}{' '}
          {closedPart && <Tag icon={<LockIcon />}>{closed ? t`niet voor jou te zien` : t`besloten deel`}</Tag>}
        </>
      ),
      ...(!closed && {
        meta: (
          <Meta>
            <span>{i18n._(purposeLabels[purpose])}</span>
            {(presenter ?? presenterText) && <span>{presenter?.name ?? presenterText}</span>}
            {numbers.length > 0 && <span>{numbers.join(', ')}</span>}
            {about !== undefined && about.papers > 0 && (
              <span>
                <Plural value={about.papers} one="# stuk" other="# stukken" />
              </span>
            )}
            {about !== undefined && about.guests > 0 && (
              <span>
                <Plural value={about.guests} one="# gast" other="# gasten" />
              </span>
            )}
            {about?.annotated && <span>{t`jouw aantekening`}</span>}
          </Meta>
        ),
        why,
        homes: homesWaiting,
      }),
    };
  }

  function go(item: AgendaItem, to: Elsewhere | undefined): void {
    if (to) editing.postpone(item, to);
    else editing.remove(item);
  }

  function leave(item: AgendaItem, to: Elsewhere | undefined): void {
    if (carriesMore(aboutOf(item.id))) setLeaving({ item, to });
    else go(item, to);
  }

  function more({ id }: TimetableItem): MenuEntry[] {
    const item = itemOf(id);
    if (!item) return [];
    return [
      { id: 'edit', label: t`Bewerk dit punt`, icon: <PenIcon />, onSelect: () => onEdit(item) },
      ...later.slice(0, 2).map((meeting): MenuEntry => {
        const words = day(meeting.startsAt);
        return {
          id: meeting.id,
          label: t`Naar ${words}`,
          icon: <ArrowRightIcon />,
          onSelect: () => leave(item, { id: meeting.id, words }),
        };
      }),
      { id: 'remove', label: t`Haal van de agenda`, icon: <CloseIcon />, onSelect: () => leave(item, undefined) },
    ];
  }

  const leavingAbout = leaving && aboutOf(leaving.item.id);
  return (
    <>
      <TimetableList
        label={t`Agendapunten`}
        items={agenda.items.map(rowOf)}
        end={time(endOf(agenda))}
        readOnly={!mayEdit}
        onMove={editing.move}
        more={more}
        onMinutes={(id, minutes) => {
          const item = itemOf(id);
          if (item) editing.setMinutes(item, minutes);
        }}
      />
      {leaving && leavingAbout && (
        <RemoveItemDialog
          title={leaving.item.title}
          about={leavingAbout}
          to={leaving.to?.words}
          onClose={() => setLeaving(null)}
          onConfirm={() => {
            setLeaving(null);
            go(leaving.item, leaving.to);
          }}
        />
      )}
    </>
  );
}
