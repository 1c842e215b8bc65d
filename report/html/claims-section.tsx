import type { JSX } from 'preact';
import type { ClaimsPart } from '../../migrate/report/migration-report.js';

/** What changelogs say that the documents do not carry, and what the documents say that no changelog does. */
export function ClaimsSection({ claims }: { readonly claims: ClaimsPart }): JSX.Element {
  const { proved, unproved, unannounced } = claims;
  return (
    <section id="claims" aria-labelledby="h-claims">
      <h2 id="h-claims">What the changelogs say</h2>
      <p>
        {proved} of {claims.claims} claims are proved by the documents.
      </p>
      <h3>Said, and not in the documents ({unproved.length})</h3>
      {unproved.length === 0 ? <p>Nothing.</p> : null}
      <ul>
        {unproved.map(({ version, title, status, objections }) => (
          <li>
            {version}: {title} (<strong>{status}</strong>)
            {objections.length === 0 ? null : (
              <ul>
                {objections.map((objection) => (
                  <li>{objection}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <h3>In the documents, and said by no changelog ({unannounced.length})</h3>
      {unannounced.length === 0 ? <p>Nothing.</p> : null}
      <ul>
        {unannounced.map(({ version, title, impact, source, card }) => (
          <li>
            {version}: {card === null ? title : <a href={`#f-${card}`}>{title}</a>} ({impact ?? 'no finding'}
            {source === null ? '' : `; known from ${source}`})
          </li>
        ))}
      </ul>
    </section>
  );
}
