import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Invitation } from './invitation-documents.ts';

type Attendance = Invitation['attendance'][number];

/** Who comes, counted and by name. */
export function WhoComes({ attendance }: { attendance: readonly Attendance[] }): ReactElement | null {
  const { t } = useLingui();
  const [inRoom, online, absent, silent] = (['IN_ROOM', 'ONLINE', 'ABSENT', null] as const).map((answer) =>
    attendance.filter((one) => one.answer === answer),
  ) as [Attendance[], Attendance[], Attendance[], Attendance[]];
  if (attendance.length === 0) return null;
  const counts = [
    t`${plural(inRoom.length, { one: '# komt', other: '# komen' })}`,
    online.length > 0 && t`${online.length} online`,
    absent.length > 0 && t`${absent.length} niet`,
    silent.length > 0 && t`${silent.length} zonder antwoord`,
  ].filter(Boolean);
  const groups: readonly (readonly [string, readonly Attendance[]])[] = [
    [t`In de zaal`, inRoom],
    [t`Online`, online],
    [t`Komt niet`, absent],
    [t`Nog geen antwoord`, silent],
  ];
  return (
    <Section title={t`Wie er komen`}>
      <p>{counts.join(', ')}</p>
      <Disclosure title={t`Toon de namen`} aside={attendance.length}>
        {groups.map(
          ([label, people]) =>
            people.length > 0 && (
              <div className="stack stack-xs" key={label}>
                <h3 className="sub small">{label}</h3>
                <ul>
                  {people.map(({ person, isGuest, substitutesFor, answerRemark }) => (
                    <li key={person.id}>
                      {person.name}
                      <span className="sub small">
                        {isGuest && <> {t`gast`}</>}
                        {substitutesFor && (
                          <>
                            {' '}
                            <Trans>voor {substitutesFor.name}</Trans>
                          </>
                        )}
                        {answerRemark && <> {answerRemark}</>}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            ),
        )}
      </Disclosure>
    </Section>
  );
}
