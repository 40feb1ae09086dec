import { formatNome } from '../shell/nome-ospite.ts';
import { useVista } from '../shell/vista.ts';

/** `ROSSI Anna`, `DE LUCA Maria Grazia`, `D’AMICO Pia`: how the host writes a person inside a sentence. */
const PERSONA = /(?<!\p{L})(\p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]+)*) (\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+)*)/gu;

/** A sentence of the host with persons' names left as initials. */
export function nascondiNomi(testo: string): string {
  return testo.replace(PERSONA, (_tutto, cognome: string, nome: string) => formatNome(cognome, nome, true));
}

/** A whole name (`COGNOME Nome`, however written) left as initials. */
export function nascondiNome(nome: string): string {
  return nome
    .split(' ')
    .filter((parola) => parola !== '')
    .map((parola) => formatNome(parola, '', true))
    .join(' ');
}

/** How sentences that hold names are written now (schermo discreto). */
export function useTestoDiscreto(): (testo: string) => string {
  const discreto = useVista((v) => v.discreto);
  return (testo) => (discreto ? nascondiNomi(testo) : testo);
}

/** How a whole name is written now. */
export function useNomeDiscreto(): (nome: string) => string {
  const discreto = useVista((v) => v.discreto);
  return (nome) => (discreto ? nascondiNome(nome) : nome);
}
