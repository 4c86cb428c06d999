import { escalationLimits } from '@versnellingstafel/shared/bottlenecks/escalations';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { InputCheck } from '../../../platform/commands/input-check.ts';
import type { OpenBottleneck } from '../open-bottleneck.ts';
import { Escalation, type Memo, memoTexts } from './escalation.entity.ts';

/** A memo as it is sent in; what is left out stays as it is, null empties it. */
export interface MemoInput {
  readonly question?: string | null | undefined;
  readonly situation?: string | null | undefined;
  readonly tried?: string | null | undefined;
  readonly consequence?: string | null | undefined;
  readonly proposal?: string | null | undefined;
  readonly decisionBy?: LocalDate | null | undefined;
}

const max: Readonly<Record<(typeof memoTexts)[number], number>> = {
  question: escalationLimits.questionMax,
  situation: escalationLimits.situationMax,
  tried: escalationLimits.triedMax,
  consequence: escalationLimits.consequenceMax,
  proposal: escalationLimits.proposalMax,
};

/**
 * Checks what was written in a memo. It always asks something, and a date in the past is refused only when it is newly set.
 * @param check begins at the memo.
 */
export function checkMemo(
  check: InputCheck,
  input: MemoInput,
  { today, decisionBy }: { today: LocalDate; decisionBy: LocalDate | null },
): Partial<Memo> {
  const written: { -readonly [field in keyof Memo]?: Memo[field] } = {};
  for (const field of memoTexts) {
    const rule = { max: max[field], ...(field === 'question' && { min: 1 }) };
    const text = check.optionalText(field, input[field], rule);
    if (text !== undefined) written[field] = text;
  }
  if (input.decisionBy === undefined) return written;
  if (input.decisionBy !== null && input.decisionBy !== decisionBy)
    check.date('decisionBy', input.decisionBy, { notBefore: today });
  return { ...written, decisionBy: input.decisionBy };
}

/**
 * The memo as the case writes it by itself. A table that received the case without its text writes from the memo that it received.
 * @param received the escalation that lies at the sending table; null when the case is at home.
 */
export async function memoFromCase(open: OpenBottleneck, reason: string, received: Escalation | null): Promise<Memo> {
  const { row } = open;
  const text = received && !received.sharesDossier ? received : null;
  return {
    question: cut(text?.question ?? (row.ask === '' ? reason : row.ask), max.question),
    situation: cut(text?.situation ?? row.description, max.situation),
    tried: cut(text?.tried ?? row.triedSoFar, max.tried),
    consequence: cut(text?.consequence ?? (await consequenceOf(open)), max.consequence),
    proposal: cut(text?.proposal ?? row.proposedResolution, max.proposal),
    decisionBy: row.decisionBy,
  };
}

/** The link by which the case came to the table that holds it. */
export function receivedLink({ tx, escalationId }: OpenBottleneck): Promise<Escalation | null> {
  return escalationId === null ? Promise.resolve(null) : tx.em.findOne(Escalation, { id: escalationId });
}

async function consequenceOf({ tx, row }: OpenBottleneck): Promise<string> {
  const [place] = await tx.em.execute<{ municipality: string; projects: string | null }[]>(
    `select m.name as municipality, (select string_agg(p.name || coalesce(' (' || bp.homes_blocked || ')', ''), ', ' order by bp.position)
       from bottleneck_project bp join project p on p.id = bp.project_id where bp.bottleneck_id = b.id) as projects
     from bottleneck b join municipality m on m.id = b.municipality_id where b.id = ?`,
    [row.id],
  );
  const homes = row.homesBlocked === 1 ? '1 woning wacht' : `${row.homesBlocked} woningen wachten`;
  const where = `Zonder besluit: ${homes} in ${place?.municipality ?? ''} op dit knelpunt (${place?.projects ?? ''}).`;
  return row.constructionStart === null
    ? where
    : `${where} De bouw zou beginnen op ${dutchDay(row.constructionStart)}.`;
}

const days = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function dutchDay(date: LocalDate): string {
  return days.format(new Date(`${date}T00:00:00Z`));
}

/** A memo is one page: a long text ends at a word. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const short = text.slice(0, length - 1);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), length - 80)).trimEnd()}…`;
}
