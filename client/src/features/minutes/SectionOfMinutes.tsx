import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useFormat } from '../../lib/format.ts';
import { LockIcon } from '../../ui/icons.tsx';
import { List } from '../../ui/List.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { MinutesSection } from './minutes-documents.ts';
import { isDecision } from '@versnellingstafel/shared/meetings/outcomes';
import { NoteOfOutcome } from '../meetings/outcome-note/NoteOfOutcome.tsx';
import { useOutcomeWords } from './outcome-words.ts';
import { TextBlocks } from './TextBlocks.tsx';

interface SectionOfMinutesProps {
  section: MinutesSection;
  /** The text while it may still be written; otherwise what was written is read. */
  editor?: ReactNode;
  actions?: ReactNode;
  /** Remarks and addenda on this item. */
  children?: ReactNode;
}

/** One item as the minutes tell it: what came of it first, then what was said. */
export function SectionOfMinutes({ section, editor, actions, children }: SectionOfMinutesProps): ReactElement {
  const { t } = useLingui();
  const { longDay } = useFormat();
  const outcomeWords = useOutcomeWords();
  const { position, title, closedPart, masked, outcomes, carriedOverTo, text, spentSeconds } = section;
  const minutes = Math.round(spentSeconds / 60);
  return (
    <Section
      level={3}
      id={`punt-${section.item.id}`}
      title={`${position} ${title}`}
      aside={minutes > 0 && <Plural value={minutes} one="# minuut" other="# minuten" />}
      actions={masked ? undefined : actions}
    >
      {closedPart && (
        <p>
          <Tag icon={<LockIcon />}>
            <Trans>besloten deel</Trans>
          </Tag>
        </p>
      )}
      {masked ? (
        <p className="sub">
          <Trans>Dit punt is besloten. Wie erbij mocht zijn, leest het hier wel.</Trans>
        </p>
      ) : (
        <>
          {outcomes.length > 0 && (
            <List>
              {outcomes.map((outcome) => {
                const { kind, what, meta } = outcomeWords(outcome);
                return (
                  <li key={outcome.id}>
                    <p>
                      <b className="strong">{kind}</b> {what}
                    </p>
                    {meta && <p className="sub small">{meta}</p>}
                    {outcome.bottleneck && (
                      <p className="small">
                        <Link to="/knelpunten/$number" params={{ number: outcome.bottleneck.number }}>
                          {outcome.bottleneck.number}, {outcome.bottleneck.title}
                        </Link>
                      </p>
                    )}
                    {isDecision(outcome.kind) && <NoteOfOutcome outcome={outcome} />}
                    {outcome.note && !isDecision(outcome.kind) && (
                      <p className="small">
                        <Link to="/kennis/$slug" params={{ slug: outcome.note.slug }}>
                          {outcome.note.title}
                        </Link>
                      </p>
                    )}
                  </li>
                );
              })}
            </List>
          )}
          {carriedOverTo && (
            <p className="sub">
              <Trans>
                Niet afgerond, gaat verder op{' '}
                <Link to="/vergaderingen/$id" params={{ id: carriedOverTo.id }}>
                  {longDay(carriedOverTo.startsAt)}
                </Link>
                .
              </Trans>
            </p>
          )}
          {editor ??
            (text.length > 0 ? (
              <TextBlocks blocks={text} />
            ) : (
              outcomes.length === 0 && <p className="sub">{t`Hierover is niets opgeschreven.`}</p>
            ))}
        </>
      )}
      {children}
    </Section>
  );
}
