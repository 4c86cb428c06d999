import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext } from '../../people/people.module.ts';
import { AgendaProposal } from './agenda-proposal.entity.ts';
import { visibleProposals } from './proposal.policy.ts';

/** The proposals for a meeting, the oldest first: for who prepares it all that were not withdrawn, for others their own. */
export async function proposalsFor(context: AppContext, meetingId: string): Promise<AgendaProposal[]> {
  const viewer = context.requireViewer();
  const loader = context.loader<AgendaProposal[]>('proposalsFor', async (ids) => {
    const visible = visibleProposals(viewer, 'p', 'm');
    const rows = await context.em.execute<object[]>(
      `select p.* from agenda_proposal p join meeting m on m.id = p.meeting_id
       where p.meeting_id = any(?::uuid[]) and (p.state <> 'WITHDRAWN' or p.proposed_by_id = ?) and ${visible.sql} order by p.proposed_at, p.id`,
      [arrayLiteral(ids), viewer.personId, ...visible.params],
    );
    return grouped(
      rows.map((row) => context.em.map(AgendaProposal, row)),
      (proposal) => proposal.meetingId,
    );
  });
  return (await loader.load(meetingId)) ?? [];
}

/** The load of the node: proposals that the viewer made, or that are for a meeting they prepare. */
export async function loadProposals(context: AppContext, ids: readonly string[]): Promise<Map<string, AgendaProposal>> {
  if (context.viewer === null) return new Map();
  const visible = visibleProposals(context.viewer, 'p', 'm');
  const rows = await context.em.execute<object[]>(
    `select p.* from agenda_proposal p join meeting m on m.id = p.meeting_id where p.id = any(?::uuid[]) and ${visible.sql}`,
    [arrayLiteral(ids), ...visible.params],
  );
  return new Map(rows.map((row) => context.em.map(AgendaProposal, row)).map((proposal) => [proposal.id, proposal]));
}
