import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import { isViva, type Piano, toPermanenza } from './foglio-piano-base.ts';
import { isAltrui, type Proposta, refuse } from './foglio-piano-proposta.ts';
import { type Candidata, type Rifiutata, scegliCompatibili } from './foglio-sovrapposizioni.ts';

/**
 * Never two stays of one person at once, whatever ids the person has. A change that is refused gives its old stay back,
 * perhaps to another person: it is looked at until nothing more is refused.
 */
export function dropSovrapposte(piano: Piano, proposte: readonly Proposta[]): readonly Proposta[] {
  let tenute = proposte;
  while (true) {
    const rifiutate = listSovrapposte(piano, tenute);
    if (rifiutate.length === 0) return tenute;
    for (const { chi, con } of rifiutate) {
      const { cognome, nome } = chi.ospite;
      const messaggio = `${cognome} ${nome} risulta già presente ${periodo(con)}: correggere le date, o registrare prima quella dimissione.`;
      refuse(piano, chi.riga, 'data_ingresso', chi.riga.dataIngresso, messaggio);
    }
    const fuori = new Set(rifiutate.map(({ chi }) => chi));
    tenute = tenute.filter((proposta) => !fuori.has(proposta));
  }
}

function listSovrapposte(piano: Piano, proposte: readonly Proposta[]): Rifiutata<Proposta>[] {
  const proposti = new Set(proposte.map(({ nota }) => nota?.id));
  const ferme = piano.stato.ingressi.filter((riga) => isViva(riga) && !proposti.has(riga.id));
  const fermePerPersona = Map.groupBy(ferme, (riga) => piano.personaDi(riga.ospiteId));
  const rifiutate: Rifiutata<Proposta>[] = [];
  for (const [persona, sue] of Map.groupBy(proposte, ({ ospite }) => piano.personaDi(ospite.id))) {
    const note = (fermePerPersona.get(persona) ?? []).map(toPermanenza);
    const intatte: Permanenza[] = [];
    const candidate: Candidata<Proposta>[] = [];
    for (const proposta of sue)
      if (isIntatta(piano, proposta)) intatte.push(proposta.nota ? toPermanenza(proposta.nota) : proposta.stay);
      else candidate.push(toCandidata(piano, proposta));
    if (candidate.length > 0) rifiutate.push(...scegliCompatibili([...note, ...intatte], candidate));
  }
  return rifiutate;
}

/** The days of the stay are those of the register, which is not judged here. */
function isIntatta(piano: Piano, { nota, stay, ospite }: Proposta): boolean {
  if (!nota || !isViva(nota)) return false;
  if (isAltrui(nota)) return true;
  const stessiGiorni = nota.dataIngresso === stay.dataIngresso && nota.dataDimissione === stay.dataDimissione;
  return stessiGiorni && nota.esito === stay.esito && piano.isStessaPersona(nota.ospiteId, ospite.id);
}

function toCandidata(piano: Piano, proposta: Proposta): Candidata<Proposta> {
  const { nota, stay, ospite } = proposta;
  const sua = nota && isViva(nota) && piano.isStessaPersona(nota.ospiteId, ospite.id);
  return { chi: proposta, stay, prima: sua ? toPermanenza(nota) : null };
}

function periodo({ dataIngresso, dataDimissione }: Permanenza): string {
  const dal = `dal ${formatGiornoBreve(dataIngresso)}`;
  return dataDimissione === null ? dal : `${dal} al ${formatGiornoBreve(dataDimissione)}`;
}
