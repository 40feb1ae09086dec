import { formatNome } from '../shell/nome-ospite.ts';
import { useVista } from '../shell/vista.ts';
import css from './carta.module.css';

/** On paper the name is whole; on screen it obeys the schermo discreto. */
export function NomeCarta({ cognome, nome }: { cognome: string; nome: string }) {
  const discreto = useVista((v) => v.discreto);
  const intero = formatNome(cognome, nome, false);
  if (!discreto) return intero;
  return (
    <>
      <span className={css['soloSchermo']}>{formatNome(cognome, nome, true)}</span>
      <span className={css['soloCarta']}>{intero}</span>
    </>
  );
}
