import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { AgendaHook } from '../bottlenecks/bottlenecks.module.ts';
import { plainItem } from './add-agenda-item.ts';
import { workingAgenda } from './agenda.ts';
import { placeForNewItem } from './closing-item.ts';
import { meetingForChange } from './meeting-for-change.ts';
import { placeItem } from './place-item.ts';
import { undoScheduling } from './undo-scheduling.ts';

/**
 * An escalation that a table accepts may come on the agenda of one of its meetings in the same breath. The case stays escalated: it is on
 * the agenda of the table that answers it.
 */
export const escalationOnAgenda: AgendaHook = {
  async open(tx, viewer, meetingId) {
    const meeting = await meetingForChange(tx, viewer, uuidOf('Meeting', meetingId), 'meetingId');
    const agenda = await workingAgenda(tx, meeting.id);
    return async (open) => {
      const { row } = open;
      if (agenda.some((item) => item.subjects.some((subject) => subject.id === row.id)))
        refuse(fieldProblem('ALREADY_ON_AGENDA', ['input', 'meetingId']));
      const check = new InputCheck();
      if (meeting.tableId !== row.heldById) check.refuse('meetingId', 'OTHER_TABLE_MEETING');
      else if (meeting.endsAt <= tx.now) check.refuse('meetingId', 'MEETING_OVER');
      if (agenda.length >= agendaLimits.itemsMax) check.refuse('meetingId', 'TOO_MANY', { max: agendaLimits.itemsMax });
      check.done();
      const closedPart = row.confidentiality === 'CONFIDENTIAL';
      const text = { ...plainItem, title: row.title, closedPart };
      const subjects = [{ kind: 'bottleneck', id: row.id }];
      const item = { text, subjects, at: placeForNewItem(agenda, closedPart) };
      return {
        meetingId: meeting.id,
        agendaItemId: await placeItem(tx, meeting, agenda, item, open.change),
      };
    };
  },
  takeOff: (tx, viewer, bottleneckId, place) => undoScheduling(tx, viewer, { bottleneckId, beside: { ...place } }),
};
