import { canJoin } from '@versnellingstafel/shared/bottlenecks/co-signing';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Json } from '../../../platform/database/json.ts';
import { globalId, uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { AppPlatform, Viewer } from '../../people/people.module.ts';
import { recordEvent, recordStep } from '../bottleneck.events.ts';
import { mayLog } from '../bottleneck.policy.ts';
import { checkProjects, putProjects } from '../bottleneck-links.ts';
import { checkReason } from '../bottleneck-text.ts';
import { type BottleneckVersion, checkVersion, openBottleneck, type OpenBottleneck } from '../open-bottleneck.ts';
import { undoTransition } from '../undo-transition.ts';
import { letSee } from './ask-co-signer.ts';
import { CoSigner } from './co-signer.entity.ts';
import { openDraft } from './open-named.ts';

export interface JoinBottleneck {
  readonly bottleneckId: string;
  readonly projectId: string;
  readonly homesBlocked?: number | null | undefined;
  readonly remark: string;
  readonly draftId?: string | null | undefined;
}

/** What joining left behind, so that it can be taken back. */
interface Joined {
  readonly projectId: string;
  readonly version: number;
  readonly coSignerId: string | null;
  readonly draft: { readonly id: string; readonly version: number } | null;
}

/**
 * “The same problem here”: puts one's own project on a case that is there already, instead of filing it twice. Who joins is a party to it
 * from then on. A draft of one's own about it is withdrawn in the same breath.
 * @throws Forbidden, Refusal.
 */
export async function joinBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: JoinBottleneck,
  options: { demo: boolean },
): Promise<{ bottleneckId: string }> {
  const open = await openBottleneck(tx, viewer, input.bottleneckId);
  const decision = mayLog(viewer);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  if (!canJoin(open.row.state)) refuse(fieldProblem('CANNOT_JOIN', ['input', 'bottleneckId']));
  const check = new InputCheck();
  const remark = checkReason(check, 'remark', input.remark);
  const projectId = uuidOf('Project', input.projectId);
  if (open.impacts.some((impact) => impact.projectId === projectId)) check.refuse('projectId', 'PROJECT_ON_CASE');
  const draft = input.draftId == null ? null : await ownDraft(tx, viewer, input.draftId);
  check.done();
  const fields = new InputCheck();
  const projects = await checkProjects(
    tx.em,
    fields,
    [
      ...open.impacts.map((impact) => ({ ...impact, projectId: globalId('Project', impact.projectId) })),
      { projectId: input.projectId, homesBlocked: input.homesBlocked },
    ],
    { ...options, current: open.impacts },
  );
  fields.done();

  open.row.edit({ homesBlocked: projects.homesBlocked }, open.change);
  await putProjects(tx.em, open.row.id, projects.impacts);
  const coSignerId = await becomeParty(open);
  if (draft) {
    draft.row.withdraw(draft.change);
    recordStep(draft, 'WITHDRAW', { remark });
  }
  const joined: Joined = {
    projectId: projectId ?? '',
    version: open.row.version,
    coSignerId,
    draft: draft && { id: draft.row.id, version: draft.row.version },
  };
  const name = projects.impacts.at(-1)?.name ?? '';
  recordEvent(open, 'BOTTLENECK_JOINED', {
    changes: [{ field: 'projects', before: null, after: name }],
    remark,
    subjects: [{ kind: 'project', id: joined.projectId }],
    beside: { joined: joined as unknown as Json },
  });
  return { bottleneckId: open.row.id };
}

/**
 * Takes one's own joining back, while nobody built on it: the project, being a party, and the draft that went.
 * @throws Refusal (NOTHING_TO_UNDO, changed meanwhile, not there).
 */
export async function undoJoin(
  tx: Transaction,
  viewer: Viewer,
  input: BottleneckVersion,
  platform: AppPlatform,
): Promise<{ bottleneckId: string }> {
  const open = await openBottleneck(tx, viewer, input.bottleneckId);
  checkVersion(open, input.expectedVersion);
  const joined = await lastJoined(open);
  if (!joined) refuse(fieldProblem('NOTHING_TO_UNDO', ['input', 'bottleneckId']));

  const left = open.impacts.filter((impact) => impact.projectId !== joined.projectId);
  open.row.edit({ homesBlocked: left.reduce((sum, impact) => sum + (impact.homesBlocked ?? 0), 0) }, open.change);
  await putProjects(tx.em, open.row.id, left);
  if (joined.coSignerId !== null) {
    (await tx.em.findOneOrFail(CoSigner, joined.coSignerId)).withdraw(tx.now);
    await tx.em.execute(
      `delete from bottleneck_grant where bottleneck_id = ? and person_id = ? and kind = 'CO_SIGNER'`,
      [open.row.id, viewer.personId],
    );
  }
  recordEvent(open, 'BOTTLENECK_LEFT', { changes: [], subjects: [{ kind: 'project', id: joined.projectId }] });
  if (joined.draft) {
    const { id, version } = joined.draft;
    await tx.em.flush();
    await undoTransition(tx, viewer, { bottleneckId: globalId('Bottleneck', id), expectedVersion: version }, platform);
  }
  return { bottleneckId: open.row.id };
}

async function lastJoined({ tx, viewer, row }: OpenBottleneck): Promise<Joined | null> {
  const [last] = await tx.em.execute<{ actorId: string | null; joined: Joined | null }[]>(
    `select e.actor_id as "actorId", e.payload -> 'joined' as joined
     from event_subject s join event e on e.position = s.position
     where s.kind = 'bottleneck' and s.id = ? order by s.position desc limit 1`,
    [row.id],
  );
  return last?.joined && last.actorId === viewer.personId && last.joined.version === row.version ? last.joined : null;
}

async function ownDraft(tx: Transaction, viewer: Viewer, draftId: string): Promise<OpenBottleneck> {
  const draft = await openDraft(tx, viewer, draftId);
  if (draft.row.state !== 'DRAFT' || !draft.facts.isOwner) refuse(fieldProblem('NOT_YOUR_DRAFT', ['input', 'draftId']));
  return draft;
}

/** Who joins signs at once; somebody who owns the case or is a party already stays what they are. */
async function becomeParty({ tx, viewer, row, facts }: OpenBottleneck): Promise<string | null> {
  if (facts.isOwner || facts.isFiler) return null;
  const known = await tx.em.findOne(CoSigner, {
    bottleneckId: row.id,
    personId: viewer.personId,
    state: { $in: ['ASKED', 'SIGNED'] },
  });
  if (known) {
    if (known.state === 'ASKED') known.sign(tx.now);
    return null;
  }
  const id = tx.newId();
  tx.em.create(CoSigner, {
    id,
    bottleneckId: row.id,
    personId: viewer.personId,
    externalName: '',
    externalOrganisation: '',
    state: 'SIGNED',
    askedById: viewer.personId,
    askedAt: tx.now,
    answeredAt: tx.now,
    reason: '',
  });
  await letSee(tx, row.id, viewer.personId);
  return id;
}
