/** Joins the link that waits at the table that holds the case `b`, as `e`. */
export const waitingLink = `left join escalation e on e.bottleneck_id = b.id and e.ended_at is null and e.sent_at is not null
  and e.to_table_id = b.held_by_id`;

/** What lies between the tables about the case `b`, with `p` the table above its holder; takes the day of today. */
export const lineSql = `json_build_object(
  'open', (select x.state from escalation x where x.bottleneck_id = b.id and x.ended_at is null 
    order by x.sent_at is null desc, x.to_table_id = b.held_by_id desc limit 1),
  'waiting', (select count(*)::int from escalation x where x.bottleneck_id = b.id and x.ended_at is null and x.sent_at is not null),
  'parentClosed', coalesce(p.closed_on <= ?::date, false))`;
