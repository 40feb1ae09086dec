import { testi } from '../testi/index.ts';
import css from './recupero.module.css';

/** A key by its groups, numbered, as it is read aloud. No two groups are alike: the place is in the check. */
export function ChiaveScritta({ chiave }: { chiave: string }) {
  return (
    <ol className={css['chiave']} aria-label={testi.recupero.chiave}>
      {chiave.split('-').map((gruppo, n) => (
        <li key={gruppo}>
          {gruppo}
          <small>{testi.recupero.gruppo(n + 1)}</small>
        </li>
      ))}
    </ol>
  );
}
