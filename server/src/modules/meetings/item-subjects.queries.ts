import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import type { Reference } from '../../platform/streams/event.ts';
import type { BottleneckFace } from '../bottlenecks/bottlenecks.module.ts';
import type { AppContext } from '../people/people.module.ts';

/** The subjects themselves, as far as the viewer may see them. */
export async function seenOf(context: AppContext, subjects: readonly Reference[]): Promise<object[]> {
  const typeOf = (kind: string) => context.platform.nodes.ofKind(kind)?.type ?? '';
  const found = await Promise.all(subjects.map(({ kind, id }) => context.node(typeOf(kind), id)));
  return found.filter((subject) => subject !== null);
}

/** Homes that wait on the open cases among the subjects, each project once; counts what the viewer may see. */
export async function homesWaitingOn(context: AppContext, subjects: readonly Reference[]): Promise<number> {
  const ids = subjects.filter((subject) => subject.kind === 'bottleneck').map((subject) => subject.id);
  const cases = (await context.nodes('Bottleneck', ids)) as BottleneckFace[];
  const most = new Map<string, number>();
  for (const { projectId, homesBlocked } of cases
    .filter((face) => isOpen(face.state))
    .flatMap((face) => face.impacts)) {
    most.set(projectId, Math.max(most.get(projectId) ?? 0, homesBlocked ?? 0));
  }
  return [...most.values()].reduce((total, homes) => total + homes, 0);
}
