import type { Attendee } from './run-documents.ts';
import type { Onlooker } from './presence-documents.ts';

/** Somebody in the room, online, or only looking. */
export interface PersonHere {
  id: string;
  name: string;
  letters: string;
  where: 'IN_ROOM' | 'ONLINE' | 'LOOKS';
  looking: boolean;
  handRaised: boolean;
}

/** Is this person there, as far as was written down? */
export const isPresent = ({ presence, leftAt }: Pick<Attendee, 'presence' | 'leftAt'>): boolean =>
  (presence === 'IN_ROOM' || presence === 'ONLINE') && leftAt === null;

/** Who sent word that they would not come, and did not come after all. */
export const sentWord = (attendance: readonly Attendee[]): Attendee[] =>
  attendance.filter(
    (attendee) =>
      !isPresent(attendee) &&
      (attendee.presence === 'ABSENT_WITH_NOTICE' || (attendee.presence === null && attendee.answer === 'ABSENT')),
  );

const lettersOf = ({ organisation }: Attendee['person']): string => organisation.shortName.slice(0, 2).toUpperCase();

/** Everybody who is here: hands first, and then as the list has them. Who looks without being on the list comes last. */
export function peopleHere(attendance: readonly Attendee[], onlookers: readonly Onlooker[] | null): PersonHere[] {
  const looking = new Map((onlookers ?? []).map((onlooker) => [onlooker.person.id, onlooker]));
  const listed = attendance.filter(isPresent).map(({ person, presence }): PersonHere => {
    const onlooker = looking.get(person.id);
    return {
      id: person.id,
      name: person.name,
      letters: lettersOf(person),
      where: presence === 'ONLINE' ? 'ONLINE' : 'IN_ROOM',
      looking: onlooker !== undefined,
      handRaised: onlooker?.handRaised ?? false,
    };
  });
  const known = new Set(listed.map(({ id }) => id));
  const others = [...looking.values()]
    .filter(({ person }) => !known.has(person.id))
    .map(({ person, handRaised }): PersonHere => ({
      id: person.id,
      name: person.name,
      letters: lettersOf(person),
      where: 'LOOKS',
      looking: true,
      handRaised,
    }));
  const all = [...listed, ...others];
  return [...all.filter(({ handRaised }) => handRaised), ...all.filter(({ handRaised }) => !handRaised)];
}
