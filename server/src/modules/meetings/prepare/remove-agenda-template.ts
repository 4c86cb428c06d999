import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { leads } from '../meeting.policy.ts';
import { AgendaTemplate } from './agenda-template.entity.ts';

/** Takes a template away; agendas that were made with it stay. One of another table is not there. @throws Refusal. */
export async function removeAgendaTemplate(
  tx: Transaction,
  viewer: Viewer,
  input: { templateId: string },
): Promise<{ tableId: string }> {
  const id = uuidOf('AgendaTemplate', input.templateId);
  const template = id === null ? null : await tx.em.findOne(AgendaTemplate, { id });
  if (!template || !leads(viewer, template.tableId))
    return refuse(notFoundProblem(['input', 'templateId'], 'UNKNOWN_TEMPLATE'));
  tx.em.remove(template);
  await tx.em.flush();
  return { tableId: template.tableId };
}
