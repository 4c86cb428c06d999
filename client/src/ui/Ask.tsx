import { type ReactElement, type ReactNode, useId } from 'react';
import { Roofs } from './Roofs.tsx';

interface AskFact {
  term: string;
  value: ReactNode;
  note?: ReactNode;
  /** Draws the roofs below the value. */
  homes?: number;
}

interface AskProps {
  /** Of whom: “Gevraagd van de landelijke tafel”. */
  heading: string;
  /** The question itself. */
  children: ReactNode;
  actions?: ReactNode;
  facts?: readonly AskFact[];
}

/** What is asked, of whom, before when, for how many homes: first on the page. */
export function Ask({ heading, children, actions, facts }: AskProps): ReactElement {
  const id = useId();
  return (
    <section className={facts ? 'ask' : 'ask proposal'} aria-labelledby={id}>
      <div className="ask-text">
        <h2 id={id} className="sub">
          {heading}
        </h2>
        <p>{children}</p>
        {actions && <div className="row">{actions}</div>}
      </div>
      {facts && (
        <dl className="ask-facts">
          {facts.map(({ term, value, note, homes }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <b>{value}</b>
                {note && <span className="sub">{note}</span>}
                {homes !== undefined && <Roofs homes={homes} size="lg" />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
