import { agendaLimits, type AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { AgendaItemText } from './agenda-item.entity.ts';

/** What is sent about an item; left out means: as it is, or the default. */
export interface ItemTextInput {
  title?: string | null | undefined;
  purpose?: AgendaPurpose | null | undefined;
  minutes?: number | null | undefined;
  presenterId?: string | null | undefined;
  presenterText?: string | null | undefined;
  proposedDecision?: string | null | undefined;
  closedPart?: boolean | null | undefined;
}

/** At which table the item comes up, and which item it is when it is there already. */
export interface PlaceOfItem {
  readonly tableId: string;
  readonly item?: { readonly id: string; readonly presenterId: string | null };
}

/** Checks what was sent against the shared limits and gives it as it will be kept. */
export async function checkItemText(
  tx: Transaction,
  check: InputCheck,
  input: ItemTextInput,
  place: PlaceOfItem,
): Promise<Partial<AgendaItemText>> {
  const text: Partial<AgendaItemText> = {};
  const { titleMin, titleMax, textMax, minutesMin, minutesMax } = agendaLimits;
  const title = check.optionalText('title', input.title, { min: titleMin, max: titleMax, singleLine: true });
  if (title !== undefined) text.title = title;
  if (input.minutes != null) text.minutes = check.whole('minutes', input.minutes, { min: minutesMin, max: minutesMax });
  if (input.purpose != null) text.purpose = input.purpose;
  if (input.closedPart != null) text.closedPart = input.closedPart;
  if (input.presenterId !== undefined) text.presenterId = await checkPresenter(tx, check, input.presenterId, place);
  const presenterText = check.optionalText('presenterText', input.presenterText, { max: titleMax, singleLine: true });
  if (presenterText !== undefined) text.presenterText = presenterText || null;
  const proposedDecision = check.optionalText('proposedDecision', input.proposedDecision, { max: textMax });
  if (proposedDecision !== undefined) text.proposedDecision = proposedDecision;
  return text;
}

/** Who presents an item sits at the table or is a guest of the item; who did so already stays. */
async function checkPresenter(
  tx: Transaction,
  check: InputCheck,
  presenterId: string | null,
  { tableId, item }: PlaceOfItem,
): Promise<string | null> {
  if (presenterId === null) return null;
  const id = uuidOf('Person', presenterId);
  const [found] =
    id === null
      ? []
      : await tx.em.execute<{ name: string; there: boolean }[]>(
          `select p.name, exists (select from membership s where s.table_id = ? and s.person_id = p.id)
             or exists (select from agenda_guest g where g.agenda_item_id = ? and g.person_id = p.id) as there
           from person p where p.id = ?`,
          [tableId, item?.id ?? null, id],
        );
  if (!found) check.refuse('presenterId', 'UNKNOWN_PERSON');
  else if (!found.there && id !== item?.presenterId)
    check.refuse('presenterId', 'PRESENTER_NOT_AT_TABLE', { name: found.name });
  return id;
}
