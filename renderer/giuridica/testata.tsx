import css from './giuridica.module.css';

/** A house as the head of a paper says it. */
export interface Sede {
  readonly nome: string;
  readonly indirizzo: string | null;
  readonly cap: string | null;
  readonly comune: string | null;
  readonly provincia: string | null;
  readonly telefono: string | null;
}

/** The head of a paper that leaves the house: who writes, from where. */
export function Testata({ installazione = '', sede }: { installazione?: string; sede: Sede }) {
  const { nome, indirizzo, cap, comune, provincia, telefono } = sede;
  const luogo = [cap, comune, provincia === null ? null : `(${provincia})`].filter(Boolean).join(' ');
  const chi = [installazione, nome].filter((parte, n, tutte) => parte !== '' && tutte.indexOf(parte) === n).join(', ');
  const dove = [indirizzo, luogo === '' ? null : luogo, telefono === null ? null : `tel. ${telefono}`];
  const scritti = dove.filter(Boolean).join(', ');
  return (
    <p className={css['testata']}>
      {chi}
      {scritti !== '' && (
        <>
          <br />
          {scritti}
        </>
      )}
    </p>
  );
}
