import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { tendLimits } from '@versnellingstafel/shared/search/tend';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { conflictProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { plainKey } from '../text/tokens.ts';
import { SynonymGroup, type SynonymText } from './synonym-group.entity.ts';
import { requireTender } from './tend-rights.ts';

export interface SynonymsInput {
  readonly terms: readonly string[];
  readonly oneWay?: readonly string[] | null | undefined;
  readonly themeCode?: string | null | undefined;
  readonly validFrom?: LocalDate | null | undefined;
  readonly validUntil?: LocalDate | null | undefined;
  readonly remark?: string | null | undefined;
}

/** Says that words mean the same. Questions are read so at once; nothing is indexed anew. @throws Forbidden, Refusal. */
export async function addSynonyms(
  tx: Transaction,
  viewer: Viewer,
  input: SynonymsInput,
): Promise<{ synonymGroupId: string }> {
  requireTender(viewer);
  const text = await checkText(tx, input);
  const id = tx.newId();
  tx.em.create(SynonymGroup, {
    ...text,
    id,
    version: 1,
    createdAt: tx.now,
    createdById: viewer.personId,
    updatedAt: tx.now,
    updatedById: viewer.personId,
    removedAt: null,
  });
  await tx.em.flush();
  return { synonymGroupId: id };
}

/** Changes what a group says; what is sent is all of it. @throws Forbidden, Refusal. */
export async function editSynonyms(
  tx: Transaction,
  viewer: Viewer,
  input: SynonymsInput & { readonly synonymGroupId: string; readonly expectedVersion: number },
): Promise<{ synonymGroupId: string }> {
  const group = await groupToChange(tx, viewer, input.synonymGroupId);
  if (group.version !== input.expectedVersion)
    refuse(conflictProblem({ current: { type: 'SynonymGroup', id: group.id }, currentVersion: group.version }));
  group.change(await checkText(tx, input), { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  return { synonymGroupId: group.id };
}

/** Takes a group away; adding it again brings it back. @throws Forbidden, Refusal. */
export async function removeSynonyms(
  tx: Transaction,
  viewer: Viewer,
  synonymGroupId: string,
): Promise<{ synonymGroupId: string }> {
  const group = await groupToChange(tx, viewer, synonymGroupId);
  group.remove({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  return { synonymGroupId: group.id };
}

async function groupToChange(tx: Transaction, viewer: Viewer, id: string): Promise<SynonymGroup> {
  requireTender(viewer);
  const [row] = await tx.em.execute<object[]>(
    'select s.* from synonym_group s where s.id = ? and s.removed_at is null for update',
    [uuidOf('SynonymGroup', id)],
  );
  if (!row) refuse(notFoundProblem(['input', 'synonymGroupId'], 'UNKNOWN_SYNONYMS'));
  return tx.em.map(SynonymGroup, row);
}

async function checkText(tx: Transaction, input: SynonymsInput): Promise<SynonymText> {
  const { termMin, termMax, termsMax, groupsMax, remarkMax } = tendLimits;
  const check = new InputCheck();
  const seen = new Set<string>();
  const wordsOf = (field: 'terms' | 'oneWay', list: readonly string[]) =>
    check.atMost(field, list, termsMax).map((given, index) => {
      const term = check.text(field, given, { min: termMin, max: termMax, singleLine: true }, String(index));
      const key = plainKey(term);
      if (term !== '' && key === '') check.refuse(field, 'SYNONYM_WITHOUT_WORDS', { term }, String(index));
      if (key !== '' && seen.has(key)) check.refuse(field, 'SYNONYM_TWICE', { term }, String(index));
      seen.add(key);
      return term;
    });
  const terms = wordsOf('terms', input.terms);
  const oneWay = wordsOf('oneWay', input.oneWay ?? []);
  if (terms.length === 0 || terms.length + oneWay.length < 2) check.refuse('terms', 'SYNONYMS_TOO_FEW');
  const validFrom = input.validFrom ?? null;
  const validUntil = input.validUntil ?? null;
  if (validFrom !== null && validUntil !== null && validUntil < validFrom)
    check.refuse('validUntil', 'ENDS_BEFORE_IT_BEGINS');
  const remark = check.optionalText('remark', input.remark, { max: remarkMax }) ?? '';
  const themeId = input.themeCode == null ? null : await themeOf(tx, check, input.themeCode);
  const [{ count } = { count: 0 }] = await tx.em.execute<{ count: number }[]>(
    'select count(*)::int as count from synonym_group where removed_at is null',
  );
  if (count >= groupsMax) check.refuse('terms', 'TOO_MANY', { max: groupsMax });
  check.done();
  return { terms, oneWay, themeId, validFrom, validUntil, remark };
}

async function themeOf(tx: Transaction, check: InputCheck, code: string): Promise<string | null> {
  const [theme] = await tx.em.execute<{ id: string }[]>('select id from theme where code = ?', [code]);
  if (!theme) check.refuse('themeCode', 'UNKNOWN_THEME');
  return theme?.id ?? null;
}
