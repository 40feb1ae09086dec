import { type Confronto, findFonte, getModulo, isSospesa, rigaAltrui } from './piano-confronto.ts';
import { byId, isPiuNuova, NESSUNA_VERSIONE, type Operazione, sostituisci, unisci } from './piano-unione.ts';

/** Whether what is known of the struttura is as of the replaced parcel, and this one does not simply overwrite it. */
export function isConfigurazioneSospesa({ pacco, stato, sostituito }: Confronto): boolean {
  return stato.struttura !== undefined && isSospesa(stato.struttura, true, pacco.manifesto.numero, sostituito?.numero);
}

/**
 * The struttura, its moduli and their places, all as of the newest parcel in force. They are known here by codice: a workbook
 * may have brought them before. A modulo never goes: an older month may need it.
 */
export function pianificaConfigurazione(c: Confronto): Operazione[] {
  const sospesa = isConfigurazioneSospesa(c);
  const fonte = (sospesa ? findFonte(c, () => true) : undefined) ?? c.pacco;
  const versione = fonte.manifesto.numero;
  const nota = sospesa && c.stato.struttura ? { ...c.stato.struttura, versione: NESSUNA_VERSIONE } : c.stato.struttura;
  const strutture = fonte.righe.strutture.map(({ id, ...valori }) => ({
    ...{ id, valori, versione, esistente: nota, viva: true },
  }));
  const moduli = pianificaModuli(c);
  const portati = fonte.righe.posti.map(({ id, moduloId, ...valori }) => ({
    ...{ id, versione, esistente: byId(c.stato.posti).get(id), viva: true },
    valori: { ...valori, moduloId: getModulo(c, fonte, moduloId) },
  }));
  const piuNuova = strutture.some(isPiuNuova);
  return [
    ...unisci('strutture', strutture),
    ...moduli,
    ...(piuNuova ? sostituisci('posti', portati, c.stato.posti) : []),
  ];
}

function pianificaModuli(c: Confronto): Operazione[] {
  const { manifesto: m, righe } = c.pacco;
  const perCodice = new Map(c.stato.moduli.map((modulo) => [modulo.codice, modulo]));
  for (const modulo of c.stato.moduli) if (modulo.strutturaId === c.strutturaId) c.moduli.set(modulo.codice, modulo.id);
  const portati = righe.moduli.map(({ id, ...valori }) => {
    const esistente = perCodice.get(valori.codice);
    if (esistente && esistente.strutturaId !== c.strutturaId) throw rigaAltrui(m.struttura);
    c.moduli.set(valori.codice, esistente?.id ?? id);
    return { id, valori: { ...valori, strutturaId: c.strutturaId }, versione: m.numero, esistente, viva: true };
  });
  return unisci('moduli', portati);
}
