import { mesiAlterati } from '../../domain/mese-chiuso.ts';
import { isDentro } from './foglio-piano-assegnazioni.ts';
import type { IngressoNoto, Piano } from './foglio-piano-base.ts';
import type { RigaLetta } from './foglio-tabelle.ts';

type RigaCambio = RigaLetta<'cambi_modulo'>;

/** Changes of modulo inside a stay; one that the register has on the same day is corrected. */
export function planCambi(piano: Piano): void {
  for (const riga of piano.letti.cambi_modulo.righe) planCambio(piano, riga);
}

function planCambio(piano: Piano, riga: RigaCambio): void {
  const ingresso = piano.ingressi.resolve(riga.ingresso);
  const modulo = piano.moduli.resolve(riga.modulo);
  if ('messaggio' in ingresso) refuse(piano, riga, 'ingresso', riga.ingresso, ingresso.messaggio);
  else if ('messaggio' in modulo) refuse(piano, riga, 'modulo', riga.modulo, modulo.messaggio);
  else if (modulo.noto.strutturaId !== ingresso.noto.strutturaId) refuse(piano, riga, 'modulo', riga.modulo, NON_SUO);
  else if (riga.dal === ingresso.noto.stay.dataIngresso) refuse(piano, riga, 'dal', riga.dal, PRIMO_GIORNO);
  else if (!isDentro(ingresso.noto.stay, riga.dal)) refuse(piano, riga, 'dal', riga.dal, FUORI);
  else setModulo(piano, riga, ingresso.noto, modulo.noto.id);
}

function setModulo(piano: Piano, riga: RigaCambio, noto: IngressoNoto, moduloId: string): void {
  const { dal } = riga;
  const stessa = noto.assegnazioni.findIndex((assegnazione) => assegnazione.dal === dal);
  const nota = noto.assegnazioni[stessa];
  if (nota?.moduloId === moduloId) piano.esito.count('invariati', 'cambi_modulo');
  else if (noto.altrui) remarkAltrui(piano, riga);
  else if (isPermesso(piano, riga, noto, moduloId)) {
    const id = nota?.id ?? piano.nuovoId();
    if (nota) piano.bozza.update('assegnazioni', id, { moduloId });
    else piano.bozza.insert('assegnazioni', { id, ingressoId: noto.id, dal, moduloId });
    if (nota) noto.assegnazioni[stessa] = { id, dal, moduloId };
    else noto.assegnazioni.push({ id, dal, moduloId });
    piano.esito.count(nota ? 'aggiornati' : 'inseriti', 'cambi_modulo');
  }
}

const NON_SUO = 'Il modulo non è della struttura di questo ingresso: correggerlo.';
const PRIMO_GIORNO =
  'È il giorno dell’ingresso: il primo modulo si scrive nel foglio ingressi, qui vanno solo i cambi successivi.';
const FUORI = 'Il giorno è fuori dalla permanenza: correggerlo, o correggere le date dell’ingresso.';

function isPermesso(piano: Piano, riga: RigaCambio, noto: IngressoNoto, moduloId: string): boolean {
  const { stay, assegnazioni, strutturaId } = noto;
  const dopo = [...assegnazioni.filter(({ dal }) => dal !== riga.dal), { dal: riga.dal, moduloId }];
  const bloccati = [...(piano.stato.bloccati.get(strutturaId)?.keys() ?? [])];
  const mese = mesiAlterati({ ...stay, assegnazioni }, { ...stay, assegnazioni: dopo }, bloccati).sort()[0];
  if (mese === undefined) return true;
  refuse(piano, riga, 'dal', riga.dal, piano.messaggioBlocco(strutturaId, mese));
  return false;
}

function remarkAltrui(piano: Piano, riga: RigaCambio): void {
  piano.esito.remark(
    `Foglio cambi_modulo, riga ${riga.riga}: la permanenza arriva con i pacchi della struttura, che valgono più del foglio; la riga non l’ha cambiata.`,
  );
  piano.esito.count('invariati', 'cambi_modulo');
}

function refuse(piano: Piano, riga: RigaCambio, colonna: string, valore: string, messaggio: string): void {
  piano.refuse('cambi_modulo', riga.riga, colonna, valore, messaggio);
}
